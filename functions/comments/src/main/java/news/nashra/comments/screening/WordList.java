package news.nashra.comments.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.nashra.comments.Flag;
import news.nashra.core.FoldedText;
import news.nashra.core.Text;
import news.nashra.site.Edition;

/// A list of words and phrases that are found however they are disguised: spelling variants that
/// [FoldedText] resolves, doubled letters, and the particles that Arabic attaches to a word (و ف ب
/// ل ك ال هال عال يا). Only whole words are found, and none that the edition lists as innocent.
/// Thread-safe.
final class WordList {
  /// Particles attached to a word: `والكلب`, `فبالكلب`, `للكلب`, `ياكلب`. The number of repeated
  /// letters is limited, so that a thousand alefs in a row do not cost a million steps.
  private static final String PREFIXED_PARTICLES =
      "(?:يا{1,4})?[وف]{0,3}[بلك]{0,3}(?:[هع]?ا{1,4}ل{1,4})?";

  /// The definite article after يا: `يا الكلب`, `يالكلب`.
  private static final String ARTICLE_AFTER_VOCATIVE = "(?:ا{0,4}ل{1,4})?";

  private static final String VOCATIVE = "يا ";

  /// The only particles that may precede a word of two letters: `بزب` may be anything.
  private static final String ARTICLE = "(?:[وفبلك]{0,3}ا{1,4}ل{1,4})?";

  private static final int MAX_SHORT_WORD_LENGTH = 2;

  private static final char SUPERSCRIPT_ALEF = '\u0670';

  private static final String ARABIC = "[\\p{L}&&\\p{IsArabic}]";
  private static final String OTHER = "[\\p{L}&&\\P{IsArabic}]";

  private static final Pattern HARAKAT = Pattern.compile("[\\p{Mn}ـ]");

  private final Optional<Pattern> pattern;
  private final Set<String> innocent;

  WordList(Collection<String> words, Collection<String> innocent) {
    var byScript =
        words.stream()
            .map(word -> FoldedText.fold(word).words())
            .filter(word -> !word.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.groupingBy(WordList::isArabic, TreeMap::new, Collectors.toList()));
    this.pattern =
        byScript.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Pattern.compile(
                    byScript.entrySet().stream()
                        .map(script -> anyOf(script.getValue(), script.getKey() ? ARABIC : OTHER))
                        .collect(Collectors.joining("|"))));
    this.innocent = innocent.stream().map(WordList::normalise).collect(Collectors.toSet());
  }

  /// Reads the list `edition/words/<name>.txt`: one word or phrase per line, `#` before a comment.
  static WordList load(String name) {
    return new WordList(lines(name), lines("innocent"));
  }

  /// Returns a flag for each listed word in the visible fields of a comment.
  List<Flag> find(Candidate comment, String rule) {
    var flags = new ArrayList<Flag>();
    find(comment.name()).forEach(word -> flags.add(new Flag(rule, "name", word)));
    find(comment.title()).forEach(word -> flags.add(new Flag(rule, "title", word)));
    find(comment.body()).forEach(word -> flags.add(new Flag(rule, "body", word)));
    return flags;
  }

  /// Returns the listed words in `text`, as they are written there.
  List<String> find(String text) {
    var found = findFolded(text, text);
    // A superscript alef is a vowel sign in هٰذا, and stands for the letter in عٰهرة.
    return found.isEmpty() && text.indexOf(SUPERSCRIPT_ALEF) >= 0
        ? findFolded(text.replace(SUPERSCRIPT_ALEF, 'ا'), text)
        : found;
  }

  /// @param original as it was written, with each character at the same place as in `text`
  private List<String> findFolded(String text, String original) {
    var folded = FoldedText.fold(text);
    var found = find(folded, original);
    for (int i = 0; found.isEmpty() && i < 3; i++) {
      var joined = folded.joinSpelledOut(i == 1 ? 1 : 0, i == 2 ? 1 : 0);
      found = joined == folded ? found : find(joined, original);
    }
    return found;
  }

  private List<String> find(FoldedText folded, String original) {
    return pattern.stream()
        .flatMap(p -> p.matcher(folded.text()).results())
        .map(match -> folded.original(original, match.start(), match.end()))
        .filter(word -> !isInnocent(word))
        .map(word -> Text.shorten(word, Flag.MAX_QUOTE_LENGTH))
        .distinct()
        .toList();
  }

  /// A listed innocent word with harakat matches only these harakat; one without matches any.
  private boolean isInnocent(String word) {
    var normalised = normalise(word);
    return innocent.contains(normalised)
        || innocent.contains(HARAKAT.matcher(normalised).replaceAll(""));
  }

  private static String normalise(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /// @param letter what a word does not touch: another letter of its script. A digit or a letter of
  ///   another script hides nothing: `كلب7`
  private static String anyOf(List<String> words, String letter) {
    var byParticles = grouped(words, WordList::particles);
    return byParticles.entrySet().stream()
        .map(group -> group.getKey() + anyOf(group.getValue()))
        .collect(Collectors.joining("|", "(?<!" + letter + ")(?:", ")(?!" + letter + ")"));
  }

  /// Only the words with the letter that comes next are tried, each in turn.
  private static String anyOf(List<String> words) {
    return grouped(words, word -> word.substring(0, 1)).entrySet().stream()
        .map(group ->
            group.getValue().stream()
                .map(WordList::regex)
                .collect(
                    Collectors.joining("|", "(?=" + Pattern.quote(group.getKey()) + ")(?:", ")")))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static Map<String, List<String>> grouped(
      List<String> words, Function<String, String> by) {
    return words.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  /// Those that may be attached to a word.
  private static String particles(String word) {
    if (!isArabic(word)) {
      return "";
    }
    return word.length() > MAX_SHORT_WORD_LENGTH ? PREFIXED_PARTICLES : ARTICLE;
  }

  private static boolean isArabic(String word) {
    return Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.ARABIC;
  }

  /// Each letter may be repeated, and a space left out. A letter gets a possessive quantifier,
  /// which prevents useless backtracking, unless the same letter follows after a space.
  private static String regex(String word) {
    var regex = new StringBuilder();
    for (int i = 0; i < word.length(); ) {
      if (word.charAt(i) == ' ') {
        regex
            .append(FoldedText.PHRASE_GAP + "?")
            .append(
                i + 1 == VOCATIVE.length() && word.startsWith(VOCATIVE)
                    ? ARTICLE_AFTER_VOCATIVE
                    : "");
        i++;
        continue;
      }
      int end = i;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      boolean sameLetterFollows = word.startsWith(" " + word.charAt(i), end);
      regex
          .append(Pattern.quote(word.substring(i, i + 1)))
          .append("{" + (end - i) + (sameLetterFollows ? ",}" : ",}+"));
      i = end;
    }
    return regex.toString();
  }

  private static List<String> lines(String name) {
    return Edition.file("words/" + name + ".txt")
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
