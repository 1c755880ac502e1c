package news.nashra.core;

/// Characters that no text may contain. Pure functions.
final class UnsafeCharacters {
  private UnsafeCharacters() {}

  /// Whether `c` is removed from a text that is stored: a control character, a bidi embedding,
  /// override or isolate, a byte order mark, a tag that is not of a flag ([EmojiTags]), a lone
  /// surrogate, a noncharacter.
  static boolean include(int c) {
    boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2065 && c <= 0x206F);
    boolean nothing =
        c == 0xFEFF
            || (c >= 0xFFF0 && c <= 0xFFFC)
            || (c >= 0xE0000 && c <= 0xE0FFF && !(c >= 0xE0100 && c <= 0xE01EF));
    return bidi || nothing || isNoncharacter(c) || (isControl(c) && c != 0x0B && c != 0x85);
  }

  /// Whether a page [may not contain](https://html.spec.whatwg.org/#preprocessing-the-input-stream)
  /// `c`.
  static boolean includeOnPages(int c) {
    return isControl(c) || isNoncharacter(c);
  }

  /// Whether `c` is a control character, but for the white space of ASCII.
  private static boolean isControl(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r' || c == '\f';
    return (c < 0x20 && !space) || (c >= 0x7F && c <= 0x9F);
  }

  private static boolean isNoncharacter(int c) {
    return (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }
}
