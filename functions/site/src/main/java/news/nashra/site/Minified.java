package news.nashra.site;

import java.util.regex.Pattern;

/// Takes comments and white space out of our own style sheet and scripts. Not a general minifier:
/// it knows only what they contain. Pure functions.
final class Minified {
  private static final String COMMENT = "//.*";
  private static final String TEXT = "\"(?:[^\"\\\\\\n]|\\\\.)*\"|`(?:[^`\\\\]|\\\\.)*`";

  /// A regular expression, which a division is told from by the space that follows it.
  private static final String EXPRESSION =
      "/(?! )(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^]\\\\\\n]|\\\\.)*])+/";

  private static final Pattern TOKENS =
      Pattern.compile("(?<space>(?:\\s|%s)+)|%s|%s|(?s:.)".formatted(COMMENT, TEXT, EXPRESSION));

  /// A line break ends no statement after one of these, and before one of those.
  private static final String GOES_ON_AFTER = ";{,([=>?:&|";

  private static final String GOES_ON_BEFORE = "})].?:&|";

  private Minified() {}

  static String style(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,>]) ?", "$1")
        .replaceAll(": ", ":")
        .replace(";}", "}")
        .strip();
  }

  /// Keeps a line break that may end a statement, and a space between two words.
  static String script(String js) {
    var tokens = TOKENS.matcher(js.strip());
    var script = new StringBuilder();
    var space = "";
    while (tokens.find()) {
      if (tokens.start("space") >= 0) {
        space = tokens.group();
      } else {
        if (!space.isEmpty() && !script.isEmpty()) {
          char before = script.charAt(script.length() - 1);
          script.append(separator(space.contains("\n"), before, tokens.group().charAt(0)));
        }
        script.append(tokens.group());
        space = "";
      }
    }
    return script.append('\n').toString();
  }

  private static String separator(boolean lines, char before, char after) {
    if (lines && GOES_ON_AFTER.indexOf(before) < 0 && GOES_ON_BEFORE.indexOf(after) < 0) {
      return "\n";
    }
    boolean sign = before == after && "+-".indexOf(before) >= 0;
    return sign || (isWord(before) && isWord(after)) ? " " : "";
  }

  private static boolean isWord(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }
}
