package news.nashra.articles.press;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.articles.Article;
import news.nashra.articles.Entry;
import news.nashra.articles.Kind;
import news.nashra.articles.ListName;
import news.nashra.articles.authors.Author;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.live.LiveEntries;
import news.nashra.articles.live.LiveEntry;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.live.LiveReading;
import news.nashra.articles.store.ArticleItems;
import news.nashra.comments.ShownComments;
import news.nashra.comments.pages.Discussion;
import news.nashra.core.Once;
import news.nashra.core.Parallel;
import news.nashra.core.aws.AwsFailure;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// Everything that the pages of an article show, read once.
///
/// @param head the article as it is now
/// @param related entries of the related articles that are still published, in the editor's order
/// @param authors the records of its authors, in its order
/// @param live the entries of live coverage; absent for what is none
record ArticleReading(
    Optional<Article> head,
    List<Entry> related,
    List<Author> authors,
    Discussion discussion,
    Optional<LiveEntries> live) {
  /// The partition of related entries: the list of all published articles.
  private static final String PUBLISHED = ListName.PUBLISHED.partition();

  /// Where it is read.
  @FunctionalInterface
  interface Source {
    /// @param known a revision of the article
    ArticleReading read(Article known);
  }

  /// The tables that it is read from, for articles that are pressed together. The heads of all, and
  /// what `known` refers to, which is usually what the heads refer to, are read with the first of
  /// them: a call for a hundred items. Thread-safe.
  static final class Tables implements Source {
    private final Table articles;
    private final Table comments;
    private final Once<Map<Key, Item>> items;

    /// Whether it is worth reading two things of an article side by side. Several articles are read
    /// side by side anyway.
    private final boolean alone;

    /// @param known revisions of all articles that will be asked for
    Tables(Table articles, Table comments, Collection<Article> known) {
      this.articles = articles;
      this.comments = comments;
      this.items = new Once<>(() -> byKey(articles.get(keys(known))));
      this.alone = known.size() == 1;
    }

    @Override
    public ArticleReading read(Article known) {
      return isLive(known)
          ? Parallel.both(
              () -> new LiveReading(articles, known.id()).newest(),
              () -> readArticle(known),
              (newest, read) -> read.with(articles, Optional.of(newest)))
          : readArticle(known).with(articles, Optional.empty());
    }

    private ReadArticle readArticle(Article known) {
      return alone
          ? Parallel.both(() -> reading(known), () -> discussion(known), ReadArticle::new)
          : new ReadArticle(reading(known), discussion(known));
    }

    private Reading reading(Article known) {
      return Reading.of(articles, known, items(known));
    }

    /// An item that cannot even be asked for holds up its own article alone.
    private Map<Key, Item> items(Article known) {
      try {
        return items.get();
      } catch (RuntimeException e) {
        if (alone || AwsFailure.isTransient(e)) {
          throw e;
        }
        return byKey(articles.get(keys(List.of(known))));
      }
    }

    private Discussion discussion(Article known) {
      return new Discussion(ShownComments.list(comments, known.id()));
    }

    private static Set<Key> keys(Collection<Article> known) {
      var keys = new LinkedHashSet<Key>();
      for (var article : known) {
        keys.addAll(references(article));
        keys.add(ArticleItems.headKey(article.id()));
      }
      return keys;
    }
  }

  /// What the page shows of an article that is not stored like this: everything but comments.
  static ArticleReading ofPreview(Table articles, Article article) {
    var items = byKey(articles.get(references(article)));
    return new ReadArticle(new Reading(Optional.of(article), items), new Discussion(List.of()))
        .with(articles, Optional.empty());
  }

  private record ReadArticle(Reading reading, Discussion discussion) {
    /// @param newest the entries that its page may show; absent if nobody knew that it is live
    ArticleReading with(Table articles, Optional<List<LiveEntry>> newest) {
      var live =
          reading
              .head()
              .filter(ArticleReading::isLive)
              .flatMap(article -> {
                var entries = new LiveReading(articles, article.id());
                return reading
                    .find(LiveItems.coverageKey(article.id()))
                    .map(item -> entries.entries(item, newest.orElseGet(entries::newest)))
                    .or(() -> article.publishedAt().map(LiveEntries::none));
              });
      return reading.with(discussion, live);
    }
  }

  private static boolean isLive(Article article) {
    return article.content().kind() == Kind.LIVE;
  }

  /// What was read from the articles table.
  private record Reading(Optional<Article> head, Map<Key, Item> items) {
    /// @param read the head, and what `known` refers to, as far as these exist
    static Reading of(Table articles, Article known, Map<Key, Item> read) {
      var head =
          Optional.ofNullable(read.get(ArticleItems.headKey(known.id()))).map(ArticleItems::read);
      var missing = new LinkedHashSet<Key>();
      head.ifPresent(article -> missing.addAll(references(article)));
      missing.removeAll(references(known));
      missing.removeAll(read.keySet());
      if (missing.isEmpty()) {
        return new Reading(head, read);
      }
      var items = new HashMap<>(read);
      items.putAll(byKey(articles.get(missing)));
      return new Reading(head, items);
    }

    ArticleReading with(Discussion discussion, Optional<LiveEntries> live) {
      var related = head.stream().flatMap(a -> a.references().related().stream());
      var authors = head.stream().flatMap(a -> a.content().credits().authors().stream());
      return new ArticleReading(
          head,
          related.flatMap(sk -> find(related(sk)).map(Entry::read).stream()).toList(),
          authors
              .flatMap(slug -> find(AuthorItems.key(slug)).map(AuthorItems::read).stream())
              .toList(),
          discussion,
          live);
    }

    private Optional<Item> find(Key key) {
      return Optional.ofNullable(items.get(key));
    }
  }

  /// The keys of the items that the page of an article shows beside the article.
  private static Set<Key> references(Article article) {
    var keys = new LinkedHashSet<Key>();
    article.references().related().forEach(sk -> keys.add(related(sk)));
    article.content().credits().authors().forEach(slug -> keys.add(AuthorItems.key(slug)));
    if (isLive(article)) {
      keys.add(LiveItems.coverageKey(article.id()));
    }
    return keys;
  }

  private static Key related(String sk) {
    return new Key(PUBLISHED, sk);
  }

  private static Map<Key, Item> byKey(List<Item> items) {
    var byKey = new HashMap<Key, Item>();
    items.forEach(item -> byKey.put(item.key(), item));
    return byKey;
  }
}
