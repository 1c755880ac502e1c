package news.nashra.homepage.archives;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import news.nashra.articles.Entry;
import news.nashra.articles.authors.Author;
import news.nashra.core.Text;
import news.nashra.core.press.Page;
import news.nashra.media.Picture;
import news.nashra.media.PictureTag;
import news.nashra.site.Addresses;
import news.nashra.site.Direction;
import news.nashra.site.Head;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// Composes the pages of topics, authors, days and months as pure functions of their entries, of
/// which there is at least one, and the index of the archive. Thread-safe.
public final class ArchivePageComposer {
  private static final int MAX_DESCRIPTION = 220;
  private static final int PORTRAIT_WIDTH = 640;

  private final Templates templates = new Templates("news.nashra.homepage.pages");
  private final PictureTag pictures = new PictureTag();
  private final Site site;
  private final EditionCalendar calendar;

  public ArchivePageComposer(Site site) {
    this.site = site;
    this.calendar = new EditionCalendar(site.edition().timeZone());
  }

  public Page.Present topic(String path, List<Entry> entries) {
    return labelled(path, entries, "topic.title", "topic.description");
  }

  /// The page of an author: who they are, if they have a record, and their newest articles.
  public Page.Present author(String path, List<Entry> entries, Optional<Author> record) {
    return record
        .map(author -> author(entries, author))
        .orElseGet(() -> labelled(path, entries, "author.title", "author.description"));
  }

  private Page.Present author(List<Entry> entries, Author author) {
    var profile = author.profile();
    var articles = site.messages().get("author.description", author.name());
    var image = profile.picture().map(picture -> portrait(picture, author.name()));
    var head =
        Head.of(
                author.name(),
                profile
                    .bio()
                    .map(bio -> Text.shorten(Text.line(bio), MAX_DESCRIPTION))
                    .orElse(articles),
                author.path(),
                Entry.lastUpdate(entries).map(at -> latest(at, author.updatedAt())))
            .about(
                new Head.Person(
                    author.name(), profile.role(), profile.bio(), image, profile.links()))
            .withImage(image);
    var links = profile.links().stream().map(ArchivePageComposer::link).toList();
    return page(
        head,
        "author.jte",
        Map.of(
            "author",
            author,
            "links",
            links,
            "title",
            articles,
            "entries",
            entries,
            "times",
            site.times().inList(Entry.lastUpdate(entries))));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Head.Image portrait(Picture picture, String alt) {
    int width = picture.widthAtLeast(PORTRAIT_WIDTH);
    return new Head.Image(picture.path(width, "jpg"), width, picture.heightAt(width), alt);
  }

  /// A link to another site, shown without its scheme: `social.example/@salma`.
  private static ArchiveLink link(String address) {
    return new ArchiveLink(address, address.replaceAll("^https://(www\\.)?|/$", ""));
  }

  /// The page of a topic or author, under the name as the newest article writes it.
  private Page.Present labelled(
      String path, List<Entry> entries, String title, String description) {
    var messages = site.messages();
    var name = entries.getFirst().label().orElse("");
    var head =
        Head.of(
            messages.get(title, name),
            messages.get(description, name),
            path,
            Entry.lastUpdate(entries));
    var times = site.times().inList(Entry.lastUpdate(entries));
    return page(
        head,
        "named.jte",
        Map.of(
            "title",
            messages.get(title, Direction.isolate(name)),
            "entries",
            entries,
            "times",
            times));
  }

  public Page.Present day(LocalDate day, List<Entry> entries, Neighbours<LocalDate> near) {
    var yearMonth = YearMonth.from(day);
    var month = new ArchiveLink(Addresses.month(yearMonth), site.dates().month(yearMonth));
    var name = site.dates().day(day);
    var title = site.messages().get("archive.day", name);
    var clock = clock(entries);
    return page(
        Head.of(title, headlines(entries), Addresses.day(day), Entry.lastUpdate(entries))
            .withCrumbs(crumbs(name, archive(), month))
            .withClock(clock),
        "day.jte",
        Map.of(
            "title",
            title,
            "entries",
            entries,
            "times",
            site.times().inDay(clock),
            "above",
            List.of(month, archive()),
            "near",
            near.map(d -> new ArchiveLink(Addresses.day(d), site.dates().day(d)))));
  }

  /// The calendar of a month, with the number of articles of each day.
  public Page.Present month(YearMonth month, List<Entry> entries, Neighbours<YearMonth> near) {
    var name = site.dates().month(month);
    var counts = new HashMap<LocalDate, Long>();
    entries.forEach(entry -> counts.merge(calendar.dayOf(entry.date()), 1L, Long::sum));
    var sections =
        site.edition().sections().stream()
            .filter(s -> entries.stream().anyMatch(entry -> entry.sections().contain(s.id())))
            .map(s -> new ArchiveLink(Addresses.month(s, month), s.name()))
            .toList();
    var title = site.messages().get("archive.month", name);
    var clock = clock(entries);
    return page(
        Head.of(title, title, Addresses.month(month), Entry.lastUpdate(entries))
            .withCrumbs(crumbs(name, archive()))
            .withClock(clock),
        "month.jte",
        Map.of(
            "title", title,
            "name", name,
            "weeks", MonthGrid.of(month, site.dates().week()).weeks(),
            "counts", counts,
            "sections", sections,
            "above", List.of(archive()),
            "near", near.map(m -> new ArchiveLink(Addresses.month(m), site.dates().month(m)))));
  }

  /// The articles of a section in a month, day by day.
  public Page.Present month(
      Section section, YearMonth month, List<Entry> entries, Neighbours<YearMonth> near) {
    var name = site.dates().month(month);
    var title = site.messages().get("archive.section", section.name(), name);
    var clock = clock(entries);
    var byDay =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> calendar.dayOf(entry.date()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var head =
        Head.of(
                title,
                headlines(entries),
                Addresses.month(section, month),
                Entry.lastUpdate(entries))
            .inSection(section.id())
            .withCrumbs(crumbs(name, new ArchiveLink(section.path(), section.name())))
            .withClock(clock);
    return page(
        head,
        "sectionMonth.jte",
        Map.of(
            "title",
            title,
            "days",
            byDay,
            "times",
            site.times().inDay(clock),
            "above",
            List.of(new ArchiveLink(Addresses.month(month), name), archive()),
            "near",
            near.map(m -> new ArchiveLink(Addresses.month(section, m), site.dates().month(m)))));
  }

  /// The years and months, the newest first.
  ///
  /// @param counts the articles of each month that has one
  public Page.Present index(SortedMap<YearMonth, Integer> counts) {
    var years = new LinkedHashMap<Year, Map<YearMonth, Integer>>();
    counts.forEach((month, count) ->
        years.computeIfAbsent(Year.from(month), year -> new LinkedHashMap<>()).put(month, count));
    var title = archive().name();
    return page(
        Head.of(
                title,
                site.messages().get("archive.description"),
                Addresses.ARCHIVE,
                Optional.empty())
            .withCrumbs(List.of(site.homeCrumb(), new Head.Crumb(title, Optional.empty()))),
        "archive.jte",
        Map.of("title", title, "years", years));
  }

  private ArchiveLink archive() {
    return new ArchiveLink(Addresses.ARCHIVE, site.messages().get("site.archive"));
  }

  private ZoneId clock(List<Entry> entries) {
    return site.times().clockOfDays(entries.stream().map(Entry::date).toList());
  }

  /// The breadcrumbs: the homepage, `between`, and the page itself.
  private List<Head.Crumb> crumbs(String title, ArchiveLink... between) {
    var crumbs = new ArrayList<>(List.of(site.homeCrumb()));
    for (var link : between) {
      crumbs.add(new Head.Crumb(link.name(), Optional.of(link.path())));
    }
    crumbs.add(new Head.Crumb(title, Optional.empty()));
    return crumbs;
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
