package news.nashra.articles;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.core.Text;

/// The readable part of an address: Arabic letters unchanged, Latin letters in lower case without
/// accents, Latin digits, and `-` between words. Characters that are not seen, such as soft hyphens
/// and direction marks, do not divide a word.
public final class Slug {
  /// In code points.
  public static final int MAX_LENGTH = 80;

  private static final int MAX_BYTES = 200;
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640]+");
  private static final Pattern SIGNS =
      Pattern.compile("(?<=[\\p{L}\\p{M}\\p{Nd}])[+#＋＃♯]++(?![\\p{L}\\p{Nd}])");
  private static final Pattern DOT = Pattern.compile("^[.](?=\\p{L})");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");

  private Slug() {}

  /// The slug of a headline, cut between words to the allowed length; empty when the headline has
  /// no letter or digit.
  public static String of(String text) {
    var slug = beginning(fold(text));
    while (tooLong(slug)) {
      int cut = slug.lastIndexOf('-');
      slug =
          cut > 0
              ? slug.substring(0, cut)
              : slug.substring(0, slug.offsetByCodePoints(slug.length(), -1));
    }
    return slug;
  }

  /// As much of a slug as shows where it has to be cut.
  private static String beginning(String slug) {
    return slug.codePointCount(0, slug.length()) <= MAX_LENGTH
        ? slug
        : slug.substring(0, slug.offsetByCodePoints(0, MAX_LENGTH + 1));
  }

  /// The slug of a name; absent when it has no letter or digit.
  public static Optional<String> find(String name) {
    return Optional.of(of(name)).filter(slug -> !slug.isEmpty());
  }

  /// The slug of a tag's topic; absent when the tag has no letter or digit. Signs at the end of a
  /// word and a dot at the beginning are spelled out, because `C`, `C++` and `C#` are three topics:
  /// `c`, `c-plus-plus` and `c-sharp`; `.NET` is `dot-net`. `C-Sharp` is the same topic as `C#`.
  public static Optional<String> topic(String tag) {
    var plain = DOT.matcher(Text.withoutFormat(Text.line(tag))).replaceFirst("dot ");
    return find(SIGNS.matcher(plain).replaceAll(found -> spellOut(found.group())));
  }

  /// The slug that an editor asks for; empty when it is not a valid one.
  public static String chosen(String text) {
    var slug = fold(text);
    return tooLong(slug) ? "" : slug;
  }

  /// The slug of the `n`th article of that name on a day: `slug-2`.
  public static String numbered(String slug, int n) {
    var suffix = "-" + n;
    var stem = slug;
    while (tooLong(stem + suffix)) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return EDGES.matcher(stem).replaceAll("") + suffix;
  }

  private static String spellOut(String signs) {
    return signs.replaceAll("[+＋]", " plus").replaceAll("[#＃♯]", " sharp");
  }

  private static String fold(String text) {
    var plain = Text.withoutFormat(Text.line(text)).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder();
    plain.codePoints().forEach(c -> folded.append(letter(c)));
    var slug = GAP.matcher(MARKS.matcher(folded).replaceAll("")).replaceAll("-");
    return EDGES.matcher(slug).replaceAll("");
  }

  /// Latin letters lose their accents and digits of any script become Latin ones. An Arabic letter
  /// keeps its hamza or madda.
  private static String letter(int c) {
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      return Integer.toString(Character.digit(c, 10));
    }
    var letter = Character.toString(c);
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
        ? Normalizer.normalize(letter, Normalizer.Form.NFKD)
        : letter;
  }

  private static boolean tooLong(String slug) {
    return slug.codePointCount(0, slug.length()) > MAX_LENGTH
        || slug.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }
}
