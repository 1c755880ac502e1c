package news.nashra.articles.body;

import org.jsoup.nodes.Element;

/// How a paragraph begins.
///
/// @param tag `p`, `h2`, `h3` or `pre`
/// @param dir or empty
/// @param firm whether `dir` was set on the paragraph itself; otherwise it counts only for a text
///   without letters, such as a telephone number
/// @param lang or empty
record Paragraph(String tag, String dir, boolean firm, String lang) {
  static final Paragraph PLAIN = new Paragraph("p", "", false, "");

  boolean isPre() {
    return tag.equals("pre");
  }

  boolean isHeading() {
    return tag.startsWith("h");
  }

  Paragraph withTag(String other) {
    return new Paragraph(other, dir, firm, lang);
  }

  Element element() {
    var element = Elements.of(tag);
    if (!dir.isEmpty()) {
      element.attr("dir", dir);
    }
    if (!lang.isEmpty()) {
      element.attr("lang", lang);
    }
    return element;
  }
}
