package news.nashra.core;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// The compatibility decompositions of single characters. Pure functions.
final class Compatibility {
  /// Those of the basic plane, once they have been asked for: to normalise a single character takes
  /// much longer. Threads may find the same ones.
  private static final @Nullable String[] DECOMPOSED =
      new String[Character.MIN_SUPPLEMENTARY_CODE_POINT];

  private Compatibility() {}

  /// `c` in NFKD.
  static String decompose(int c) {
    var known = c < DECOMPOSED.length ? DECOMPOSED[c] : null;
    if (known != null) {
      return known;
    }
    var decomposed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    if (c < DECOMPOSED.length) {
      DECOMPOSED[c] = decomposed;
    }
    return decomposed;
  }
}
