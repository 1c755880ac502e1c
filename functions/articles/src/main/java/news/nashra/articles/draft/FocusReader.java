package news.nashra.articles.draft;

import java.util.Optional;
import news.nashra.core.http.Fields;
import news.nashra.media.Focus;

/// Reads the focus of a picture, `{"x": 0.5, "y": 0.2}`.
final class FocusReader {
  private FocusReader() {}

  /// The field `focus`.
  static Optional<Focus> read(Fields fields) {
    return fields
        .object("focus")
        .map(focus -> new Focus(coordinate(focus, "x"), coordinate(focus, "y")));
  }

  /// A part of a side, with four decimals.
  private static double coordinate(Fields focus, String name) {
    if (!focus.has(name)) {
      focus.fault(name, "error.required");
    }
    var part = focus.decimal(name);
    if (part.filter(p -> p < 0 || p > 1).isPresent()) {
      focus.fault(name, "error.badFocus");
      return 0;
    }
    return part.map(p -> Math.round(p * 10_000) / 10_000.0).orElse(0.0);
  }
}
