package news.nashra.site;

/// Tells in which direction a text is read. Pure functions.
public final class Direction {
  private Direction() {}

  /// `rtl` if at least half the letters of `text` are read from right to left, else `ltr`. An
  /// Arabic text may begin with a Latin name. A text without letters, such as `2026`, gives
  /// `fallback`.
  public static String of(String text, String fallback) {
    long right = text.codePoints().filter(Direction::rightToLeft).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    if (letters == 0) {
      return fallback;
    }
    return right * 2 >= letters ? "rtl" : "ltr";
  }

  private static boolean rightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return Character.isLetter(c)
        && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
