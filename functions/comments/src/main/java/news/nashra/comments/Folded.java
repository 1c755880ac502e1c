package news.nashra.comments;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Text as the word match sees it: letters and digits in their plainest form, one space between
/// words. Compatibility forms are resolved (NFKD), harakat and accents, tatweel and zero-width
/// characters are gone, case is lower, and the forms of alef, yeh, teh marbuta, hamza and kaf that
/// writers swap are one. Where each character stood in the original is kept.
///
/// @param origins index in the original of each character of `text`, and last of what follows it
record Folded(String text, int[] origins) {
  /// A letter stands at most so often in a row: more of them say no more.
  private static final int RUN = 4;

  /// What Unicode counts as letters and the match as nothing: hamza, which many leave out, tatweel,
  /// and the fillers of Hangul, which nobody sees.
  private static final Set<Integer> NOTHING = Set.of(0x0621, 0x0640, 0x115F, 0x1160);

  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x0671, "ا"),
          Map.entry((int) 'ى', "ي"),
          Map.entry(0x06CC, "ي"),
          Map.entry(0x06D2, "ي"),
          Map.entry((int) 'ة', "ه"),
          Map.entry(0x06C1, "ه"),
          Map.entry(0x06BE, "ه"),
          Map.entry(0x06D5, "ه"),
          Map.entry(0x06A9, "ك"),
          Map.entry(0x06AA, "ك"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ı', "i"));

  /// Three letters or more that each stand alone: a word that was spelled out.
  private static final Pattern SPELLED = Pattern.compile("(?<![^ ])\\p{L}(?: \\p{L}){2,}(?![^ ])");

  static Folded of(String original) {
    var folding = new Folding(original.length());
    for (int i = 0; i < original.length(); ) {
      int c = original.codePointAt(i);
      folding.take(c, i);
      i += Character.charCount(c);
    }
    return folding.done(original.length());
  }

  /// The same text with the words joined that were spelled out, `ك ل ب`; this one if there are
  /// none.
  Folded joined() {
    var spelled = SPELLED.matcher(text);
    var kept = new StringBuilder();
    var places = new int[text.length() + 1];
    int from = 0;
    while (spelled.find()) {
      for (int i = from; i < spelled.end(); i++) {
        if (i < spelled.start() || text.charAt(i) != ' ') {
          places[kept.length()] = origins[i];
          kept.append(text.charAt(i));
        }
      }
      from = spelled.end();
    }
    if (from == 0) {
      return this;
    }
    for (int i = from; i < text.length(); i++) {
      places[kept.length()] = origins[i];
      kept.append(text.charAt(i));
    }
    places[kept.length()] = origins[text.length()];
    return new Folded(kept.toString(), Arrays.copyOf(places, kept.length() + 1));
  }

  /// What stood in `original` where this text has the characters from `start` to `end`, with the
  /// marks and repeated letters behind the last of them.
  String original(String original, int start, int end) {
    int last = origins[end - 1];
    int after = last + Character.charCount(original.codePointAt(last));
    return original.substring(origins[start], Math.max(after, origins[end]));
  }

  private static final class Folding {
    private final StringBuilder text;
    private int[] origins;

    Folding(int length) {
      this.text = new StringBuilder(length);
      this.origins = new int[length + 16];
    }

    void take(int c, int origin) {
      Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
          .codePoints()
          .map(Character::toLowerCase)
          .forEach(part -> plain(part, origin));
    }

    private void plain(int c, int origin) {
      switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.FORMAT,
            Character.CONTROL -> {
          if (c == '\n' || c == '\t') {
            space(origin);
          }
        }
        default -> {
          if (NOTHING.contains(c)) {
            return;
          }
          if (Character.isLetterOrDigit(c)) {
            PLAIN
                .getOrDefault(c, Character.toString(c))
                .chars()
                .forEach(u -> add((char) u, origin));
          } else {
            space(origin);
          }
        }
      }
    }

    private void space(int origin) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        add(' ', origin);
      }
    }

    private void add(char c, int origin) {
      int length = text.length();
      if (length >= RUN && text.substring(length - RUN).chars().allMatch(before -> before == c)) {
        return;
      }
      if (length == origins.length) {
        origins = Arrays.copyOf(origins, 2 * length);
      }
      origins[length] = origin;
      text.append(c);
    }

    Folded done(int length) {
      var folded = text.toString().stripTrailing();
      var places = Arrays.copyOf(origins, folded.length() + 1);
      places[folded.length()] = folded.length() < text.length() ? origins[folded.length()] : length;
      return new Folded(folded, places);
    }
  }
}
