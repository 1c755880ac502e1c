package news.nashra.articles.press;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.store.ArticleItems;
import news.nashra.comments.ShownComments;
import news.nashra.comments.pages.Discussion;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// Everything that the pages of an article show, read once.
///
/// @param head the article as it is now
/// @param related entries of the related articles that are still published, in the editor's order
record ArticleReading(Optional<Article> head, List<Entry> related, Discussion discussion) {
  /// The partition of related entries: the list of all published articles.
  private static final String PUBLISHED = ListName.PUBLISHED.partition();

  /// The tables that it is read from.
  record Tables(Table articles, Table comments) {
    /// @param likely keys of the related entries to read together with the head; usually they are
    ///   those of the head
    ArticleReading read(String id, List<String> likely) {
      return Parallel.both(
          () -> headAndRelated(articles, id, likely),
          () -> new Discussion(ShownComments.list(comments, id)),
          (article, discussion) ->
              new ArticleReading(article.head(), article.related(), discussion));
    }
  }

  /// The related entries of an article.
  static List<Entry> related(Table articles, Article article) {
    return inOrder(article, read(articles, article.references().related()));
  }

  private record Found(Optional<Article> head, List<Entry> related) {}

  private static Found headAndRelated(Table articles, String id, List<String> likely) {
    var headKey = new Key(ArticleItems.partition(id), ArticleItems.HEAD);
    var keys = new ArrayList<>(List.of(headKey));
    likely.forEach(sk -> keys.add(new Key(PUBLISHED, sk)));
    var entries = new HashMap<String, Entry>();
    var head = Optional.<Article>empty();
    for (var item : articles.get(keys)) {
      if (item.key().equals(headKey)) {
        head = Optional.of(ArticleItems.read(item));
      } else {
        entries.put(item.sk(), Entry.read(item));
      }
    }
    var missing = new LinkedHashSet<>(head.map(a -> a.references().related()).orElse(List.of()));
    likely.forEach(missing::remove);
    entries.putAll(read(articles, List.copyOf(missing)));
    return new Found(head, head.map(article -> inOrder(article, entries)).orElse(List.of()));
  }

  private static Map<String, Entry> read(Table articles, List<String> entries) {
    var found = new HashMap<String, Entry>();
    articles
        .get(entries.stream().map(sk -> new Key(PUBLISHED, sk)).toList())
        .forEach(item -> found.put(item.sk(), Entry.read(item)));
    return found;
  }

  private static List<Entry> inOrder(Article article, Map<String, Entry> entries) {
    return article.references().related().stream()
        .flatMap(sk -> Optional.ofNullable(entries.get(sk)).stream())
        .toList();
  }
}
