package news.nashra.articles.body;

import java.util.Map;
import java.util.Set;

/// What becomes of the elements of HTML.
final class Tags {
  /// Dropped with their content, and named in the receipt.
  static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "frame",
          "frameset",
          "noscript",
          "template",
          "object",
          "embed",
          "applet",
          "svg",
          "math",
          "input",
          "button",
          "select",
          "textarea",
          "option",
          "optgroup",
          "datalist",
          "title",
          "audio",
          "video",
          "canvas",
          "xmp",
          "noembed",
          "noframes",
          "plaintext",
          "dialog",
          "head",
          "xml",
          "portal",
          "fencedframe");

  /// Of those, the ones that a reader would miss, or that do something, even without text.
  static final Set<String> NEVER_SILENT =
      Set.of(
          "script",
          "iframe",
          "frame",
          "object",
          "embed",
          "applet",
          "svg",
          "math",
          "input",
          "button",
          "select",
          "textarea",
          "audio",
          "video",
          "canvas",
          "portal",
          "fencedframe");

  /// Of those, the ones between words.
  static final Set<String> CONTROLS = Set.of("input", "button", "select", "textarea");

  /// Phrases that keep their meaning, and what they become.
  static final Map<String, String> MARKS =
      Map.ofEntries(
          Map.entry("em", "em"),
          Map.entry("strong", "strong"),
          Map.entry("b", "b"),
          Map.entry("i", "i"),
          Map.entry("var", "i"),
          Map.entry("cite", "cite"),
          Map.entry("q", "q"),
          Map.entry("sub", "sub"),
          Map.entry("sup", "sup"),
          Map.entry("code", "code"),
          Map.entry("kbd", "code"),
          Map.entry("samp", "code"),
          Map.entry("tt", "code"),
          Map.entry("bdi", "bdi"));

  /// Phrases that pass on their text, and `dir` and `lang` as a `span`.
  static final Set<String> INLINE =
      Set.of(
          "span",
          "bdo",
          "font",
          "u",
          "ins",
          "small",
          "big",
          "mark",
          "abbr",
          "acronym",
          "dfn",
          "time",
          "data",
          "label",
          "output",
          "meter",
          "progress",
          "nobr",
          "blink",
          "ruby",
          "rb",
          "rt",
          "rp",
          "rtc",
          "slot",
          "picture",
          "a",
          "map",
          "br",
          "img");

  /// Elements without content.
  static final Set<String> VOID =
      Set.of(
          "meta",
          "link",
          "base",
          "param",
          "source",
          "track",
          "col",
          "colgroup",
          "wbr",
          "area",
          "bgsound",
          "keygen");

  /// Deleted text, dropped with its content.
  static final Set<String> DELETED = Set.of("del", "s", "strike");

  /// Blocks that hold phrases, and what they become.
  static final Map<String, String> PARAGRAPHS =
      Map.of(
          "p", "p", "h1", "h2", "h2", "h2", "h3", "h3", "h4", "h3", "h5", "h3", "h6", "h3", "pre",
          "pre", "listing", "pre");

  static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");

  /// Blocks of HTML that are none of the above.
  static final Set<String> OTHER_BLOCKS =
      Set.of(
          "div",
          "section",
          "article",
          "main",
          "nav",
          "header",
          "footer",
          "hgroup",
          "address",
          "center",
          "form",
          "fieldset",
          "legend",
          "details",
          "summary",
          "search",
          "dl",
          "dt",
          "dd",
          "marquee",
          "multicol",
          "html",
          "body");

  private Tags() {}
}
