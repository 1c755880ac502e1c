package news.nashra.articles.press;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.nashra.articles.Article;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Log;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.site.Site;

/// Presses the pages of articles.
public final class ArticlePress {
  /// Articles that are pressed together, and held in memory at once.
  static final int TOGETHER = 25;

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

  /// Presses every page of an article that was just committed. Throws when one could not be.
  public List<PageResult> committed(Article article) {
    if (article.place().paths().isEmpty()) {
      return List.of();
    }
    var group = groups.all(article);
    var run = run();
    return (article.revision().number() == 1 ? run.pressNew(group) : run.press(List.of(group)))
        .orThrow();
  }

  /// Presses every page that articles have or had. A failure carries the id of its article.
  PressRun.Result all(Collection<Article> known) {
    return run().press(known.stream().map(groups::all).toList());
  }

  /// An article, and the ids of comments on it that were shown or hidden; none when more changed.
  record Touched(Article article, Set<String> comments) {}

  /// Presses the pages of articles that show the change.
  PressRun.Result touched(Collection<Touched> known) {
    return run()
        .press(known.stream().map(t -> groups.touchedBy(t.comments(), t.article())).toList());
  }

  /// Presses every page of the articles of `ids`, a portion at a time; the ids of those of which
  /// one could not be pressed.
  Set<String> failed(List<String> ids) {
    var failed = new HashSet<String>();
    for (int from = 0; from < ids.size(); from += TOGETHER) {
      var portion = addressed(ids.subList(from, Math.min(from + TOGETHER, ids.size())));
      for (var failure : all(portion).failures()) {
        Log.error("page not pressed", failure.fault());
        failed.add(failure.group());
      }
    }
    return failed;
  }

  /// The articles of `ids` that exist and have an address, in the order of `ids`.
  List<Article> addressed(Collection<String> ids) {
    var found = new HashMap<String, Article>();
    ArticleItems.find(articles, ids).stream()
        .filter(article -> !article.place().paths().isEmpty())
        .forEach(article -> found.put(article.id(), article));
    return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
  }

  /// The ids of the articles whose pages point to one.
  List<String> pointingTo(String id) {
    return articles.partition(ArticleItems.linked(id)).stream().map(Item::sk).toList();
  }

  /// The page of an article that is not stored.
  public byte[] preview(Article article) {
    return groups.preview(article, ArticleReading.related(articles, article));
  }

  private PressRun<ArticleReading.From> run() {
    return new PressRun<>(press, () -> new ArticleReading.From(articles, comments));
  }
}
