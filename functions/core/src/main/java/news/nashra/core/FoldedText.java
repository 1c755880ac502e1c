package news.nashra.core;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/// Text in the form that words are matched in: letters and digits in their plainest form, with one
/// character for each gap between words. Compatibility forms are resolved (NFKD); harakat, accents,
/// tatweel and zero-width characters are removed; letters are in lower case. The variants of alef,
/// yeh, teh marbuta, hamza and kaf that writers interchange become one letter, and characters
/// written in place of Latin letters become those letters. Each character keeps its position in the
/// original.
///
/// Instances are immutable as long as nobody writes to `origins`.
///
/// @param text words separated by a space, or by `.` where punctuation ends a phrase; `·` and `:`
///   mean the same for a single character that is not a space
/// @param origins for each character of `text`, its index in the original; the last element is the
///   index of what follows
public record FoldedText(String text, int[] origins) {
  /// Everything that may separate two words, as a character class.
  static final String ANY_GAP = "[ .·:]";

  /// The gaps that a phrase may span, as a character class.
  public static final String PHRASE_GAP = "[ ·]";

  /// A letter is kept at most this many times in a row.
  private static final int MAX_LETTER_RUN = 4;

  /// Punctuation that no phrase spans, in addition to brackets and quotation marks.
  private static final String STOP_CHARACTERS = ".,،؛;:!?؟؍\"/|\n";

  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\0ʏᴢ";

  /// Cyrillic and Greek letters that look like the Latin letters of [#LOOKALIKES_LATIN].
  private static final String LOOKALIKES = "авсеһіјкмнорѕтухԁԛԝαορικνυ";

  private static final String LOOKALIKES_LATIN = "abcehijkmhopstyxdqwaopikvu";

  /// Digits and signs that are written in place of the Latin letters of [#SUBSTITUTES_LATIN].
  private static final String SUBSTITUTES = "013457$@";

  private static final String SUBSTITUTES_LATIN = "oieastsa";

  private static final Map<Integer, String> CANONICAL_FORMS =
      Map.ofEntries(
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ı', "i"));

  /// A word that is spelled out, as three or more single letters; or one or two letters followed by
  /// a mark in the middle of a word.
  private static final Pattern SPELLED_OUT =
      Pattern.compile(
          "(?<![^ .·:])(?:\\p{L}(?:[ .·:]\\p{L}){2,}(?![^ .·:])|\\p{L}{1,2}[·:](?=\\p{L}{2}))");

  private static final Pattern WORD_WITH_LATIN =
      Pattern.compile("(?<!\\p{L})[\\p{L}&&[^a-z]]*+[a-z]\\p{L}*+");

  public static FoldedText fold(String original) {
    var folding = new Folding(original.length());
    for (int i = 0; i < original.length(); ) {
      int c = original.codePointAt(i);
      int end = i + Character.charCount(c);
      folding.fold(c, end < original.length() ? original.codePointAt(end) : ' ', i);
      i = end;
    }
    return folding.finish(original.length());
  }

  /// The words, separated by single spaces.
  public String words() {
    return text.replaceAll(ANY_GAP, " ");
  }

  /// Joins the words that are spelled out, such as `ك ل ب`; returns this text if there are none.
  ///
  /// @param before how many letters at the beginning of each are words of their own, such as the
  ///   first one of "I f u c k"
  /// @param after how many letters at the end of each are words of their own
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

  /// Returns the part of `original` that became the characters from `start` to `end`, including
  /// marks and repeated letters after the last one.
  public String original(String original, int start, int end) {
    int last = origins[end - 1];
    int after = last + Character.charCount(original.codePointAt(last));
    return original.substring(origins[start], Math.max(after, origins[end]));
  }

  private static final class Folding {
    private final StringBuilder text;
    private int[] origins;

    /// Where the current gap begins in the original, or -1 outside a gap.
    private int gap = -1;

    /// Whether the current gap holds punctuation that ends a phrase.
    private boolean stops;

    /// 1 for a gap of a single character that is not a space, more for any other gap.
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
      if (c < 0x80) {
        foldPart(Character.toLowerCase(c), origin);
        return;
      }
      var parts = Compatibility.decompose(c);
      int part;
      for (int i = 0; i < parts.length(); i += Character.charCount(part)) {
        part = parts.codePointAt(i);
        foldPart(ArabicLetters.base(Character.toLowerCase(part)), origin);
      }
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
          if (Text.FILLERS.indexOf(c) >= 0 || ArabicLetters.isIgnored(c)) {
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
      if (!endsWithRunOf(c)) {
        append(c, origin);
      }
    }

    private boolean endsWithRunOf(char c) {
      int i = text.length();
      int first = i - MAX_LETTER_RUN;
      while (first >= 0 && i > first && text.charAt(i - 1) == c) {
        i--;
      }
      return i == first;
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

    /// Replaces digits, signs and lookalikes by Latin letters, within words that contain Latin
    /// letters.
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
