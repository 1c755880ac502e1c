package news.nashra.articles.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.nashra.articles.Article;
import news.nashra.articles.Change;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.Status;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// The lists of articles: `published`, `section#<id>`, `topic#<slug>`, `author#<slug>` in the order
/// of publication, `corrections` in that of correction, and the changes. Each answer is one query
/// whose cost does not know how large the archive is.
///
/// @param unseen ids of articles that are left out of each list
public record ArticleLists(Table articles, Set<String> unseen) {
  public ArticleLists {
    unseen = Set.copyOf(unseen);
  }

  /// The newest entries, newest first.
  public List<Entry> newest(ListName list, int limit) {
    return read(articles.newest(list.partition(), Optional.empty(), enough(limit)), limit);
  }

  /// The entries from `from` to before `to`, newest first.
  public List<Entry> between(ListName list, Instant from, Instant to, int limit) {
    return read(
        articles.between(
            list.partition(), Instants.format(from), Instants.format(to), enough(limit)),
        limit);
  }

  /// The last entry before `instant`.
  public Optional<Entry> before(ListName list, Instant instant) {
    var before = Optional.of(Instants.format(instant));
    return read(articles.newest(list.partition(), before, enough(1)), 1).stream().findFirst();
  }

  /// The first entry at `instant` or after it.
  public Optional<Entry> from(ListName list, Instant instant) {
    var from = Instants.format(instant);
    return read(articles.following(list.partition(), "", from, enough(1)), 1).stream().findFirst();
  }

  /// What changed at `instant` or after it, oldest first.
  public List<Change> changes(Instant instant, int limit) {
    return articles
        .following(ListName.CHANGED.partition(), "", Instants.format(instant), limit)
        .stream()
        .map(Change::read)
        .toList();
  }

  /// What changed from the change with the key `from` to the one with the key `to`, both included,
  /// newest first.
  public List<Change> changes(String from, String to) {
    return articles.between(ListName.CHANGED.partition(), from, to, Integer.MAX_VALUE).stream()
        .map(Change::read)
        .toList();
  }

  /// The keys of the changes after the one with the key `after`, oldest first.
  ///
  /// @param after empty for the first
  public List<String> changeKeys(Optional<String> after, int limit) {
    return articles.sortKeysAfter(
        ListName.CHANGED.partition(), after.orElse(Instants.format(Instant.EPOCH)), limit);
  }

  /// The last changes of those of `ids` that were ever published, in no order.
  public List<Change> changesOf(Collection<String> ids) {
    return ArticleItems.find(articles, ids).stream()
        .filter(article -> article.publishedAt().isPresent())
        .map(article -> Change.read(Change.item(article)))
        .toList();
  }

  /// The entries of those of `ids` that are published, in no order.
  public List<Entry> published(Collection<String> ids) {
    return ArticleItems.find(articles, ids).stream()
        .filter(article -> !unseen.contains(article.id()))
        .filter(article -> article.status() == Status.PUBLISHED)
        .map(article -> Entry.item(ListName.PUBLISHED, ArticleItems.entryKey(article), article))
        .map(Entry::read)
        .toList();
  }

  /// Where an article is now.
  ///
  /// @param section the id of its section
  /// @param key of its entries while it is published
  public record Position(boolean withdrawn, String section, String key) {}

  /// The positions of those of `ids` that exist, by id.
  public Map<String, Position> positions(Collection<String> ids) {
    return ArticleItems.find(articles, ids).stream()
        .collect(
            Collectors.toMap(
                Article::id,
                article ->
                    new Position(
                        article.status() == Status.WITHDRAWN,
                        article.content().section(),
                        ArticleItems.entryKey(article))));
  }

  /// As many as it takes for `limit` to be left when the unseen ones are left out.
  private int enough(int limit) {
    return (int) Math.min(Integer.MAX_VALUE, (long) limit + unseen.size());
  }

  private List<Entry> read(List<Item> items, int limit) {
    return items.stream()
        .map(Entry::read)
        .filter(entry -> !unseen.contains(entry.id()))
        .limit(limit)
        .toList();
  }
}
