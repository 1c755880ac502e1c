package news.nashra.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The forms of Arabic letters that matching does not tell apart: of alef, waw, yeh, kaf, and of
/// heh with teh marbuta. Pure functions.
///
/// The tables are made of Unicode's data: the letters of the [joining
/// groups](https://www.unicode.org/Public/UCD/latest/ucd/ArabicShaping.txt) Alef, Waw, Yeh, Farsi
/// Yeh, Yeh With Tail, Yeh Barree, Burushaski Yeh Barree, Rohingya Yeh, Kaf, Swash Kaf, Heh Goal,
/// Knotted Heh, Teh Marbuta, Teh Marbuta Goal, and those of Gaf that are named kaf or keheh.
/// Letters that NFKD decomposes are not in them. The test compares them with the names that the JDK
/// knows.
final class ArabicLetters {
  private static final Map<Integer, Integer> BASES = new HashMap<>();

  static {
    add('ا', "0671-0673 0773-0774 0870-0882");
    add('و', "06C4-06CB 06CF 0778-0779 08AB");
    add('ي', "0620 063D-063F 0649 06CC-06CE 06D0-06D2 0775-0777 077A-077B 08A8-08A9 08AC 08BA");
    add('ك', "063B-063C 06A9-06AE 0762-0764 077F 088D 08B4 08C2");
    add('ه', "0629 06BE 06C1 06C3 06D5 06FF");
  }

  /// Hamza and high hamza, which many writers leave out; tatweel and its forms; and the small
  /// letters of Quranic spelling, which are modifier letters.
  private static final Set<Integer> IGNORED = codePoints("0621 0674 0640 0883-0885 06E5-06E6 08C9");

  private ArabicLetters() {}

  /// The letter that `c` is a form of, or `c` itself.
  static int base(int c) {
    return BASES.getOrDefault(c, c);
  }

  /// Whether matching ignores `c`.
  static boolean isIgnored(int c) {
    return IGNORED.contains(c);
  }

  private static void add(int base, String forms) {
    codePoints(forms).forEach(form -> BASES.put(form, base));
  }

  /// @param ranges in hexadecimal, separated by spaces
  private static Set<Integer> codePoints(String ranges) {
    var all = new TreeSet<Integer>();
    for (var range : ranges.split(" ")) {
      var ends = range.split("-");
      int last = Integer.parseInt(ends[ends.length - 1], 16);
      for (int c = Integer.parseInt(ends[0], 16); c <= last; c++) {
        all.add(c);
      }
    }
    return Set.copyOf(all);
  }
}
