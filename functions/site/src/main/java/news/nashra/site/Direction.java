package news.nashra.site;

/// The direction in which a text is read.
public final class Direction {
  private Direction() {}

  /// `rtl` or `ltr`, as most of the letters of `text` are: a story may begin with a Latin name and
  /// still be Arabic.
  public static String of(String text) {
    long right = text.codePoints().filter(Direction::rightToLeft).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return right * 2 >= letters && right > 0 ? "rtl" : "ltr";
  }

  private static boolean rightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return Character.isLetter(c)
        && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
