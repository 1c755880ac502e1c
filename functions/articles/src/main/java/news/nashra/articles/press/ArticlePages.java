package news.nashra.articles.press;

import java.util.Collection;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.site.Site;

/// The pages of articles, for those who press them without a change of the article.
public final class ArticlePages {
  private final ArticlePress press;

  public ArticlePages(Table articles, Table comments, Press press, Site site) {
    this.press = new ArticlePress(articles, comments, press, site);
  }

  /// Presses every page that articles have or had: their own, those of their older comments, and
  /// those at former addresses. Nothing for an article that is not there. All are held in memory at
  /// once: a few dozen at a time.
  public PressRun.Result press(Collection<String> ids) {
    return press.all(press.addressed(ids));
  }
}
