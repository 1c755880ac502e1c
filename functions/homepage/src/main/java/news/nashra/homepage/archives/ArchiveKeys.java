package news.nashra.homepage.archives;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.core.press.PageGroup;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Tells which archive a key of the site bucket belongs to. Thread-safe.
public final class ArchiveKeys {
  private static final Pattern NAMED = Pattern.compile("(topics|authors)/([^/]+)/index\\.html");
  private static final Pattern DAY = Pattern.compile("(\\d{4,}-\\d{2}-\\d{2})-index\\.html");
  private static final Pattern MONTH = Pattern.compile("(\\d{4,}-\\d{2})-index\\.html");
  private static final Pattern SITEMAP = Pattern.compile("sitemaps/(\\d{4,}-\\d{2})\\.xml");
  private static final Pattern SECTION_MONTH =
      Pattern.compile("([a-z][a-z0-9-]*)/(\\d{4,})/(\\d{2})/index\\.html");

  private final ArchivePageGroups archives;
  private final Edition edition;

  public ArchiveKeys(Site site) {
    this.archives = new ArchivePageGroups(site);
    this.edition = site.edition();
  }

  /// The group of pages with the page at `key`; empty if that is no key of an archive.
  public Optional<PageGroup<ListReads>> group(String key) {
    try {
      return find(key).filter(group -> group.keys().contains(key));
    } catch (DateTimeException e) {
      return Optional.empty(); // such as the thirteenth month
    }
  }

  private Optional<PageGroup<ListReads>> find(String key) {
    var named = NAMED.matcher(key);
    if (named.matches()) {
      var slug = named.group(2);
      return Optional.of(
          named.group(1).equals("topics") ? archives.topic(slug) : archives.author(slug));
    }
    var date = key.replace('/', '-');
    var day = DAY.matcher(date);
    if (day.matches()) {
      return Optional.of(archives.day(LocalDate.parse(day.group(1))));
    }
    var month = MONTH.matcher(date);
    if (month.matches()) {
      return Optional.of(archives.month(YearMonth.parse(month.group(1))));
    }
    var sitemap = SITEMAP.matcher(key);
    if (sitemap.matches()) {
      return Optional.of(archives.month(YearMonth.parse(sitemap.group(1))));
    }
    var inSection = SECTION_MONTH.matcher(key);
    return inSection.matches()
        ? edition
            .section(inSection.group(1))
            .map(section ->
                archives.month(
                    section, YearMonth.parse(inSection.group(2) + "-" + inSection.group(3))))
        : Optional.empty();
  }
}
