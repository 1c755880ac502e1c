package news.nashra.homepage.archives;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.Timeline;
import news.nashra.core.Parallel;
import news.nashra.core.press.Page;
import news.nashra.core.press.PageGroup;
import news.nashra.homepage.feeds.Sitemaps;
import news.nashra.homepage.state.ListReads;
import news.nashra.homepage.state.MonthCounts;
import news.nashra.site.Addresses;
import news.nashra.site.Section;
import news.nashra.site.Site;

/// The pages that remain when the news has moved on: topics and authors with their newest articles,
/// and days and months with everything that was published in them. A page that would be empty does
/// not exist, but for the index of the years and months. Thread-safe.
public final class ArchivePageGroups {
  public static final String SITEMAP_INDEX = "sitemap.xml";

  /// No limit: a day or month is shown in full.
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final Site site;
  private final EditionCalendar calendar;
  private final ArchivePageComposer page;
  private final Sitemaps sitemaps;

  public ArchivePageGroups(Site site) {
    this.site = site;
    this.calendar = new EditionCalendar(site.edition().timeZone());
    this.page = new ArchivePageComposer(site);
    this.sitemaps = new Sitemaps(site);
  }

  PageGroup<ListReads> topic(String slug) {
    var list = ListName.topic(slug);
    return newest(
        list,
        (reads, path) -> unlessEmpty(reads.newest(list), entries -> page.topic(path, entries)));
  }

  public PageGroup<ListReads> author(String slug) {
    var list = ListName.author(slug);
    return newest(
        list,
        (reads, path) ->
            Parallel.both(
                () -> reads.newest(list),
                () -> reads.author(slug),
                (all, author) -> unlessEmpty(all, entries -> page.author(path, entries, author))));
  }

  PageGroup<ListReads> day(LocalDate day) {
    var key = Addresses.key(Addresses.day(day));
    return PageGroup.of(
        key,
        List.of(key),
        (reads, stored) ->
            Stretch.read(reads, ListName.PUBLISHED, calendar.span(day))
                .map(stretch ->
                    page(key, page.day(day, stretch.entries(), stretch.near(calendar::dayOf))))
                .orElse(Map.of(key, new Page.Gone())));
  }

  PageGroup<ListReads> month(YearMonth month) {
    var key = Addresses.key(Addresses.month(month));
    var sitemap = "sitemaps/" + month + ".xml";
    return PageGroup.of(
        key,
        List.of(key, sitemap),
        (reads, stored) ->
            Stretch.read(reads, ListName.PUBLISHED, calendar.span(month))
                .map(stretch ->
                    Map.<String, Page>of(
                        key,
                        page.month(month, stretch.entries(), stretch.near(calendar::monthOf)),
                        sitemap,
                        sitemaps.month(stretch.entries())))
                .orElse(Map.of(key, new Page.Gone(), sitemap, new Page.Gone())));
  }

  PageGroup<ListReads> month(Section section, YearMonth month) {
    var key = Addresses.key(Addresses.month(section, month));
    var list = ListName.section(section.id());
    return PageGroup.of(
        key,
        List.of(key),
        (reads, stored) ->
            Stretch.read(reads, list, calendar.span(month))
                .map(stretch ->
                    page(
                        key,
                        page.month(
                            section, month, stretch.entries(), stretch.near(calendar::monthOf))))
                .orElse(Map.of(key, new Page.Gone())));
  }

  private static Map<String, Page> page(String key, Page page) {
    return Map.of(key, page);
  }

  /// What the page of a day or a month shows: all entries, and where the nearest others are.
  private record Stretch(List<Entry> entries, Neighbours<Instant> neighbours) {
    /// Reads it side by side; empty if there is no entry.
    static Optional<Stretch> read(ListReads reads, ListName list, EditionCalendar.Span span) {
      var stretch =
          Parallel.both(
              () -> reads.lists().between(list, span.from(), span.to(), NO_LIMIT),
              () -> ArchivePageGroups.neighbours(reads, list, span),
              Stretch::new);
      return Optional.of(stretch).filter(read -> !read.entries().isEmpty());
    }

    <T> Neighbours<T> near(Function<Instant, T> period) {
      return neighbours.map(period);
    }
  }

  /// The way into the archive: all years and months, with the number of their articles.
  ///
  /// @param counts of the months that have an article, the newest first
  public PageGroup<ListReads> index(Function<ListReads, SortedMap<YearMonth, Integer>> counts) {
    var key = Addresses.key(Addresses.ARCHIVE);
    return PageGroup.of(
        key, List.of(key), (reads, stored) -> Map.of(key, page.index(counts.apply(reads))));
  }

  /// The counts as they are kept ([MonthCounting]).
  public SortedMap<YearMonth, Integer> kept(ListReads reads) {
    return reads.monthCounts().map(MonthCounts::months).orElseGet(() -> counted(reads));
  }

  /// The counts as the list of published articles has them. It reads the whole list.
  public SortedMap<YearMonth, Integer> counted(ListReads reads) {
    var counts = new TreeMap<YearMonth, Integer>(Comparator.reverseOrder());
    for (var month : months(reads)) {
      counts.put(month, count(reads, month));
    }
    return counts;
  }

  int count(ListReads reads, YearMonth month) {
    var span = calendar.span(month);
    return reads.lists().count(ListName.PUBLISHED, span.from(), span.to());
  }

  YearMonth monthOf(Instant instant) {
    return calendar.monthOf(instant);
  }

  /// The index of the sitemaps, with every month that has an article. It takes a query for each
  /// year from the oldest article on, and one for each month of the years that have articles, so it
  /// is pressed only when a month gets its first article or loses its last.
  public PageGroup<ListReads> sitemapIndex() {
    return PageGroup.of(
        SITEMAP_INDEX,
        List.of(SITEMAP_INDEX),
        (reads, stored) -> Map.of(SITEMAP_INDEX, sitemaps.index(months(reads))));
  }

  /// The months that have an article, the newest first.
  List<YearMonth> months(ListReads reads) {
    var oldest = reads.lists().firstFrom(ListName.PUBLISHED, Timeline.OLDEST);
    var newest = reads.newest(ListName.PUBLISHED).stream().findFirst();
    if (oldest.isEmpty() || newest.isEmpty()) {
      return List.of();
    }
    var first = calendar.monthOf(oldest.get().date());
    var last = calendar.monthOf(newest.get().date());
    var years = IntStream.rangeClosed(first.getYear(), last.getYear()).mapToObj(Year::of).toList();
    var months =
        withArticles(reads, years, calendar::span).stream()
            .flatMap(year -> IntStream.rangeClosed(1, 12).mapToObj(year::atMonth))
            .filter(month -> !month.isBefore(first) && !month.isAfter(last))
            .toList();
    return withArticles(reads, months.reversed(), calendar::span);
  }

  /// Those of some months or years that have an article.
  private static <T> List<T> withArticles(
      ListReads reads, List<T> periods, Function<T, EditionCalendar.Span> span) {
    var checks = new ArrayList<Callable<List<T>>>();
    for (var period : periods) {
      checks.add(() -> hasArticles(reads, span.apply(period)) ? List.of(period) : List.of());
    }
    return Parallel.all(checks).stream().flatMap(List::stream).toList();
  }

  /// The nearest articles before and after a span, whose days or months are its neighbours.
  static Neighbours<Instant> neighbours(ListReads reads, ListName list, EditionCalendar.Span span) {
    return Parallel.both(
        () -> reads.lists().lastBefore(list, span.from()),
        () -> reads.lists().firstFrom(list, span.to()),
        (earlier, later) -> new Neighbours<>(earlier.map(Entry::date), later.map(Entry::date)));
  }

  private static boolean hasArticles(ListReads reads, EditionCalendar.Span span) {
    return !reads.lists().between(ListName.PUBLISHED, span.from(), span.to(), 1).isEmpty();
  }

  /// The page of a list of any time.
  private static PageGroup<ListReads> newest(
      ListName list, BiFunction<ListReads, String, Page> page) {
    var path = list.path().orElseThrow();
    var key = Addresses.key(path);
    return PageGroup.of(key, List.of(key), (reads, stored) -> Map.of(key, page.apply(reads, path)));
  }

  private static Page unlessEmpty(List<Entry> entries, Function<List<Entry>, Page> page) {
    return entries.isEmpty() ? new Page.Gone() : page.apply(entries);
  }
}
