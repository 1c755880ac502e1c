package news.nashra.articles.press;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import news.nashra.articles.Article;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Log;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.site.Site;

/// Presses the pages of articles. Thread-safe.
public final class ArticlePress {
  /// Articles that are pressed together, with all their pages in memory.
  static final int ARTICLES_PER_BATCH = 25;

  private final Table articles;
  private final Table comments;
  private final Press press;
  private final ArticlePageGroups groups;

  public ArticlePress(Table articles, Table comments, Press press, Site site) {
    this.articles = articles;
    this.comments = comments;
    this.press = press;
    this.groups = new ArticlePageGroups(site);
  }

  /// Presses the pages of an article that was just committed. Those of a long discussion are left
  /// to the stream, so that the editor does not wait for them.
  ///
  /// @throws RuntimeException the first failure
  public List<PageResult> pressCommitted(Article article) {
    if (article.place().paths().isEmpty()) {
      return List.of();
    }
    return run(List.of(article)).press(List.of(groups.atOnce(article))).orThrow();
  }

  /// Presses the page of an article whose first revision was just committed. If there is a page
  /// already, somebody changed the article meanwhile, and everything is read again.
  ///
  /// @throws RuntimeException the first failure
  public List<PageResult> pressFirst(Article article, FirstReading first) {
    if (article.place().paths().isEmpty()) {
      return List.of();
    }
    return run(List.of(article)).pressNew(groups.all(article), first::of, first.at()).orThrow();
  }

  /// Presses the pages that show an entry of live coverage. Throws the first failure.
  public List<PageResult> pressEntry(Article article, long entry) {
    return article.place().paths().isEmpty()
        ? List.of()
        : pressChanged(List.of(new ChangedArticle(article, Set.of(), Set.of(entry)))).orThrow();
  }

  /// Presses pages of what was just committed. If that fails, the change is committed all the same,
  /// and the stream presses the pages.
  ///
  /// @return empty if it failed
  public static Optional<List<PageResult>> orLeftToTheStream(Supplier<List<PageResult>> pressed) {
    try {
      return Optional.of(pressed.get());
    } catch (RuntimeException e) {
      Log.error("page left to the stream", e);
      return Optional.empty();
    }
  }

  /// Presses every page of the articles with these ids: their own, those of their older comments,
  /// and redirects at former addresses. Articles that do not exist are skipped. All pages are in
  /// memory at once, so pass a few dozen ids at a time.
  public PressRun.Result press(Collection<String> ids) {
    return pressAll(findWithAddress(ids));
  }

  /// Presses every page of some articles. A failure carries the id of its article.
  PressRun.Result pressAll(Collection<Article> known) {
    return run(known).press(known.stream().map(groups::all).toList());
  }

  /// An article and what changed of it: ids of the comments that were shown or hidden, and numbers
  /// of entries of live coverage; none of both when more than these changed.
  record ChangedArticle(Article article, Set<String> comments, Set<Long> entries) {}

  /// Presses the pages that show the changes.
  PressRun.Result pressChanged(Collection<ChangedArticle> changed) {
    var known = changed.stream().map(ChangedArticle::article).toList();
    return run(known).press(changed.stream().map(groups::changedBy).toList());
  }

  /// Presses every page of the articles with these ids, [#ARTICLES_PER_BATCH] at a time.
  ///
  /// @return the ids of the articles that failed, which are also logged
  Set<String> pressInPortions(List<String> ids) {
    var failed = new HashSet<String>();
    ids.stream()
        .gather(Gatherers.windowFixed(ARTICLES_PER_BATCH))
        .flatMap(portion -> pressAll(findWithAddress(portion)).failures().stream())
        .forEach(failure -> {
          Log.error("page not pressed", failure.fault());
          failed.add(failure.group());
        });
    return failed;
  }

  /// The articles of `ids` that exist and have an address, in the order of `ids`.
  List<Article> findWithAddress(Collection<String> ids) {
    var found = new HashMap<String, Article>();
    ArticleItems.find(articles, ids).stream()
        .filter(article -> !article.place().paths().isEmpty())
        .forEach(article -> found.put(article.id(), article));
    return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
  }

  /// The ids of the articles whose pages link to the article `id`.
  List<String> linkingTo(String id) {
    return articles.partition(ArticleItems.linkPartition(id)).stream().map(Item::sk).toList();
  }

  /// Has the article pressed once more, and taken from the edge if it is withdrawn, when a minute
  /// has passed.
  public void pressAgain(String id, Instant now) {
    new PressAgain(articles).note(id, true, now);
  }

  /// The page of an article that is not stored.
  public byte[] preview(Article article) {
    return groups.preview(article, ArticleReading.ofPreview(articles, article));
  }

  private PressRun<ArticleReading.Source> run(Collection<Article> known) {
    return new PressRun<>(press, () -> new ArticleReading.Tables(articles, comments, known));
  }
}
