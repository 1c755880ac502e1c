package news.nashra.homepage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.core.press.Page;
import news.nashra.media.PictureTag;
import news.nashra.site.Addresses;
import news.nashra.site.Head;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// Composes the pages of topics, authors, days and months: pure functions of their entries, of
/// which there is at least one.
final class ArchivePage {
  private final Templates templates = new Templates("news.nashra.homepage.pages");
  private final PictureTag pictures = new PictureTag();
  private final Site site;
  private final Days days;

  ArchivePage(Site site) {
    this.site = site;
    this.days = new Days(site.edition().timeZone());
  }

  Page.Present topic(String path, List<Entry> entries) {
    return named(path, entries, "topic.title", "topic.description");
  }

  Page.Present author(String path, List<Entry> entries) {
    return named(path, entries, "author.title", "author.description");
  }

  /// Under the name as the newest article writes it.
  private Page.Present named(String path, List<Entry> entries, String title, String description) {
    var messages = site.messages();
    var name = entries.getFirst().label().orElse("");
    var head =
        Head.of(
            messages.get(title, name),
            messages.get(description, name),
            path,
            FrontPage.lastUpdate(entries));
    return page(head, "named.jte", Map.of("title", messages.get(title, name), "entries", entries));
  }

  Page.Present day(LocalDate day, List<Entry> entries, Neighbours<LocalDate> near) {
    var of = YearMonth.from(day);
    var month = new Near(Addresses.month(of), site.dates().month(of));
    var name = site.dates().day(day);
    var title = site.messages().get("archive.day", name);
    return page(
        Head.of(title, headlines(entries), Addresses.day(day), FrontPage.lastUpdate(entries))
            .withCrumbs(way(name, month)),
        "day.jte",
        Map.of(
            "title",
            title,
            "entries",
            entries,
            "month",
            month,
            "near",
            near.map(d -> new Near(Addresses.day(d), site.dates().day(d)))));
  }

  /// The calendar of a month, with what each day holds.
  Page.Present month(YearMonth month, List<Entry> entries, Neighbours<YearMonth> near) {
    var name = site.dates().month(month);
    var counts = new HashMap<LocalDate, Long>();
    entries.forEach(entry -> counts.merge(days.of(entry.published()), 1L, Long::sum));
    var sections =
        site.edition().sections().stream()
            .filter(s -> entries.stream().anyMatch(entry -> entry.section().equals(s.id())))
            .map(s -> new Near(Addresses.month(s, month), s.name()))
            .toList();
    var title = site.messages().get("archive.month", name);
    return page(
        Head.of(title, title, Addresses.month(month), FrontPage.lastUpdate(entries))
            .withCrumbs(way(name)),
        "month.jte",
        Map.of(
            "title", title,
            "name", name,
            "weeks", Calendar.of(month, site.dates().week()).weeks(),
            "counts", counts,
            "sections", sections,
            "near", near.map(m -> new Near(Addresses.month(m), site.dates().month(m)))));
  }

  /// A section's articles of a month, day by day.
  Page.Present month(
      Section section, YearMonth month, List<Entry> entries, Neighbours<YearMonth> near) {
    var name = site.dates().month(month);
    var title = site.messages().get("archive.section", section.name(), name);
    var byDay =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> days.of(entry.published()), LinkedHashMap::new, Collectors.toList()));
    var head =
        Head.of(
                title,
                headlines(entries),
                Addresses.month(section, month),
                FrontPage.lastUpdate(entries))
            .inSection(section.id())
            .withCrumbs(way(name, new Near(section.path(), section.name())));
    return page(
        head,
        "sectionMonth.jte",
        Map.of(
            "title",
            title,
            "days",
            byDay,
            "month",
            new Near(Addresses.month(month), name),
            "near",
            near.map(m -> new Near(Addresses.month(section, m), site.dates().month(m)))));
  }

  /// The homepage, what lies between, and the page itself.
  private List<Head.Crumb> way(String title, Near... between) {
    var way = new ArrayList<>(List.of(site.homeCrumb()));
    for (var near : between) {
      way.add(new Head.Crumb(near.name(), Optional.of(near.path())));
    }
    way.add(new Head.Crumb(title, Optional.empty()));
    return way;
  }

  private static String headlines(List<Entry> entries) {
    return entries.stream().limit(3).map(Entry::headline).collect(Collectors.joining(" · "));
  }

  private Page.Present page(Head head, String template, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("site", site);
    all.put("pictures", pictures);
    return Page.Present.html(site.page(head, templates.part(template, all)));
  }
}
