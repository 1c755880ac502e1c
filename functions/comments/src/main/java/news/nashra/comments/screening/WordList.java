package news.nashra.comments.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private static final char SUPERSCRIPT_ALEF = '\u0670';

  private static final Pattern HARAKAT = Pattern.compile("[\\p{Mn}ـ]");

  private final ListedWords words;
  private final Set<String> innocent;

  WordList(Collection<String> words, Collection<String> innocent) {
    this.words =
        new ListedWords(words.stream().map(word -> FoldedText.fold(word).words()).toList());
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
    return words.find(folded.text()).stream()
        .map(place -> folded.original(original, place.start(), place.end()))
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

  private static List<String> lines(String name) {
    return Edition.file("words/" + name + ".txt")
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
