package news.nashra.homepage.fronts;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.press.FullTexts;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Page;
import news.nashra.core.press.PageGroup;
import news.nashra.homepage.archives.ArchivePageGroups;
import news.nashra.homepage.feeds.Feeds;
import news.nashra.homepage.feeds.Sitemaps;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Addresses;
import news.nashra.site.Asset;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.site.StandingPage;

/// The pages that every rebuild checks, whether there is news or not: the homepage, the fronts of
/// the sections, their feeds, the lists of the latest news, the corrections, the news sitemap, the
/// index of the archive, and the pages that belong to no article. Takes one query for each front,
/// one or two reads for the lead and for the breaking news, and one for the counts of the months.
/// Thread-safe.
public final class FrontPageGroups {
  /// Articles in the list of the latest news under an article.
  static final int LATEST_IN_FRAGMENT = 10;

  /// [Google
  /// News](https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap) takes
  /// articles of the last two days, at most a thousand.
  private static final Duration NEWS_AGE = Duration.ofDays(2);

  private static final int MAX_NEWS = 1000;
  private static final String NEWS = "news sitemap";

  /// The name of the group of pages that are the same as long as the function is: the assets, and
  /// what belongs to no article.
  public static final String FIXED = "fixed pages";

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private final Site site;
  private final FrontPageComposer pages;
  private final Feeds feeds;
  private final Sitemaps sitemaps;
  private final ArchivePageGroups archives;
  private final ArticleLists lists;
  private final FullTexts texts;

  public FrontPageGroups(Table articles, Site site) {
    for (var front : ListFront.values()) {
      if (site.edition().sections().stream().anyMatch(s -> s.path().equals(front.path()))) {
        throw new IllegalArgumentException("edition.json: no section can be at " + front.path());
      }
    }
    this.site = site;
    this.pages = new FrontPageComposer(site);
    this.feeds = new Feeds(site);
    this.sitemaps = new Sitemaps(site);
    this.archives = new ArchivePageGroups(site);
    this.lists = new ArticleLists(articles, Set.of());
    this.texts = new FullTexts(articles, site.origin());
  }

  /// @param now the time that the news sitemap counts back from
  /// @param accept whether a front may lose articles without an explanation, this once
  public List<PageGroup<ListReads>> all(Instant now, boolean accept) {
    return all(now, accept, archives::kept);
  }

  private List<PageGroup<ListReads>> all(
      Instant now, boolean accept, Function<ListReads, SortedMap<YearMonth, Integer>> counts) {
    var all = new ArrayList<>(List.of(home(accept), news(now), fixed(), archives.index(counts)));
    for (var front : ListFront.values()) {
      all.add(list(front));
    }
    site.edition().sections().forEach(section -> all.add(section(section, accept)));
    return all;
  }

  /// All but the news sitemap, which loses articles as time passes. A front may lose articles
  /// without an explanation, and the articles of each month are counted anew.
  public List<PageGroup<ListReads>> timeless(Instant now) {
    return all(now, true, archives::counted).stream()
        .filter(group -> !group.name().equals(NEWS))
        .toList();
  }

  private PageGroup<ListReads> home(boolean accept) {
    var home = guardedHome(accept);
    return new PageGroup<>(
        home.name(),
        home.keys(),
        home.folders(),
        (reads, stored) -> {
          reads.readAhead(sectionLists());
          return home.composition().compose(reads, stored);
        });
  }

  private List<ListName> sectionLists() {
    return site.edition().sections().stream().map(s -> ListName.section(s.id())).toList();
  }

  private PageGroup<ListReads> guardedHome(boolean accept) {
    return guarded(
        "index.html",
        List.of("feed.xml", "feed.json", "latest.json", "fragments/latest.html"),
        ListName.PUBLISHED,
        guard(accept, ArticleLists.Position::withdrawn),
        (reads, entries) -> {
          var news = news(entries);
          var latest = news.subList(0, Math.min(LATEST_IN_FRAGMENT, news.size()));
          var sections = site.edition().sections();
          var bySection = new LinkedHashMap<Section, List<Entry>>();
          for (var section : sections) {
            bySection.put(section, reads.newest(ListName.section(section.id())));
          }
          var fullTexts = fullTexts(entries);
          var named = feeds.naming(reads.authors(entries));
          var page = pages.with(reads.breaking());
          return Map.of(
              "index.html", page.home(news.isEmpty() ? entries : news, reads.pinned(), bySection),
              "feed.xml", named.rss(entries, fullTexts),
              "feed.json", named.json(entries, fullTexts),
              "latest.json", named.latest(news, reads.breaking()),
              "fragments/latest.html", page.latestFragment(latest));
        });
  }

  /// Those that are news: what comes from an archive takes its place in lists, but is not the
  /// latest.
  private static List<Entry> news(List<Entry> entries) {
    return entries.stream().filter(entry -> !entry.imported()).toList();
  }

  private PageGroup<ListReads> section(Section section, boolean accept) {
    var key = section.id() + "/index.html";
    var feed = section.id() + "/feed.xml";
    return guarded(
        key,
        List.of(feed),
        ListName.section(section.id()),
        guard(
            accept, position -> position.withdrawn() || !position.sections().contain(section.id())),
        (reads, entries) ->
            Map.of(
                key,
                pages.with(reads.breaking()).section(section, entries),
                feed,
                feeds.naming(reads.authors(entries)).rss(section, entries, fullTexts(entries))));
  }

  private PageGroup<ListReads> list(ListFront front) {
    var keys = new ArrayList<>(List.of(front.key()));
    front.feed().ifPresent(feed -> keys.add(front.feedKey()));
    return PageGroup.of(
        front.key(),
        keys,
        (reads, stored) -> {
          var entries = reads.newest(front.list());
          var composed = new HashMap<String, Page>();
          composed.put(front.key(), pages.with(reads.breaking()).list(front, entries));
          front
              .feed()
              .map(feed -> feed.compose(feeds.naming(reads.authors(entries)), entries))
              .ifPresent(feed -> composed.put(front.feedKey(), feed));
          return composed;
        });
  }

  private PageGroup<ListReads> news(Instant now) {
    return PageGroup.of(
        NEWS,
        List.of("news-sitemap.xml"),
        (reads, stored) -> {
          // The clock of another function may be ahead.
          var end = now.plus(CLOCK_SKEW);
          var recent =
              reads.lists().between(ListName.PUBLISHED, now.minus(NEWS_AGE), end, MAX_NEWS);
          return Map.of("news-sitemap.xml", sitemaps.news(news(recent)));
        });
  }

  private PageGroup<ListReads> fixed() {
    var pages = new HashMap<String, Page>();
    pages.put("404.html", Page.Present.html(site.notFound()));
    for (var page : StandingPage.values()) {
      pages.put(Addresses.key(page.path()), Page.Present.html(site.standing(page)));
    }
    pages.put("robots.txt", sitemaps.robots());
    for (Asset asset : site.assets()) {
      pages.put(asset.key(), asset.page());
    }
    return PageGroup.of(FIXED, List.copyOf(pages.keySet()), (reads, stored) -> pages);
  }

  /// Composes a front and the pages that come with it.
  private interface Front {
    Map<String, Page.Present> compose(ListReads reads, List<Entry> entries);
  }

  /// A front that does not lose articles by a fault. While it is kept, so are the pages that come
  /// with it.
  private PageGroup<ListReads> guarded(
      String key, List<String> others, ListName list, Optional<ShrinkGuard> guard, Front front) {
    var keys = new ArrayList<>(List.of(key));
    keys.addAll(others);
    return PageGroup.of(
        key,
        keys,
        (reads, stored) -> {
          var entries = reads.newest(list);
          var before = Optional.ofNullable(stored.get(key));
          var refusal = guard.flatMap(g -> g.refusal(entries, before, reads));
          return refusal.isPresent()
              ? kept(keys, refusal.get())
              : withArticleIds(key, front.compose(reads, entries), entries);
        });
  }

  private Optional<ShrinkGuard> guard(boolean accept, Predicate<ArticleLists.Position> hasLeft) {
    return accept ? Optional.empty() : Optional.of(new ShrinkGuard(lists, hasLeft));
  }

  /// Full texts for the feeds, if the edition wants them.
  private Map<String, String> fullTexts(List<Entry> entries) {
    return site.edition().feeds().fullText()
        ? texts.find(entries.stream().map(Entry::id).toList())
        : Map.of();
  }

  private static Map<String, Page> kept(List<String> keys, String reason) {
    var pages = new HashMap<String, Page>();
    keys.forEach(key -> pages.put(key, new Page.Keep(reason)));
    return pages;
  }

  private static Map<String, Page> withArticleIds(
      String key, Map<String, Page.Present> composed, List<Entry> entries) {
    var pages = new HashMap<String, Page>(composed);
    composed.forEach((name, page) -> {
      if (name.equals(key)) {
        pages.put(name, ShrinkGuard.withArticleIds(page, entries));
      }
    });
    return pages;
  }
}
