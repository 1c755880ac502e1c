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
import news.nashra.articles.Sections;
import news.nashra.articles.Status;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// The lists of articles: `published`, `section#<id>`, `topic#<slug>` and `author#<slug>` in the
/// order of publication, `corrections` in the order of correction, and the changes. The lists are
/// read with one query each, whose cost does not depend on the size of the archive. Threads may
/// share it.
///
/// @param excluded ids of articles to leave out of every list
public record ArticleLists(Table articles, Set<String> excluded) {
  public ArticleLists {
    excluded = Set.copyOf(excluded);
  }

  /// The newest entries, newest first.
  public List<Entry> newest(ListName list, int limit) {
    return read(
        articles.newest(list.partition(), Optional.empty(), limitBeforeExclusion(limit)), limit);
  }

  /// The entries from `from` to before `to`, newest first.
  public List<Entry> between(ListName list, Instant from, Instant to, int limit) {
    return read(
        articles.between(
            list.partition(),
            Instants.format(from),
            Instants.format(to),
            limitBeforeExclusion(limit)),
        limit);
  }

  /// How many entries there are from `from` to before `to`.
  public int count(ListName list, Instant from, Instant to) {
    return excluded.isEmpty()
        ? articles.count(
            list.partition(), Instants.format(from), Instants.format(to), Integer.MAX_VALUE)
        : between(list, from, to, Integer.MAX_VALUE).size();
  }

  /// The last entry before `instant`.
  public Optional<Entry> lastBefore(ListName list, Instant instant) {
    var before = Optional.of(Instants.format(instant));
    return read(articles.newest(list.partition(), before, limitBeforeExclusion(1)), 1).stream()
        .findFirst();
  }

  /// The first entry at `instant` or after it.
  public Optional<Entry> firstFrom(ListName list, Instant instant) {
    var from = Instants.format(instant);
    return read(articles.following(list.partition(), "", from, limitBeforeExclusion(1)), 1).stream()
        .findFirst();
  }

  /// The changes at `instant` or later, oldest first.
  public List<Change> changes(Instant instant, int limit) {
    return articles
        .following(ListName.CHANGED.partition(), "", Instants.format(instant), limit)
        .stream()
        .map(Change::read)
        .toList();
  }

  /// The changes between two keys, both included, newest first.
  public List<Change> changes(String from, String to) {
    return articles.between(ListName.CHANGED.partition(), from, to, Integer.MAX_VALUE).stream()
        .map(Change::read)
        .toList();
  }

  /// The keys of the changes after the key `after`, oldest first.
  ///
  /// @param after empty to begin with the first change
  public List<String> changeKeys(Optional<String> after, int limit) {
    return articles.sortKeysAfter(
        ListName.CHANGED.partition(), after.orElse(Instants.format(Instant.EPOCH)), limit);
  }

  /// The last change of each of `ids` that has ever been published, in no order.
  public List<Change> lastChanges(Collection<String> ids) {
    return ArticleItems.find(articles, ids).stream()
        .filter(article -> article.publishedAt().isPresent())
        .map(article -> Change.read(Change.item(article)))
        .toList();
  }

  /// The entries of those of `ids` that are published, in no order.
  public List<Entry> published(Collection<String> ids) {
    return ArticleItems.find(articles, ids).stream()
        .filter(article -> !excluded.contains(article.id()))
        .filter(article -> article.status() == Status.PUBLISHED && !article.hidden())
        .map(article -> Entry.item(ListName.PUBLISHED, ArticleItems.entryKey(article), article))
        .map(Entry::read)
        .toList();
  }

  /// Where an article is in the lists.
  ///
  /// @param withdrawn whether it is no longer published: it may be a draft again
  /// @param sections those that list it
  /// @param key of its entries, if it is published
  public record Position(boolean withdrawn, Sections sections, String key) {}

  /// The positions of those of `ids` that exist, by id.
  public Map<String, Position> positions(Collection<String> ids) {
    return ArticleItems.find(articles, ids).stream()
        .collect(
            Collectors.toMap(
                Article::id,
                article ->
                    new Position(
                        article.status() != Status.PUBLISHED,
                        article.content().sections(),
                        ArticleItems.entryKey(article))));
  }

  /// How many entries to read so that `limit` are left without the excluded ones.
  private int limitBeforeExclusion(int limit) {
    return (int) Math.min(Integer.MAX_VALUE, (long) limit + excluded.size());
  }

  private List<Entry> read(List<Item> items, int limit) {
    return items.stream()
        .map(Entry::read)
        .filter(entry -> !excluded.contains(entry.id()))
        .limit(limit)
        .toList();
  }
}
