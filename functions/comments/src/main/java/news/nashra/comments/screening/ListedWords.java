package news.nashra.comments.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import news.nashra.core.FoldedText;

/// Finds listed words in folded text: whole words, which no other letter of their script touches,
/// behind the particles that may be attached to them. A digit or a letter of another script hides
/// nothing: `كلب7`. At each place only the words that begin with the letter there are tried.
/// Thread-safe.
final class ListedWords {
  /// Words with the same particles, as patterns by their first letter.
  private record Group(AttachedParticles particles, Map<Character, Pattern> words) {}

  /// Where a word is found, with its particles.
  record Place(int start, int end) {}

  private static final String ARABIC = "[\\p{L}&&\\p{IsArabic}]";
  private static final String OTHER = "[\\p{L}&&\\P{IsArabic}]";

  private static final String VOCATIVE = "يا ";

  /// The definite article after يا: `يا الكلب`, `يالكلب`.
  private static final String ARTICLE_AFTER_VOCATIVE = "(?:ا{0,4}ل{1,4})?";

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /// In the order in which they are tried.
  private final List<Group> groups;

  /// @param words folded
  ListedWords(Collection<String> words) {
    this.groups =
        words.stream()
            .filter(word -> !word.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(grouping(AttachedParticles::of))
            .entrySet()
            .stream()
            .map(group -> new Group(group.getKey(), patterns(group.getValue())))
            .toList();
  }

  private static <K> Collector<String, ?, Map<K, List<String>>> grouping(Function<String, K> by) {
    return Collectors.groupingBy(by, TreeMap::new, Collectors.toList());
  }

  private static Map<Character, Pattern> patterns(List<String> words) {
    return words.stream()
        .collect(
            Collectors.groupingBy(
                word -> word.charAt(0),
                Collectors.collectingAndThen(Collectors.toList(), ListedWords::pattern)));
  }

  private static Pattern pattern(List<String> words) {
    var after = AttachedParticles.isArabic(words.getFirst()) ? ARABIC : OTHER;
    return Pattern.compile(
        words.stream()
            .map(ListedWords::regex)
            .collect(Collectors.joining("|", "(?:", ")(?!" + after + ")")));
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

  /// Where the words are in `text`, none within another.
  List<Place> find(String text) {
    var places = new ArrayList<Place>();
    var matcher = NOTHING.matcher(text).useTransparentBounds(true);
    for (int i = 0; i < text.length(); ) {
      int end = end(text, i, matcher);
      if (end > i) {
        places.add(new Place(i, end));
      }
      i = Math.max(i + 1, end);
    }
    return places;
  }

  /// Where a word ends that begins at `start`; -1 if none does.
  private int end(String text, int start, Matcher matcher) {
    char first = text.charAt(start);
    for (var group : groups) {
      var particles = group.particles();
      boolean begins = group.words().containsKey(first) || particles.beginWith(first);
      if (begins && !particles.isWithinWord(text, start)) {
        for (int word : particles.ends(text, start)) {
          var pattern = word < text.length() ? group.words().get(text.charAt(word)) : null;
          if (pattern != null
              && matcher.usePattern(pattern).region(word, text.length()).lookingAt()) {
            return matcher.end();
          }
        }
      }
    }
    return -1;
  }
}
