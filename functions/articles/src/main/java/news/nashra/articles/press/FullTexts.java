package news.nashra.articles.press;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.articles.body.Embed;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Table;
import news.nashra.media.Picture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Full texts of articles as HTML for other programs: with absolute links, with pictures that need
/// no style sheet, and with plain links for cards. Thread-safe.
///
/// @param origin of the site
public record FullTexts(Table articles, String origin) {
  private static final int PICTURE_WIDTH = 960;

  /// The texts of the published articles among `ids`, by id.
  public Map<String, String> find(Collection<String> ids) {
    var texts = new HashMap<String, String>();
    ArticleItems.find(articles, ids).stream()
        .filter(article -> article.status() == Status.PUBLISHED)
        .forEach(article -> texts.put(article.id(), html(article)));
    return texts;
  }

  private String html(Article article) {
    var body = Jsoup.parseBodyFragment(article.content().bodyHtml(), origin + "/");
    body.outputSettings(new Document.OutputSettings().prettyPrint(false));
    for (var img : body.select("img[data-media]")) {
      var picture = article.references().pictures().get(img.attr("data-media"));
      if (picture == null) {
        img.remove();
      } else {
        int width = picture.widthAtLeast(PICTURE_WIDTH);
        img.removeAttr("data-media")
            .attr("src", url(picture, width))
            .attr("width", Integer.toString(width))
            .attr("height", Integer.toString(picture.heightAt(width)));
      }
    }
    for (var figure : body.select(Embed.FIGURES)) {
      var embed = new Embed(figure);
      embed.link(embed.platform());
    }
    for (var name : List.of("data-embed", "data-gallery", "data-pull")) {
      body.select("[" + name + "]").forEach(element -> element.removeAttr(name));
    }
    body.select("a[href]").forEach(link -> link.attr("href", link.absUrl("href")));
    return body.body().html();
  }

  private String url(Picture picture, int width) {
    return origin + picture.path(width, "jpg");
  }
}
