package news.nashra.articles.press;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.ListName;
import news.nashra.articles.Status;
import news.nashra.core.Log;

/// Takes withdrawn articles from the [EdgeCache]: their pages, their pictures, and every list, feed
/// and sitemap that named them. What it cannot drop is counted and left to the next call; the
/// withdrawal itself is long committed. Thread-safe.
final class Takedown {
  /// CloudFront works on [15
  /// paths](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html)
  /// with `*` at a time.
  private static final int MAX_PATTERNS = 10;

  private static final List<String> OF_ALL_NEWS =
      List.of(
          "/feed.xml",
          "/feed.json",
          "/latest.json",
          "/fragments/latest.html",
          "/sitemap.xml",
          "/news-sitemap.xml",
          "/corrections/feed.xml");

  private final EdgeCache edge;

  Takedown(EdgeCache edge) {
    this.edge = edge;
  }

  /// Drops what the withdrawn ones of some articles left behind.
  ///
  /// @param reference names this call among all of these articles
  /// @return the ids of those that may be left there
  Set<String> run(Collection<Article> articles, String reference) {
    var withdrawn =
        articles.stream()
            // The edge keeps no hidden page, and each path of a request has a price.
            // It may have become a draft again meanwhile.
            .filter(a -> a.status() != Status.PUBLISHED && a.publishedAt().isPresent())
            .filter(a -> !a.hidden())
            .toList();
    if (withdrawn.isEmpty()) {
      return Set.of();
    }
    try {
      edge.drop(withdrawn.getFirst().id() + "-" + reference, paths(withdrawn));
      return Set.of();
    } catch (RuntimeException e) {
      Log.error("copies at the edge not dropped", e);
      withdrawn.forEach(article -> Log.count("EdgeNotCleared", Map.of("article", article.id())));
      return withdrawn.stream().map(Article::id).collect(Collectors.toUnmodifiableSet());
    }
  }

  /// The paths of a request.
  static List<String> paths(Collection<Article> withdrawn) {
    var patterns = new LinkedHashSet<String>();
    withdrawn.stream().flatMap(Takedown::patterns).forEach(patterns::add);
    if (patterns.size() > MAX_PATTERNS) {
      return List.of("/*");
    }
    var paths = new LinkedHashSet<>(patterns);
    withdrawn.stream().flatMap(Takedown::pages).flatMap(Takedown::withObject).forEach(paths::add);
    paths.addAll(OF_ALL_NEWS);
    return List.copyOf(paths);
  }

  /// Everything below the article's addresses, and every file of its pictures.
  private static Stream<String> patterns(Article article) {
    return Stream.concat(
        article.place().paths().stream().map(path -> path + "*"), pictures(article).stream());
  }

  /// With many pictures, all that the newspaper has.
  private static Set<String> pictures(Article article) {
    var pictures = article.references().pictures().keySet();
    var patterns = new LinkedHashSet<String>();
    pictures.forEach(id -> patterns.add("/media/" + id + "/*"));
    return patterns.size() < MAX_PATTERNS / 2 ? patterns : Set.of("/media/*");
  }

  private static Stream<String> pages(Article article) {
    var lists =
        Stream.concat(
            Stream.of(ListName.PUBLISHED, ListName.CORRECTIONS), article.everListed().stream());
    return Stream.concat(
        lists.flatMap(list -> list.path().stream().flatMap(path -> of(list, path, article))),
        article.place().paths().stream()
            .flatMap(path -> Stream.of(day(path), month(path), sitemap(path))));
  }

  /// A section has feeds and months as well.
  private static Stream<String> of(ListName list, String path, Article article) {
    return list.kind() == ListName.Kind.SECTION
        ? Stream.concat(
            Stream.of(path, path + "feed.xml"),
            article.place().paths().stream().map(of -> path + month(of).substring(1)))
        : Stream.of(path);
  }

  /// A path and the object that a function of the distribution makes of it: CloudFront [wants
  /// both](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html).
  private static Stream<String> withObject(String path) {
    return path.endsWith("/") ? Stream.of(path, path + "index.html") : Stream.of(path);
  }

  /// `/2026/02/23/` of `/2026/02/23/slug/`.
  private static String day(String path) {
    return path.substring(0, "/2026/02/23/".length());
  }

  private static String month(String path) {
    return path.substring(0, "/2026/02/".length());
  }

  private static String sitemap(String path) {
    return "/sitemaps/" + path.substring(1, "/2026".length()) + "-" + path.substring(6, 8) + ".xml";
  }
}
