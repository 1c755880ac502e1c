package news.nashra.articles.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import news.nashra.articles.ArticleLimits;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/// Parses pasted HTML within limits. A short text can make a parser build millions of elements
/// (each paragraph opens every unclosed `<b>` again), so they are counted while it works.
final class BodyParser {
  /// Where the parser itself stops to nest: beyond what is accepted.
  private static final int PARSER_DEPTH = ArticleLimits.BODY_DEPTH + 20;

  private BodyParser() {}

  /// @throws UncleanableBody beyond the limits
  static Element parse(String html) {
    var body = new Element("body");
    try (var parser = new StreamParser(Parser.htmlParser().setMaxDepth(PARSER_DEPTH))) {
      parser.parseFragment(html, body, "");
      int elements = 0;
      for (var all = parser.iterator(); all.hasNext(); all.next()) {
        if (++elements > ArticleLimits.BODY_NODES) {
          throw new UncleanableBody(Body.Fault.TOO_COMPLEX);
        }
      }
      body.insertChildren(0, parser.completeFragment());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var size = new BodySize();
    body.traverse((node, depth) -> {
      size.count(node, depth);
      if (node instanceof TextNode text) {
        CharacterReferences.plain(text);
      }
    });
    return body;
  }
}
