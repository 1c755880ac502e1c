package news.nashra.articles.draft;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.nashra.core.Ids;
import news.nashra.core.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// Turns HTML that an editor sends into a body that is safe and valid on any page: only the
/// elements and attributes allowed here, and text without control and bidi characters.
final class BodyCleaner {
  /// Elements that are dropped with their content. Of other elements that are not allowed, the text
  /// is kept.
  private static final String DROPPED_WITH_CONTENT =
      "script, style, iframe, frame, frameset, noscript, template, object, embed, applet, svg, math,"
          + " form input, input, button, select, textarea, option, title, audio, video, canvas, xmp,"
          + " noembed, noframes, plaintext, dialog, head";

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "figcaption", "hr")
          .addTags("a", "em", "strong", "b", "i", "cite", "q", "sub", "sup", "code", "br", "bdi")
          .addTags(
              "img", "span", "pre", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
          .addAttributes(":all", "dir", "lang")
          .addAttributes("a", "href")
          .addAttributes("img", "data-media", "alt")
          .addAttributes("ol", "start")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addAttributes("td", "colspan", "rowspan")
          .addProtocols("a", "href", "http", "https", "mailto")
          .preserveRelativeLinks(true);

  private BodyCleaner() {}

  /// @param origin of the site, to resolve relative links
  static Body clean(String html, String origin) {
    var dirty = Jsoup.parseBodyFragment(html, origin + "/");
    var images = dirty.select("img, picture, image");
    var pictures = images.stream().filter(BodyCleaner::isUploaded).toList();
    images.stream().filter(image -> !isUploaded(image)).forEach(Element::remove);
    var cleaned = new LinkedHashSet<String>();
    dropElements(dirty, cleaned);
    dropAttributes(dirty, cleaned);
    var clean = new Cleaner(ALLOWED).clean(dirty);
    clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
    cleanTexts(clean);
    clean.body().select("img").forEach(img -> img.attr("alt", Text.line(img.attr("alt"))));
    BodyShape.repair(clean.body());
    markExternalLinks(clean, origin);
    var text = Text.line(clean.body().text());
    return new Body(
        clean.body().html().strip(),
        text,
        lead(clean, text),
        List.copyOf(cleaned),
        pictures.stream().map(picture -> picture.attr("data-media")).distinct().toList(),
        pictures.size() < images.size(),
        pictures.stream().anyMatch(picture -> !picture.hasAttr("alt")));
  }

  /// Whether a picture was uploaded to this site and is named by its id.
  private static boolean isUploaded(Element image) {
    return image.normalName().equals("img") && Ids.wellFormed(image.attr("data-media"));
  }

  private static String lead(Document clean, String text) {
    return clean.body().select("> p").stream()
        .map(p -> Text.line(p.text()))
        .filter(Text::visible)
        .findFirst()
        .orElse(text);
  }

  private static void dropElements(Document dirty, Set<String> cleaned) {
    for (var element : dirty.body().select(DROPPED_WITH_CONTENT)) {
      cleaned.add(element.normalName());
      element.remove();
    }
  }

  /// Lists in `cleaned` what the safelist drops, and removes values that it accepts but HTML does
  /// not.
  private static void dropAttributes(Document dirty, Set<String> cleaned) {
    for (var element : dirty.body().select("*")) {
      var tag = element.normalName();
      if (tag.equals("body")) {
        continue;
      }
      if (!ALLOWED.isSafeTag(tag)) {
        cleaned.add(tag);
        continue;
      }
      for (var attribute : List.copyOf(element.attributes().asList())) {
        if (!ALLOWED.isSafeAttribute(tag, element, attribute) || !valid(attribute)) {
          if (!attribute.getKey().equals("rel")) { // set again below
            cleaned.add(tag + "[" + Text.shorten(Text.line(attribute.getKey()), 40) + "]");
          }
          element.removeAttr(attribute.getKey());
        }
      }
    }
  }

  private static boolean valid(Attribute attribute) {
    var value = attribute.getValue();
    return switch (attribute.getKey()) {
      case "dir" -> Set.of("rtl", "ltr", "auto").contains(value);
      case "lang" ->
          LANGUAGE.matcher(value).matches()
              && LANGUAGES.contains(value.split("-", 2)[0].toLowerCase(Locale.ROOT));
      case "href" -> isUri(value);
      case "scope" -> Set.of("row", "col", "rowgroup", "colgroup").contains(value);
      case "data-media" -> Ids.wellFormed(value);
      case "alt" -> true;
      case "start" -> value.matches("-?[0-9]{1,5}");
      default -> value.matches("[1-9][0-9]?");
    };
  }

  private static boolean isUri(String value) {
    try {
      var uri = new URI(value);
      return uri.getScheme() == null || uri.isOpaque() || uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void cleanTexts(Document clean) {
    var nodes = new ArrayList<TextNode>();
    clean
        .body()
        .traverse((node, depth) -> {
          if (node instanceof TextNode text) {
            nodes.add(text);
          }
        });
    nodes.forEach(text -> text.text(Text.strip(text.getWholeText(), true)));
  }

  private static void markExternalLinks(Document clean, String origin) {
    for (Element link : clean.body().select("a[href]")) {
      var href = link.attr("href");
      if ((href.contains(":") && !href.startsWith(origin + "/")) || href.startsWith("//")) {
        link.attr("rel", "noopener");
      }
    }
  }
}
