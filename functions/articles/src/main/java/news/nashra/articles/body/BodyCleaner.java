package news.nashra.articles.body;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.nashra.articles.ArticleLimits;
import news.nashra.core.Text;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/// Turns HTML that an editor pastes into a body that is safe and valid on any page: only the
/// elements and attributes of `docs/body.md`, and text without control and bidi characters. What is
/// cleaned once is not changed by being cleaned again.
///
/// Takes time in proportion to the length of the HTML. Pure functions.
public final class BodyCleaner {
  /// What is left out of one pass can change what the next makes of the rest: a direction that is
  /// found for a paragraph makes that of a phrase in it needless.
  private static final int MAX_PASSES = 5;

  /// Preformatted text, whose spaces may be written where they mean nothing.
  private static final List<String> UNSETTLED_SOURCE = List.of("<pre", "white-space");

  /// What a second pass may write differently, beside phrases in another direction or language.
  private static final Set<String> UNSETTLED = Set.of("pre", "br", "figure");

  private BodyCleaner() {}

  /// @param origin of the site, by which its own links are known
  public static Body clean(String html, String origin) {
    var cleaned = new Cleaned();
    try {
      var pass = new Pass(PastedMarkup.mend(html, cleaned), cleaned, origin);
      var last = pass;
      boolean settled =
          pass.settled
              && !mayHoldShortcodes(pass.html)
              && UNSETTLED_SOURCE.stream().noneMatch(html.toLowerCase(Locale.ROOT)::contains);
      for (int i = 1; i < MAX_PASSES && !settled; i++) {
        var before = last.html;
        last = new Pass(PastedMarkup.mend(before, cleaned), new Cleaned(), origin);
        settled = last.html.equals(before);
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

  /// Whether a shortcode is seen in what was printed, which was none in what was pasted.
  private static boolean mayHoldShortcodes(String html) {
    return html.indexOf('[') >= 0 && !PastedMarkup.mend(html, new Cleaned()).equals(html);
  }

  /// One reading of HTML.
  private static final class Pass {
    private final Element body;
    private final String html;
    private final boolean settled;
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
      this.settled = finish(body, BodyDirection.mark(body));
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
    if (element.attributesSize() == 1) {
      return;
    }
    var others = element.attributes().clone();
    element.clearAttributes();
    for (var name : List.of("dir", "lang")) {
      if (others.hasKey(name)) {
        element.attr(name, others.get(name));
      }
    }
    element.attributes().addAll(others);
  }

  /// Makes the first heading an `h2`, because the page's headline is the `h1`, and orders
  /// attributes. Tells whether another pass would write the same. What is printed must be good
  /// enough to be sent back, so it is measured too.
  ///
  /// @param marked what another pass finds where this one put it
  private static boolean finish(Element body, Set<Element> marked) {
    var finishing = new Finishing(marked);
    body.traverse(finishing);
    return finishing.settled && !(finishing.blocks && finishing.phrases);
  }

  private static final class Finishing implements NodeVisitor {
    private final Set<Element> marked;
    private final BodySize size = new BodySize();
    private boolean headed;
    private boolean settled = true;
    private boolean blocks; // in a language of their own
    private boolean phrases;

    /// How many `span` are around the current node.
    private int spans;

    Finishing(Set<Element> marked) {
      this.marked = marked;
    }

    @Override
    public void head(Node node, int depth) {
      size.count(node, depth);
      if (node instanceof Element element) {
        var name = element.normalName();
        if (!headed && (name.equals("h2") || name.equals("h3"))) {
          headed = true;
          Elements.rename(element, "h2");
        }
        boolean phrase = name.equals("span");
        if (element.hasAttr("dir") || element.hasAttr("lang")) {
          languageFirst(element);
          phrases |= phrase;
          blocks |= !phrase && element.hasAttr("lang");
          settled &= !phrase || isMarked(element) || !(element.hasAttr("dir") || spans > 0);
        }
        settled &= !UNSETTLED.contains(name);
        spans += phrase ? 1 : 0;
      }
    }

    private boolean isMarked(Element phrase) {
      return spans == 0 && marked.contains(phrase);
    }

    @Override
    public void tail(Node node, int depth) {
      spans -= node.nameIs("span") ? 1 : 0;
    }
  }
}
