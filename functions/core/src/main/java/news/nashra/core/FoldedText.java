package news.nashra.core;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Text as the word match sees it: letters and digits in their plainest form, with one character
/// for what stands between two words. Compatibility forms are resolved (NFKD), harakat and accents,
/// tatweel and zero-width characters are gone, case is lower, and the forms of alef, yeh, teh
/// marbuta, hamza and kaf that writers swap are one, as are Latin letters and what is written in
/// place of them. Where each character stood in the original is kept.
///
/// @param text words with a space between them, or `.` where punctuation ends a thought; `·` and
///   `:` are the same for a single mark without a space
/// @param origins index in the original of each character of `text`, and last of what follows it
public record FoldedText(String text, int[] origins) {
  /// What stands between two words, as a set of a pattern.
  static final String ANY_GAP = "[ .·:]";

  /// A gap within a phrase.
  public static final String PHRASE_GAP = "[ ·]";

  /// A letter stands at most so often in a row: more of them say no more.
  private static final int MAX_LETTER_RUN = 4;

  /// What Unicode counts as letters and the match as nothing: hamza, which many leave out, tatweel,
  /// and the fillers of Hangul, which nobody sees.
  private static final Set<Integer> IGNORED_LETTERS = Set.of(0x0621, 0x0640, 0x115F, 0x1160);

  /// Punctuation that no phrase spans, beside brackets and quotation marks.
  private static final String STOP_CHARACTERS = ".,،؛;:!?؟؍\"/|\n";

  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\0ʏᴢ";

  /// Letters of Cyrillic and Greek that look like Latin ones, and these.
  private static final String LOOKALIKES = "авсеһіјкмнорѕтухԁԛԝαορικνυ";

  private static final String LOOKALIKES_LATIN = "abcehijkmhopstyxdqwaopikvu";

  /// Digits and signs that stand in for letters, and these.
  private static final String SUBSTITUTES = "013457$@";

  private static final String SUBSTITUTES_LATIN = "oieastsa";

  private static final Map<Integer, String> CANONICAL_FORMS =
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

  /// Three letters or more that each stand alone: a word that was spelled out. Or a letter or two
  /// with a mark behind them, in the middle of a word.
  private static final Pattern SPELLED_OUT =
      Pattern.compile(
          "(?<![^ .·:])(?:\\p{L}(?:[ .·:]\\p{L}){2,}(?![^ .·:])|\\p{L}{1,2}[·:](?=\\p{L}{2}))");

  private static final Pattern WORD_WITH_LATIN =
      Pattern.compile("(?<!\\p{L})[\\p{L}&&[^a-z]]*+[a-z]\\p{L}*+");

  public static FoldedText of(String original) {
    var folding = new Folding(original.length());
    for (int i = 0; i < original.length(); ) {
      int c = original.codePointAt(i);
      int end = i + Character.charCount(c);
      folding.fold(c, end < original.length() ? original.codePointAt(end) : ' ', i);
      i = end;
    }
    return folding.finish(original.length());
  }

  /// The words with single spaces between them.
  public String words() {
    return text.replaceAll(ANY_GAP, " ");
  }

  /// The same text with the words joined that were spelled out, `ك ل ب`; this one if there are
  /// none.
  ///
  /// @param before so many letters at the beginning of each are words of their own: `I f u c k`
  /// @param after so many at its end
  public FoldedText joinSpelledOut(int before, int after) {
    var spelled = SPELLED_OUT.matcher(text);
    var kept = new StringBuilder();
    var places = new int[text.length() + 1];
    int from = 0;
    while (spelled.find()) {
      for (int i = from; i < spelled.end(); i++) {
        boolean within =
            i >= spelled.start() + 2 * before
                && i < Math.max(spelled.start(), spelled.end() - 2 * after);
        if (!within || ANY_GAP.indexOf(text.charAt(i)) < 0) {
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
    return new FoldedText(kept.toString(), Arrays.copyOf(places, kept.length() + 1));
  }

  /// What stood in `original` where this text has the characters from `start` to `end`, with the
  /// marks and repeated letters behind the last of them.
  public String original(String original, int start, int end) {
    int last = origins[end - 1];
    int after = last + Character.charCount(original.codePointAt(last));
    return original.substring(origins[start], Math.max(after, origins[end]));
  }

  private static final class Folding {
    private final StringBuilder text;
    private int[] origins;

    /// What was passed since the last letter: where it began, and what it is.
    private int gap = -1;

    private boolean stops;
    private int marks;

    Folding(int length) {
      this.text = new StringBuilder(length);
      this.origins = new int[length + 16];
    }

    void fold(int c, int next, int origin) {
      if (SUBSTITUTES.indexOf(c) >= 6 && isLatin(next)) { // a sign before a letter
        add((char) c, origin);
        return;
      }
      Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
          .codePoints()
          .map(Character::toLowerCase)
          .forEach(part -> foldPart(part, origin));
    }

    private void foldPart(int c, int origin) {
      switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.FORMAT,
            Character.CONTROL -> {
          if (c == '\n' || c == '\t') {
            widenGap(c, origin);
          }
        }
        default -> {
          if (IGNORED_LETTERS.contains(c)) {
            return;
          }
          if (Character.isLetterOrDigit(c)) {
            int capital = SMALL_CAPITALS.indexOf(c);
            CANONICAL_FORMS
                .getOrDefault(c, Character.toString(capital < 0 ? c : 'a' + capital))
                .chars()
                .forEach(u -> add((char) u, origin));
          } else {
            widenGap(c, origin);
          }
        }
      }
    }

    private void widenGap(int c, int origin) {
      gap = gap < 0 ? origin : gap;
      stops |= isStop(c);
      marks += Character.isWhitespace(c) || Character.isSpaceChar(c) ? 2 : 1;
    }

    private static boolean isStop(int c) {
      return switch (Character.getType(c)) {
        case Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.INITIAL_QUOTE_PUNCTUATION,
            Character.FINAL_QUOTE_PUNCTUATION ->
            true;
        default -> STOP_CHARACTERS.indexOf(c) >= 0;
      };
    }

    private void add(char c, int origin) {
      if (gap >= 0) {
        boolean single = marks == 1;
        if (!text.isEmpty()) {
          append(stops ? (single ? ':' : '.') : (single ? '·' : ' '), gap);
        }
        gap = -1;
        stops = false;
        marks = 0;
      }
      int length = text.length();
      if (length < MAX_LETTER_RUN
          || !text.substring(length - MAX_LETTER_RUN).chars().allMatch(before -> before == c)) {
        append(c, origin);
      }
    }

    private void append(char c, int origin) {
      int length = text.length();
      if (length == origins.length) {
        origins = Arrays.copyOf(origins, 2 * length);
      }
      origins[length] = origin;
      text.append(c);
    }

    FoldedText finish(int length) {
      replaceSubstitutes();
      var places = Arrays.copyOf(origins, text.length() + 1);
      places[text.length()] = gap < 0 ? length : gap;
      return new FoldedText(text.toString(), places);
    }

    /// Puts Latin letters where others, digits or signs stand for them, within words that have
    /// some.
    private void replaceSubstitutes() {
      for (int i = 0; i < text.length(); i++) {
        int n = SUBSTITUTES.indexOf(text.charAt(i));
        boolean sign = n >= 6;
        if (n >= 0 && isLatinAt(i + 1) && (sign || isLatinAt(i - 1))) {
          text.setCharAt(i, SUBSTITUTES_LATIN.charAt(n));
        }
      }
      WORD_WITH_LATIN
          .matcher(text.toString())
          .results()
          .forEach(word -> {
            for (int i = word.start(); i < word.end(); i++) {
              int n = LOOKALIKES.indexOf(text.charAt(i));
              if (n >= 0) {
                text.setCharAt(i, LOOKALIKES_LATIN.charAt(n));
              }
            }
          });
    }

    private boolean isLatinAt(int i) {
      return i >= 0 && i < text.length() && isLatin(text.charAt(i));
    }

    private static boolean isLatin(int c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
  }
}
