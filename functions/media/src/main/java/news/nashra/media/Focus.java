package news.nashra.media;

import java.util.Locale;
import java.util.Optional;

/// The point of a picture that every cut of it keeps, such as a face. A cut has it in its middle,
/// as far as the edges of the picture allow.
///
/// @param x from the left, as a part of the width, 0 to 1
/// @param y from the top, as a part of the height, 0 to 1
public record Focus(double x, double y) {
  /// Where faces are, if nobody says what matters in a picture.
  public static final Focus UPPER_THIRD = new Focus(0.5, 1 / 3.0);

  private static final String SEPARATOR = " ";

  public Focus {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("a focus outside the picture: " + x + ", " + y);
    }
  }

  /// Where a cut begins, as a part of the side.
  ///
  /// @param focus on this side, 0 to 1
  /// @param length of the cut, as a part of the side
  static double start(double focus, double length) {
    return Math.clamp(focus - length / 2, 0, 1 - length);
  }

  /// The value of [`object-position`](https://www.w3.org/TR/css-images-3/#the-object-position) in a
  /// box that is `ratio` times as wide as high; absent for the middle, which browsers choose
  /// themselves.
  Optional<String> objectPosition(Picture picture, double ratio) {
    double own = (double) picture.width() / picture.height();
    int across = own > ratio ? percent(x, ratio / own) : 50;
    int down = own < ratio ? percent(y, own / ratio) : 50;
    return across == 50 && down == 50 ? Optional.empty() : Optional.of(across + "% " + down + "%");
  }

  /// The part of what is cut off that is cut off before the focus.
  private static int percent(double focus, double length) {
    return (int) Math.round(100 * start(focus, length) / (1 - length));
  }

  /// The focus in whole percents, as names of files have it.
  Focus rounded() {
    return new Focus(Math.round(100 * x) / 100.0, Math.round(100 * y) / 100.0);
  }

  /// `-<x>-<y>` in percents.
  String suffix() {
    return String.format(Locale.ROOT, "-%d-%d", Math.round(100 * x), Math.round(100 * y));
  }

  /// The focus as a single line, for an item of a table.
  public String write() {
    return x + SEPARATOR + y;
  }

  public static Focus read(String line) {
    var parts = line.split(SEPARATOR);
    return new Focus(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }
}
