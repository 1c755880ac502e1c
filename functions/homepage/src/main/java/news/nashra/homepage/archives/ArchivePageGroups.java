package news.nashra.homepage.archives;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.core.Parallel;
import news.nashra.core.press.Page;
import news.nashra.core.press.PageGroup;
import news.nashra.homepage.feeds.Sitemaps;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Addresses;
import news.nashra.site.Section;
import news.nashra.site.Site;

/// The lists that stay when the news has moved on: topics and authors with their newest, and days
/// and months that hold for good what was published in them. A page that would be empty does not
/// stand.
public final class ArchivePageGroups {
  public static final String SITEMAP_INDEX = "sitemap.xml";

  /// More than any day or month holds.
  private static final int ALL = Integer.MAX_VALUE;

  private final Site site;
  private final EditionCalendar days;
  private final ArchivePageComposer page;
  private final Sitemaps sitemaps;

  public ArchivePageGroups(Site site) {
    this.site = site;
    this.days = new EditionCalendar(site.edition().timeZone());
    this.page = new ArchivePageComposer(site);
    this.sitemaps = new Sitemaps(site);
  }

  PageGroup<ListReads> topic(String slug) {
    return newest(ListName.topic(slug), page::topic);
  }

  PageGroup<ListReads> author(String slug) {
    return newest(ListName.author(slug), page::author);
  }

  PageGroup<ListReads> day(LocalDate day) {
    var key = Addresses.key(Addresses.day(day));
    var span = days.span(day);
    return PageGroup.of(
        key,
        List.of(key),
        (reading, standing) -> {
          var entries = reading.lists().between(ListName.PUBLISHED, span.from(), span.to(), ALL);
          return Map.of(
              key,
              entries.isEmpty()
                  ? new Page.Gone()
                  : page.day(
                      day, entries, neighbours(reading, ListName.PUBLISHED, span).map(days::of)));
        });
  }

  PageGroup<ListReads> month(YearMonth month) {
    var key = Addresses.key(Addresses.month(month));
    var sitemap = "sitemaps/" + month + ".xml";
    var span = days.span(month);
    return PageGroup.of(
        key,
        List.of(key, sitemap),
        (reading, standing) -> {
          var entries = reading.lists().between(ListName.PUBLISHED, span.from(), span.to(), ALL);
          if (entries.isEmpty()) {
            return Map.of(key, new Page.Gone(), sitemap, new Page.Gone());
          }
          var near = neighbours(reading, ListName.PUBLISHED, span).map(days::monthOf);
          return Map.of(key, page.month(month, entries, near), sitemap, sitemaps.month(entries));
        });
  }

  PageGroup<ListReads> month(Section section, YearMonth month) {
    var key = Addresses.key(Addresses.month(section, month));
    var list = ListName.section(section.id());
    var span = days.span(month);
    return PageGroup.of(
        key,
        List.of(key),
        (reading, standing) -> {
          var entries = reading.lists().between(list, span.from(), span.to(), ALL);
          return Map.of(
              key,
              entries.isEmpty()
                  ? new Page.Gone()
                  : page.month(
                      section, month, entries, neighbours(reading, list, span).map(days::monthOf)));
        });
  }

  /// The index of the sitemaps. It names each month that holds anything, so it takes a query for
  /// each month of the archive, and is pressed only when a month begins to hold something or ceases
  /// to.
  public PageGroup<ListReads> sitemapIndex() {
    return PageGroup.of(
        SITEMAP_INDEX,
        List.of(SITEMAP_INDEX),
        (reading, standing) -> Map.of(SITEMAP_INDEX, sitemaps.index(months(reading))));
  }

  /// The months that hold anything, the newest first.
  List<YearMonth> months(ListReads reading) {
    var oldest = reading.lists().from(ListName.PUBLISHED, Instant.EPOCH);
    var newest = reading.newest(ListName.PUBLISHED).stream().findFirst();
    if (oldest.isEmpty() || newest.isEmpty()) {
      return List.of();
    }
    var first = days.monthOf(oldest.get().published());
    var looks = new ArrayList<Callable<List<YearMonth>>>();
    for (var m = days.monthOf(newest.get().published()); !m.isBefore(first); m = m.minusMonths(1)) {
      var month = m;
      looks.add(() -> holds(reading, days.span(month)) ? List.of(month) : List.of());
    }
    return Parallel.all(looks).stream().flatMap(List::stream).toList();
  }

  /// The nearest days or months, before a span and after it, that hold anything.
  static Neighbours<Instant> neighbours(
      ListReads reading, ListName list, EditionCalendar.Span span) {
    return Parallel.both(
        () -> reading.lists().before(list, span.from()),
        () -> reading.lists().from(list, span.to()),
        (earlier, later) ->
            new Neighbours<>(earlier.map(Entry::published), later.map(Entry::published)));
  }

  private static boolean holds(ListReads reading, EditionCalendar.Span span) {
    return !reading.lists().between(ListName.PUBLISHED, span.from(), span.to(), 1).isEmpty();
  }

  private interface Newest {
    Page.Present compose(String path, List<Entry> entries);
  }

  private static PageGroup<ListReads> newest(ListName list, Newest page) {
    var path = list.path().orElseThrow();
    var key = Addresses.key(path);
    return PageGroup.of(
        key,
        List.of(key),
        (reading, standing) -> {
          var entries = reading.newest(list);
          return Map.of(key, entries.isEmpty() ? new Page.Gone() : page.compose(path, entries));
        });
  }
}
