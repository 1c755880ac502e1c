package news.nashra.articles.body;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import news.nashra.articles.ArticleLimits;
import news.nashra.core.Text;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Turns HTML that an editor pastes into a body that is safe and valid on any page: only the
/// elements and attributes of `docs/body.md`, and text without control and bidi characters. What is
/// cleaned once is not changed by being cleaned again.
///
/// Takes time in proportion to the length of the HTML. Pure functions.
public final class BodyCleaner {
  /// What is left out of one pass can change what the next makes of the rest: a direction that is
  /// found for a paragraph makes that of a phrase in it needless. Two passes are the rule.
  private static final int MAX_PASSES = 5;

  private BodyCleaner() {}

  /// @param origin of the site, by which its own links are known
  public static Body clean(String html, String origin) {
    var cleaned = new Cleaned();
    try {
      var pass = new Pass(PastedMarkup.mend(html, cleaned), cleaned, origin);
      var last = pass;
      for (int i = 1; i < MAX_PASSES; i++) {
        var before = last.html;
        last = new Pass(before, new Cleaned(), origin);
        if (last.html.equals(before)) {
          break;
        }
      }
      var text = Text.line(last.body.text());
      return new Body(
          last.html,
          text,
          lead(last.body, text),
          cleaned.names(),
          pass.pictures.ids(),
          pass.fault());
    } catch (UncleanableBody e) {
      return new Body("", "", "", cleaned.names(), List.of(), Optional.of(e.fault()));
    }
  }

  /// One reading of HTML.
  private static final class Pass {
    private final Element body;
    private final String html;
    private final Pictures pictures;

    Pass(String source, Cleaned cleaned, String origin) {
      var document = Document.createShell("");
      document.outputSettings(new Document.OutputSettings().prettyPrint(false));
      this.body = document.body();
      var writer = new BodyWriter(body);
      var reader = new BodyReader(BodyParser.parse(source), writer, cleaned, origin);
      reader.read();
      writer.finish();
      this.pictures = reader.pictures();
      headings(body);
      BodyDirection.mark(body);
      body.select("[dir], [lang]").forEach(BodyCleaner::languageFirst);
      this.html = body.html();
      if (html.getBytes(StandardCharsets.UTF_8).length > ArticleLimits.BODY_KIB * 1024) {
        throw new UncleanableBody(Body.Fault.TOO_LARGE);
      }
    }

    Optional<Body.Fault> fault() {
      if (pictures.hasForeign()) {
        return Optional.of(Body.Fault.FOREIGN_PICTURE);
      }
      return pictures.hasUndescribed()
          ? Optional.of(Body.Fault.UNDESCRIBED_PICTURE)
          : Optional.empty();
    }
  }

  private static String lead(Element body, String text) {
    return body.children().stream()
        .filter(child -> child.normalName().equals("p"))
        .map(p -> Text.line(p.text()))
        .filter(Text::visible)
        .findFirst()
        .orElse(text);
  }

  /// Writes the attributes of an element in one order, however they came to it.
  private static void languageFirst(Element element) {
    var others = element.attributes().clone();
    element.clearAttributes();
    for (var name : List.of("dir", "lang")) {
      if (others.hasKey(name)) {
        element.attr(name, others.get(name));
      }
    }
    element.attributes().addAll(others);
  }

  /// Makes the first heading an `h2`, because the page's headline is the `h1`.
  private static void headings(Element body) {
    var first = body.selectFirst("h2, h3");
    if (first != null) {
      first.tagName("h2");
    }
  }
}
