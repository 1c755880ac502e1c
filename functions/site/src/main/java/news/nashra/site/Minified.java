package news.nashra.site;

/// Takes comments and white space out of our own style sheet and scripts. Not a general minifier:
/// it knows only what they contain. Each function does this as it starts, so it goes through a text
/// once, without regular expressions, which take three times as long in a JVM that has just begun.
/// Pure functions.
final class Minified {
  /// No space is needed on either side of these in a style sheet.
  private static final String APART = "{};,>";

  /// A line break ends no statement after one of these, and before one of those.
  private static final String GOES_ON_AFTER = ";{,([=>?:&|";

  private static final String GOES_ON_BEFORE = "})].?:&|";

  private Minified() {}

  static String style(String css) {
    var style = new StringBuilder(css.length());
    boolean space = false;
    for (int at = 0; at < css.length(); at++) {
      char c = css.charAt(at);
      if (c == '/' && css.startsWith("/*", at)) {
        int end = css.indexOf("*/", at + 2);
        at = end < 0 ? css.length() : end + 1;
      } else if (Character.isWhitespace(c)) {
        space = true;
      } else {
        char before = last(style);
        if (c == '}' && before == ';') {
          style.setLength(style.length() - 1);
        } else if (space && parts(before, c)) {
          style.append(' ');
        }
        style.append(c);
        space = false;
      }
    }
    return style.toString();
  }

  /// Whether a space between two characters of a style sheet has a meaning.
  private static boolean parts(char before, char after) {
    return before != 0 && before != ':' && APART.indexOf(before) < 0 && APART.indexOf(after) < 0;
  }

  /// Keeps a line break that may end a statement, and a space between two words.
  static String script(String js) {
    var script = new StringBuilder(js.length());
    boolean space = false;
    boolean line = false;
    for (int at = 0; at < js.length(); ) {
      char c = js.charAt(at);
      if (Character.isWhitespace(c)) {
        space = true;
        line |= c == '\n';
        at++;
      } else if (c == '/' && js.startsWith("//", at)) {
        space = true;
        at = endOfLine(js, at);
      } else {
        if (space && !script.isEmpty()) {
          separate(script, line, c);
        }
        int end = endOfToken(js, at);
        script.append(js, at, end);
        space = false;
        line = false;
        at = end;
      }
    }
    return script.append('\n').toString();
  }

  private static void separate(StringBuilder script, boolean line, char after) {
    char before = last(script);
    if (line && GOES_ON_AFTER.indexOf(before) < 0 && GOES_ON_BEFORE.indexOf(after) < 0) {
      script.append('\n');
    } else if ((before == after && "+-".indexOf(before) >= 0)
        || (isWord(before) && isWord(after))) {
      script.append(' ');
    }
  }

  /// Where the text, the regular expression or the character ends that begins at a place.
  private static int endOfToken(String js, int start) {
    return switch (js.charAt(start)) {
      case '"' -> endOfText(js, start, false);
      case '`' -> endOfText(js, start, true);
      case '/' -> endOfExpression(js, start);
      default -> start + 1;
    };
  }

  private static int endOfText(String js, int start, boolean lines) {
    for (int at = start + 1; at < js.length(); at++) {
      char c = js.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == js.charAt(start)) {
        return at + 1;
      } else if (c == '\n' && !lines) {
        break;
      }
    }
    return start + 1;
  }

  /// A division is told from a regular expression by the space that follows it.
  private static int endOfExpression(String js, int start) {
    boolean set = false;
    for (int at = start + 1; at < js.length(); at++) {
      char c = js.charAt(at);
      if (c == '\n' || (c == ' ' && at == start + 1)) {
        break;
      } else if (c == '\\') {
        at++;
      } else if (set) {
        set = c != ']';
      } else if (c == '[') {
        set = true;
      } else if (c == '/') {
        return at + 1;
      }
    }
    return start + 1;
  }

  private static int endOfLine(String js, int start) {
    int end = js.indexOf('\n', start);
    return end < 0 ? js.length() : end;
  }

  private static char last(StringBuilder text) {
    return text.isEmpty() ? 0 : text.charAt(text.length() - 1);
  }

  private static boolean isWord(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }
}
