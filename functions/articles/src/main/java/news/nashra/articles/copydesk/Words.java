package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.List;

/// The words of a text, in their order. A word is a run of letters with their marks.
final class Words {
  /// Longer runs of letters are no words of a list.
  private static final int MAX_LENGTH = 40;

  private static final char TATWEEL = 'ـ';

  /// A word from `start` to `end` in the checked text.
  ///
  /// @param plain without harakat and tatweel; as it is written otherwise
  record Word(String plain, int start, int end) {}

  private Words() {}

  /// The words of `text`, without those in addresses and behind `#` and `@`.
  static List<Word> of(CheckedText text) {
    var words = new ArrayList<Word>(text.length() / 6);
    for (int i = 0; i < text.length(); ) {
      if (!Character.isLetter(text.at(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && isPartOfWord(text.at(end))) {
        end++;
      }
      if (end - i <= MAX_LENGTH && !isAddress(text, i, end)) {
        words.add(new Word(plain(text.text(), i, end), i, end));
      }
      i = end;
    }
    return words;
  }

  static String plain(String word) {
    return plain(word, 0, word.length());
  }

  private static String plain(String text, int from, int to) {
    int i = from;
    while (i < to && !isMark(text.charAt(i)) && text.charAt(i) != TATWEEL) {
      i++;
    }
    if (i == to) {
      return text.substring(from, to);
    }
    var plain = new StringBuilder(to - from).append(text, from, i);
    for (; i < to; i++) {
      add(text.charAt(i), plain);
    }
    return plain.toString();
  }

  private static void add(char c, StringBuilder plain) {
    int last = plain.length() - 1;
    if (c >= '\u0653' && c <= '\u0655' && last >= 0) {
      plain.setCharAt(last, composed(plain.charAt(last), c));
    } else if (c != TATWEEL && !isMark(c)) {
      plain.append(c);
    }
  }

  /// A letter with the madda or hamza that is typed after it.
  private static char composed(char letter, char mark) {
    return switch (letter) {
      case 'ا' -> mark == '\u0653' ? 'آ' : mark == '\u0654' ? 'أ' : 'إ';
      case 'و' -> 'ؤ';
      case 'ي', 'ى' -> 'ئ';
      default -> letter;
    };
  }

  static boolean isPartOfWord(char c) {
    return Character.isLetter(c) || isMark(c);
  }

  static boolean isMark(char c) {
    return c >= '\u0300' && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isAddress(CheckedText text, int start, int end) {
    char before = text.at(start - 1);
    char after = text.at(end);
    return "#@_/.".indexOf(before) >= 0
        || "_@/".indexOf(after) >= 0
        || (after == '.' && Character.isLetter(text.at(end + 1)));
  }
}
