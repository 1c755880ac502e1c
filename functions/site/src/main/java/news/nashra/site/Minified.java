package news.nashra.site;

/// Our own style sheet and script without the comments and the white space that only their authors
/// need.
final class Minified {
  private Minified() {}

  static String style(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,>]) ?", "$1")
        .replaceAll(": ", ":")
        .replace(";}", "}")
        .strip();
  }

  /// Line comments that stand alone and indentation go; line breaks stay, so that nothing changes
  /// its meaning.
  static String script(String js) {
    return js.replaceAll("(?m)^\\s*//.*\n", "").replaceAll("(?m)^\\s+", "").strip() + "\n";
  }
}
