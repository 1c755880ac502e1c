package news.nashra.articles.body;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// Reads the text of an element as [Element#text()] does, but only until it has seen enough.
/// Elements may be nested a hundred times, and each would read all that is in them.
final class BeginningOfText implements NodeFilter {
  /// How much white space is read at most, for each character that is wanted.
  private static final int MAX_SOURCE = 10;

  private final StringBuilder text = new StringBuilder();
  private final int maxLength;
  private int left;

  private BeginningOfText(int maxLength) {
    this.maxLength = maxLength;
    this.left = MAX_SOURCE * maxLength;
  }

  /// The text of `element`; of one with more than `maxLength` characters, a beginning that is
  /// longer than that, or one of much white space.
  static String of(Element element, int maxLength) {
    var beginning = new BeginningOfText(maxLength);
    element.filter(beginning);
    return beginning.text.toString().strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode part) {
      append(part.getWholeText());
    } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
      space();
    }
    return text.length() > maxLength + 1 || left <= 0 ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) {
      space();
    }
    return FilterResult.CONTINUE;
  }

  private void append(String part) {
    for (int i = 0; i < part.length() && text.length() <= maxLength + 1 && left > 0; i++, left--) {
      char c = part.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00A0') {
        space();
      } else {
        text.append(c);
      }
    }
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }
}
