package news.nashra.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts that are made to keep a program busy: long runs of combining marks, of characters that are
/// not seen, of those that become several, and of what patterns search for. The same ones each
/// time.
public final class HostileText {
  private static final int MIXTURES = 20;

  private static final Map<String, String> PIECES = new LinkedHashMap<>();

  static {
    PIECES.put("letters", "a");
    PIECES.put("Arabic letters", "ب");
    PIECES.put("words", "كلمة ");
    PIECES.put("marks above", "\u0301");
    PIECES.put("marks below", "\u0316");
    PIECES.put("marks to be sorted", "\u0301\u0316\u0334");
    PIECES.put("harakat to be sorted", "\u0651\u064E\u0670");
    PIECES.put("marks that are two", "\u0344");
    PIECES.put("marks that are three below", "\u0F73\u0F75");
    PIECES.put("enclosing marks", "\u20DD");
    PIECES.put("spacing marks", "\u093E");
    PIECES.put("musical marks", "\uD834\uDD65\uD834\uDD6E");
    PIECES.put("letters with seven marks", "H" + "\u0316\u0301".repeat(4) + "\u200C");
    PIECES.put("marks between joiners", "\u0316\u0301\u200C");
    PIECES.put("marks between grapheme joiners", "\u0301\u034F\u0316");
    PIECES.put("marks between selectors", "\u0301\uFE0F\u0316");
    PIECES.put("marks between fillers", "\u0301\u115F\u0316");
    PIECES.put("joiners", "\u200D");
    PIECES.put("non-joiners", "\u200C");
    PIECES.put("a letter and joiners", "x\u200D\u200D\u200D\u200D\u200D\u200D\u200D\u200D");
    PIECES.put("zero-width spaces", "\u200B");
    PIECES.put("soft hyphens", "\u00AD");
    PIECES.put("selectors", "\uFE0F");
    PIECES.put("selectors of ideographs", "\uDB40\uDD00");
    PIECES.put("tags", "\uDB40\uDC41");
    PIECES.put("overrides", "\u202E");
    PIECES.put("isolates", "\u2066\u2069");
    PIECES.put("direction marks", "\u200F\u061C");
    PIECES.put("fillers", "\u3164\u1160");
    PIECES.put("prepended signs", "\u0600");
    PIECES.put("presentation forms", "ﺍ");
    PIECES.put("forms that are four letters", "ﷲ");
    PIECES.put("forms that are marks", "\uFE76");
    PIECES.put("phrases of eighteen letters", "ﷺ");
    PIECES.put("letters that are four", "\u1F82");
    PIECES.put("letters to be composed", "α\u0313\u0300\u0345");
    PIECES.put("Hangul to be composed", "\u1100\u1161\u11A8");
    PIECES.put("leading consonants of Hangul", "\u1100");
    PIECES.put("conjuncts", "\u0915\u094D\u200D");
    PIECES.put("flags", "\uD83C\uDDF2\uD83C\uDDE6");
    PIECES.put("an emoji without an end", "\uD83D\uDC68\u200D");
    PIECES.put("emoji with selectors", "\u2764\uFE0F\u200D");
    PIECES.put("mathematical letters", "\uD835\uDD04");
    PIECES.put("spaces", " ");
    PIECES.put("letters and spaces", "a ");
    PIECES.put("no-break spaces", "\u00A0");
    PIECES.put("tabs", "\t");
    PIECES.put("line breaks", "\n");
    PIECES.put("line breaks of all kinds", "\r\n\u0085\u2028\u000B \f");
    PIECES.put("lines", "a\n \n");
    PIECES.put("spelled-out words", "f u c ");
    PIECES.put("particles", "يا وفبلكال");
    PIECES.put("repeated alefs", "ا");
    PIECES.put("hosts", "a.");
    PIECES.put("addresses", "https://a.com/");
    PIECES.put("numeric hosts", "1.2.3.4:");
    PIECES.put("mail addresses", "a@");
    PIECES.put("hyphens", "a-");
    PIECES.put("plus signs", "+");
    PIECES.put("words and plus signs", "a++");
    PIECES.put("backticks", "`a");
    PIECES.put("figures", "1-");
    PIECES.put("ampersands", "&");
    PIECES.put("quotation marks", "\"<");
  }

  private HostileText() {}

  /// The texts by what they consist of, each of `bytes` in UTF-8 or a little less.
  public static Map<String, String> ofBytes(int bytes) {
    var texts = new LinkedHashMap<String, String>();
    PIECES.forEach((name, piece) -> texts.put(name, repeated(piece, bytes)));
    for (int seed = 0; seed < MIXTURES; seed++) {
      texts.put("mixture " + seed, repeated(mixture(seed), bytes));
    }
    return texts;
  }

  private static String repeated(String piece, int bytes) {
    return piece.repeat(Math.max(1, bytes / piece.getBytes(StandardCharsets.UTF_8).length));
  }

  /// Runs of a few pieces in an order that chance gives.
  private static String mixture(int seed) {
    var random = new Random(seed);
    var pieces = PIECES.values().toArray(String[]::new);
    var some =
        IntStream.range(0, 2 + random.nextInt(4))
            .mapToObj(i -> pieces[random.nextInt(pieces.length)])
            .toList();
    return IntStream.range(0, 60)
        .mapToObj(i -> some.get(random.nextInt(some.size())).repeat(1 + random.nextInt(40)))
        .collect(Collectors.joining());
  }
}
