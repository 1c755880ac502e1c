package news.nashra.articles;

import java.util.List;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.core.press.Pressed;
import news.nashra.site.Site;

/// The pages of articles, for those who press them without a change of the article.
public final class ArticlePages {
  private final Table articles;
  private final ArticlePress press;

  public ArticlePages(Table articles, Table comments, Press press, Site site) {
    this.articles = articles;
    this.press = new ArticlePress(articles, comments, press, site);
  }

  /// Presses every page that an article has or had: its own, those of its older comments, and those
  /// at former addresses. Nothing for an article that is not there.
  public List<Pressed> press(String id) {
    return ArticleItems.find(articles, id).map(press::all).orElse(List.of());
  }
}
