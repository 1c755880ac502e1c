package news.nashra.comments.screening;

import java.util.Arrays;

/// What Arabic attaches to the front of a word, and how much of it may be attached to which words.
/// The number of repeated letters is limited, so that a thousand alefs in a row do not cost a
/// million steps. The constants are in the order in which words are tried.
enum AttachedParticles {
  /// Those of words in another script.
  NONE,

  /// The only ones that may precede a word of two letters, since `بزب` may be anything: up to three
  /// of و ف ب ل ك, with ال behind them.
  ARTICLE,

  /// `والكلب`, `فبالكلب`, `للكلب`, `ياكلب`: يا, then up to three of و ف, then up to three of ب ل ك,
  /// then ال, هال or عال.
  ALL;

  private static final int MAX_SHORT_WORD_LENGTH = 2;
  private static final int MAX_REPEATED = 4;
  private static final int MAX_PARTICLES = 3;

  /// More than the letters of all of them.
  private static final int MAX_LENGTH = 32;

  static AttachedParticles of(String word) {
    if (!isArabic(word)) {
      return NONE;
    }
    return word.length() > MAX_SHORT_WORD_LENGTH ? ALL : ARTICLE;
  }

  static boolean isArabic(String word) {
    return isArabic(word.codePointAt(0));
  }

  private static boolean isArabic(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
  }

  boolean beginWith(char letter) {
    return switch (this) {
      case NONE -> false;
      case ARTICLE -> "وفبلكا".indexOf(letter) >= 0;
      case ALL -> "وفبلكايهع".indexOf(letter) >= 0;
    };
  }

  /// Whether what begins at `index` follows another letter of the script. One beyond the basic
  /// plane, which has no business there, does not hide it.
  boolean isWithinWord(String text, int index) {
    if (index == 0) {
      return false;
    }
    char before = text.charAt(index - 1);
    return Character.isLetter(before) && isArabic(before) != (this == NONE);
  }

  /// Where the particles at `index` may end and the word may begin, the longest first. Each once.
  int[] ends(String text, int index) {
    if (this == NONE) {
      return new int[] {index};
    }
    var ends = new Ends(text, index);
    if (this == ARTICLE) {
      for (int n = ends.run(index, "وفبلك", MAX_PARTICLES); n >= 0; n--) {
        ends.article(index + n);
      }
      ends.add(index);
    } else {
      if (ends.isAt(index, "ي")) {
        for (int n = ends.run(index + 1, "ا", MAX_REPEATED); n > 0; n--) {
          ends.particles(index + 1 + n);
        }
      }
      ends.particles(index);
    }
    return Arrays.copyOf(ends.all, ends.count);
  }

  /// The ends that have been found.
  private static final class Ends {
    private final String text;
    private final int start;
    private final int[] all = new int[MAX_LENGTH];
    private int count;
    private int found; // as bits, from the start

    Ends(String text, int start) {
      this.text = text;
      this.start = start;
    }

    void add(int end) {
      int bit = 1 << end - start;
      if ((found & bit) == 0) {
        found |= bit;
        all[count++] = end;
      }
    }

    boolean isAt(int index, String letters) {
      return index < text.length() && letters.indexOf(text.charAt(index)) >= 0;
    }

    /// How many of `letters` are at `index`, at most `limit`.
    int run(int index, String letters, int limit) {
      int n = 0;
      while (n < limit && isAt(index + n, letters)) {
        n++;
      }
      return n;
    }

    void particles(int index) {
      for (int n = run(index, "وف", MAX_PARTICLES); n >= 0; n--) {
        for (int m = run(index + n, "بلك", MAX_PARTICLES); m >= 0; m--) {
          int end = index + n + m;
          if (isAt(end, "هع")) {
            article(end + 1);
          }
          article(end);
          add(end);
        }
      }
    }

    void article(int index) {
      for (int n = run(index, "ا", MAX_REPEATED); n > 0; n--) {
        for (int m = run(index + n, "ل", MAX_REPEATED); m > 0; m--) {
          add(index + n + m);
        }
      }
    }
  }
}
