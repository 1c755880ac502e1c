package news.nashra.homepage.fronts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.press.FullTexts;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Page;
import news.nashra.core.press.PageGroup;
import news.nashra.homepage.feeds.Feeds;
import news.nashra.homepage.feeds.Sitemaps;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Asset;
import news.nashra.site.Section;
import news.nashra.site.Site;

/// What each rebuild looks at, with news or without: the homepage, the fronts of the sections,
/// their feeds, the lists of the latest news, the corrections, the news sitemap, and the pages that
/// belong to no article. One query for each front.
public final class FrontPageGroups {
  /// Articles in the list beside an article.
  static final int LATEST = 10;

  /// [Google
  /// News](https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap) takes
  /// articles of the last two days, at most a thousand.
  private static final Duration NEWS_AGE = Duration.ofDays(2);

  private static final int NEWS_MOST = 1000;
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Site site;
  private final FrontPageComposer page;
  private final Feeds feeds;
  private final Sitemaps sitemaps;
  private final ArticleLists lists;
  private final FullTexts texts;

  public FrontPageGroups(Table articles, Site site) {
    this.site = site;
    this.page = new FrontPageComposer(site);
    this.feeds = new Feeds(site);
    this.sitemaps = new Sitemaps(site);
    this.lists = new ArticleLists(articles, Set.of());
    this.texts = new FullTexts(articles, site.origin());
  }

  /// @param now what the news sitemap calls recent
  /// @param accept whether a front may lose news without an explanation, this once
  public List<PageGroup<ListReads>> all(Instant now, boolean accept) {
    var all = new ArrayList<>(List.of(home(accept), corrections(), news(now), fixed()));
    site.edition().sections().forEach(section -> all.add(section(section, accept)));
    return all;
  }

  private PageGroup<ListReads> home(boolean accept) {
    return guarded(
        "index.html",
        List.of("feed.xml", "feed.json", "latest.json", "fragments/latest.html"),
        ListName.PUBLISHED,
        guard(accept, ArticleLists.Position::withdrawn),
        (reading, entries) -> {
          var latest = entries.subList(0, Math.min(LATEST, entries.size()));
          var bySection = new LinkedHashMap<Section, List<Entry>>();
          for (var section : site.edition().sections()) {
            bySection.put(section, reading.newest(ListName.section(section.id())));
          }
          var whole = texts(entries);
          return Map.of(
              "index.html", page.home(entries, reading.pinned(), bySection),
              "feed.xml", feeds.rss(entries, whole),
              "feed.json", feeds.json(entries, whole),
              "latest.json", feeds.latest(entries),
              "fragments/latest.html", page.fragment(latest));
        });
  }

  private PageGroup<ListReads> section(Section section, boolean accept) {
    var key = section.id() + "/index.html";
    var feed = section.id() + "/feed.xml";
    return guarded(
        key,
        List.of(feed),
        ListName.section(section.id()),
        guard(accept, place -> place.withdrawn() || !place.section().equals(section.id())),
        (reading, entries) ->
            Map.of(
                key,
                page.section(section, entries),
                feed,
                feeds.rss(section, entries, texts(entries))));
  }

  private PageGroup<ListReads> corrections() {
    return PageGroup.of(
        "corrections",
        List.of("corrections/index.html", "corrections/feed.xml"),
        (reading, standing) -> {
          var entries = reading.newest(ListName.CORRECTIONS);
          return Map.of(
              "corrections/index.html", page.corrections(entries),
              "corrections/feed.xml", feeds.corrections(entries));
        });
  }

  private PageGroup<ListReads> news(Instant now) {
    return PageGroup.of(
        "news sitemap",
        List.of("news-sitemap.xml"),
        (reading, standing) -> {
          // Another function's clock may be ahead of this one's.
          var end = now.plus(SKEW);
          var recent =
              reading.lists().between(ListName.PUBLISHED, now.minus(NEWS_AGE), end, NEWS_MOST);
          return Map.of("news-sitemap.xml", sitemaps.news(recent));
        });
  }

  private PageGroup<ListReads> fixed() {
    var pages = new HashMap<String, Page>();
    pages.put("404.html", Page.Present.html(site.notFound()));
    pages.put("terms/index.html", Page.Present.html(site.terms()));
    pages.put("robots.txt", sitemaps.robots());
    for (Asset asset : site.assets()) {
      pages.put(asset.key(), asset.page());
    }
    return PageGroup.of("fixed pages", List.copyOf(pages.keySet()), (reading, standing) -> pages);
  }

  /// Composes a front and what comes with it.
  private interface Front {
    Map<String, Page.Present> compose(ListReads reading, List<Entry> entries);
  }

  /// A front that does not lose its news: while it is kept, so is what comes with it.
  private PageGroup<ListReads> guarded(
      String key, List<String> others, ListName list, Optional<ShrinkGuard> guard, Front front) {
    var keys = new ArrayList<>(List.of(key));
    keys.addAll(others);
    return PageGroup.of(
        key,
        keys,
        (reading, standing) -> {
          var entries = reading.newest(list);
          var before = Optional.ofNullable(standing.get(key));
          var refused = guard.flatMap(g -> g.refuses(entries, before, reading));
          return refused.isPresent()
              ? kept(keys, refused.get())
              : noted(key, front.compose(reading, entries), entries);
        });
  }

  private Optional<ShrinkGuard> guard(boolean accept, Predicate<ArticleLists.Position> left) {
    return accept ? Optional.empty() : Optional.of(new ShrinkGuard(lists, left));
  }

  /// Whole articles for the feeds, where the edition wants them.
  private Map<String, String> texts(List<Entry> entries) {
    return site.edition().feeds().fullText()
        ? texts.of(entries.stream().map(Entry::id).toList())
        : Map.of();
  }

  private static Map<String, Page> kept(List<String> keys, String reason) {
    var pages = new HashMap<String, Page>();
    keys.forEach(key -> pages.put(key, new Page.Keep(reason)));
    return pages;
  }

  private static Map<String, Page> noted(
      String key, Map<String, Page.Present> composed, List<Entry> entries) {
    var pages = new HashMap<String, Page>(composed);
    composed.forEach((name, page) -> {
      if (name.equals(key)) {
        pages.put(name, ShrinkGuard.note(page, entries));
      }
    });
    return pages;
  }
}
