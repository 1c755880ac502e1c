package news.nashra.articles.press;

import java.time.Instant;
import news.nashra.articles.Article;
import news.nashra.articles.pages.ArticlePageComposer;
import news.nashra.articles.store.FreeAddress;
import news.nashra.core.aws.Table;
import news.nashra.site.Site;

/// The pages behind preview links. Nothing is stored. Thread-safe.
public final class PreviewPages {
  private final Table articles;
  private final ArticlePageComposer pages;
  private final FreeAddress addresses;

  public PreviewPages(Site site, Table articles) {
    this.articles = articles;
    this.pages = new ArticlePageComposer(site);
    this.addresses = new FreeAddress(articles, site.edition().timeZone());
  }

  /// An article as its page would be if it were published at `now`.
  ///
  /// @param until when the link expires
  public byte[] page(Article article, Instant until, Instant now) {
    var shown = addresses.give(article.asPublished(now), 1);
    var read = ArticleReading.ofPreview(articles, shown);
    return pages.preview(shown, read.related(), read.authors(), read.live(), until);
  }

  /// The page of a link that shows nothing.
  public byte[] refusal(String title, String text) {
    return pages.refusedPreview(title, text);
  }
}
