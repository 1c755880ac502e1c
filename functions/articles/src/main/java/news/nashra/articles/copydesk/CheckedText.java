package news.nashra.articles.copydesk;

import java.util.Arrays;

/// What a reader sees of a field, and where each character of it stands in what was sent. A line
/// feed ends a line or a paragraph; [#OBJECT] stands for what is not checked.
final class CheckedText {
  /// Something between two words that is not for this desk: a text in another language, code.
  static final char OBJECT = '\uFFFC';

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private CheckedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static CheckedText plain(String text) {
    var copy = new Builder(text.length());
    for (int i = 0; i < text.length(); i++) {
      copy.add(text.charAt(i), i, i + 1);
    }
    return copy.build();
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /// The character at `index`; a line feed before the first and after the last one.
  char at(int index) {
    return index < 0 || index >= text.length() ? '\n' : text.charAt(index);
  }

  /// Where the character at `index` begins in what was sent.
  int start(int index) {
    return starts[index];
  }

  /// Where the character at `index` ends in what was sent.
  int end(int index) {
    return ends[index];
  }

  static final class Builder {
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    Builder(int capacity) {
      text = new StringBuilder(capacity);
      starts = new int[capacity];
      ends = new int[capacity];
    }

    /// Adds a character, unless it is invisible: the marks of bidirectional text, which keyboards
    /// and word processors leave between words.
    void add(char c, int start, int end) {
      if (isInvisible(c)) {
        return;
      }
      if (text.length() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length + 8);
        ends = Arrays.copyOf(ends, 2 * ends.length + 8);
      }
      starts[text.length()] = start;
      ends[text.length()] = end;
      text.append(c);
    }

    private static boolean isInvisible(char c) {
      return c == '\u061C'
          || c == '\u200B'
          || (c >= '\u200D' && c <= '\u200F')
          || (c >= '\u202A' && c <= '\u202E')
          || (c >= '\u2060' && c <= '\u2069')
          || c == '\uFEFF';
    }

    CheckedText build() {
      return new CheckedText(text.toString(), starts, ends);
    }
  }
}
