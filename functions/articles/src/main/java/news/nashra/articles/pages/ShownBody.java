package news.nashra.articles.pages;

import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.body.BodyDirection;
import news.nashra.articles.body.Embed;
import news.nashra.articles.body.Galleries;
import news.nashra.media.Picture;
import news.nashra.media.PictureTag;
import news.nashra.site.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The body of an article or of an entry as its page shows it: with its pictures and cards, and
/// with tables that scroll by themselves, by keyboard too, where they are wider than the screen.
/// Immutable.
///
/// @param direction null, which gives no attribute, for a body without words
/// @param text what the editor wrote, without the links of cards
public record ShownBody(String html, @Nullable String direction, String text) {
  private static final int WORDS_PER_MINUTE = 200;

  /// @param known the pictures that it shows, by their ids
  static ShownBody of(
      String bodyHtml, Map<String, Picture> known, PictureTag pictures, Messages messages) {
    var document = Jsoup.parseBodyFragment(bodyHtml);
    document.outputSettings(new Document.OutputSettings().prettyPrint(false));
    var body = document.body();
    var text = body.text();
    showPictures(body, known, pictures);
    body.select("aside").attr("role", "note"); // within an article it is no landmark of the page
    for (var figure : body.select(Embed.FIGURES)) {
      var embed = new Embed(figure);
      embed.link(messages.get("article.embed", embed.platform()));
    }
    body.select("table").wrap("<div class=\"wide\" role=\"group\" tabindex=\"0\"></div>");
    return new ShownBody(body.html(), BodyDirection.of(body).orElse(null), text);
  }

  private static void showPictures(Element body, Map<String, Picture> known, PictureTag pictures) {
    for (var img : body.select("img[data-media]")) {
      var picture = known.get(img.attr("data-media"));
      if (picture != null) {
        var html = new StringOutput();
        pictures.render(picture, img.attr("alt"), Optional.empty(), slot(img)).writeTo(html);
        img.before(html.toString());
      }
      img.remove();
    }
  }

  /// In a gallery of an odd number, the style sheet gives the first picture a row of its own.
  private static PictureTag.Slot slot(Element img) {
    var figure = img.closest("figure");
    var gallery = figure == null ? null : figure.parent();
    if (gallery == null || !gallery.hasAttr(Galleries.ATTRIBUTE)) {
      return PictureTag.Slot.BODY;
    }
    long pictures = gallery.children().stream().filter(child -> child.nameIs("figure")).count();
    return figure == gallery.firstElementChild() && pictures % 2 == 1
        ? PictureTag.Slot.BODY
        : PictureTag.Slot.GALLERY;
  }

  /// The reading time for an adult, in minutes, at least 1.
  public long minutes() {
    return Math.max(1, Math.round(text.split("\\s+").length / (double) WORDS_PER_MINUTE));
  }
}
