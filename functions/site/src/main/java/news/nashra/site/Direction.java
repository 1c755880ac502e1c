package news.nashra.site;

/// The direction in which a text is read.
public final class Direction {
  private Direction() {}

  /// `rtl` or `ltr`, as most of the letters of `text` are: a story may begin with a Latin name and
  /// still be Arabic. `fallback` where it has none, as `؟؟؟` or `2026`.
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
