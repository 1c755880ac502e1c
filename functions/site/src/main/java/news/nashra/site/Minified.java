package news.nashra.site;

/// Takes comments and white space out of our own style sheet and script. Not a general minifier: it
/// knows only what they contain. Pure functions.
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

  /// Removes whole-line comments and indentation. Line breaks stay, since they may end a statement.
  static String script(String js) {
    return js.replaceAll("(?m)^\\s*//.*\n", "").replaceAll("(?m)^\\s+", "").strip() + "\n";
  }
}
