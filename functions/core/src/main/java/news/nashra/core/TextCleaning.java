package news.nashra.core;

import java.text.Normalizer;

/// One cleaning of a text. Each character is read once, and takes the same time whatever it is;
/// marks are limited before anything is normalised, and nothing is normalised that is too long. Not
/// thread-safe.
final class TextCleaning {
  /// What becomes of white space.
  enum Spaces {
    /// Runs are kept. Line breaks become `\n`.
    KEPT,
    /// Every run becomes one space, and none is left at the ends. One no-break space stays one.
    LINE,
    /// As in [#LINE], but line breaks stay, with at most one empty line in a row.
    LINES
  }

  private final Spaces spaces;
  private final StringBuilder kept;
  private final MarkLimit marks = new MarkLimit(MarkLimit.MAX_MARKS_TO_NORMALISE);

  /// Whether white space waits for what follows it, and the line breaks in it.
  private boolean space;

  private int breaks;

  /// What such white space becomes within a line.
  private String gap = " ";

  private TextCleaning(Spaces spaces, int length) {
    this.spaces = spaces;
    this.kept = new StringBuilder(Math.min(length, 1024));
  }

  /// @param maxLength in code units; a longer result is cut soon after, and not normalised
  static String clean(String raw, Spaces spaces, int maxLength) {
    var cleaning = new TextCleaning(spaces, raw.length());
    int length = raw.length();
    for (int i = 0; i < length && cleaning.kept.length() <= maxLength; ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (c == EmojiTags.FLAG) {
        int end = EmojiTags.end(raw, i);
        raw.substring(i - Character.charCount(c), end).codePoints().forEach(cleaning::add);
        i = end;
      } else if (c != '\r' || i == length || raw.charAt(i) != '\n') {
        cleaning.read(c);
      }
    }
    return cleaning.finish(maxLength);
  }

  private void read(int c) {
    if (PresentationForms.include(c) && !UnsafeCharacters.include(c)) {
      PresentationForms.letters(c).codePoints().forEach(this::add);
    } else if (isBreak(c)) {
      space('\n');
    } else if (c == ' ' || c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
      space(c);
    } else if (!UnsafeCharacters.include(c)) {
      add(c);
    }
  }

  private void space(int c) {
    marks.restart();
    if (spaces == Spaces.KEPT) {
      kept.append((char) c); // all of them are in the basic plane
    } else {
      gap = space || !isNoBreak(c) ? " " : Character.toString(c);
      space = true;
      breaks += c == '\n' ? 1 : 0;
    }
  }

  /// Whether `c` is a space at which a line does not break, such as that before a colon in French.
  private static boolean isNoBreak(int c) {
    return c == '\u00a0' || c == '\u202f';
  }

  private void add(int c) {
    if (!marks.admits(c)) {
      return;
    }
    if (space) {
      if (!kept.isEmpty()) {
        kept.append(spaces == Spaces.LINE || breaks == 0 ? gap : breaks == 1 ? "\n" : "\n\n");
      }
      space = false;
      breaks = 0;
    }
    kept.appendCodePoint(c);
  }

  private String finish(int maxLength) {
    var text = kept.toString();
    return text.length() > maxLength
        ? text
        : MarkLimit.apply(Normalizer.normalize(text, Normalizer.Form.NFC), MarkLimit.MAX_MARKS);
  }

  /// Whether `c` breaks a line, as [Unicode](https://www.unicode.org/reports/tr14/#BK) has it.
  private static boolean isBreak(int c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
  }
}
