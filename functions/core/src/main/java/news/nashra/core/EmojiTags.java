package news.nashra.core;

/// Flags of parts of countries, such as Scotland's: a black flag, tag characters that spell a code,
/// and a tag that ends it ([UTS #51](https://www.unicode.org/reports/tr51/#Emoji_Tag_Sequences)).
/// Pure functions.
final class EmojiTags {
  /// The black flag.
  static final int FLAG = 0x1F3F4;

  private static final int FIRST_TAG = 0xE0020;
  private static final int END = 0xE007F;

  /// `gbsct`, and others as long: of a country two letters, of its part up to three.
  private static final int MAX_CODE_LENGTH = 5;

  private EmojiTags() {}

  static boolean include(int c) {
    return c >= FIRST_TAG && c <= END;
  }

  /// Where the tags end that follow a flag; `start` if there is no code, or one that nothing ends.
  static int end(String text, int start) {
    int i = start;
    for (int n = 0; n <= MAX_CODE_LENGTH && i < text.length(); n++) {
      int tag = text.codePointAt(i);
      i += Character.charCount(tag);
      if (tag == END) {
        return n == 0 ? start : i;
      }
      if (!isOfCode(tag)) {
        return start;
      }
    }
    return start;
  }

  private static boolean isOfCode(int tag) {
    int c = tag - FIRST_TAG + ' ';
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
