package news.nashra.articles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.core.FoldedText;

/// The words of a headline, or of a search for one. A word is the same however it is spelled:
/// without harakat, accents, tatweel and hamza, with the variants of alef, yeh and teh marbuta made
/// equal ([FoldedText]), and with or without what Arabic attaches in front: و or ف, then ب, ك or ل,
/// then ال. So «وللانتخابات» and «انتخابات» are one word. Words that are in most headlines
/// (`common-words.txt`) and single letters do not count. Immutable.
///
/// @param words the longest first
public record HeadlineWords(List<Word> words) {
  /// How many words of a headline have an entry, the longest first. A revision that replaces the
  /// headline writes and deletes as many, and a transaction takes [100
  /// writes][news.nashra.core.aws.Transaction#MAX_WRITES].
  public static final int MAX_INDEXED = 12;

  /// In code units. The key of a list takes at most 2,048 bytes.
  private static final int MAX_WORD_LENGTH = 60;

  private static final String PARTITION = "LIST#word#";

  private static final Set<String> COMMON = common();

  public HeadlineWords {
    words = List.copyOf(words);
  }

  /// A word.
  ///
  /// @param key what is left if everything that may be attached is taken away, more than once. Two
  ///   words that are the same have the same key, and a few others too
  /// @param forms what it may be without what is attached to it, itself included
  public record Word(String key, Set<String> forms) {
    static Word of(String folded) {
      var forms = new LinkedHashSet<>(Set.of(folded));
      for (var attached : List.of("وف", "بكل")) {
        List.copyOf(forms).forEach(form -> addWithout(attached, form, forms));
      }
      List.copyOf(forms).stream()
          .filter(form -> form.startsWith("ال") && prefix(form) > 0)
          .forEach(form -> forms.add(form.substring(prefix(form))));
      return new Word(withoutPrefixes(folded), forms);
    }

    private static void addWithout(String letters, String form, Set<String> forms) {
      if (letters.indexOf(form.charAt(0)) < 0 || prefix(form) == 0) {
        return;
      }
      var rest = form.substring(1);
      forms.add(rest);
      if (form.startsWith("لل") && prefix(rest) > 0) {
        forms.add(rest.substring(1)); // ل and ال are written as لل
      }
    }

    boolean isSame(Word other) {
      return !Collections.disjoint(forms, other.forms);
    }
  }

  /// The words of a text, each once.
  public static HeadlineWords of(String text) {
    return new HeadlineWords(
        folded(text)
            .filter(word -> !isCommon(word))
            .map(Word::of)
            .filter(word -> word.key().codePointCount(0, word.key().length()) > 1)
            .distinct()
            .sorted(Comparator.comparingInt((Word word) -> word.key().length()).reversed())
            .toList());
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /// The keys of the words that have an entry.
  public List<String> indexed() {
    return words.stream().map(Word::key).distinct().limit(MAX_INDEXED).toList();
  }

  /// Whether each of these words is in `headline`.
  public boolean allIn(String headline) {
    var there = of(headline).words();
    return words.stream().allMatch(word -> there.stream().anyMatch(word::isSame));
  }

  /// The partition of the articles with a word in their headline, by the key of the word. An
  /// article has the same sort key in it as in [ListName#PUBLISHED]; nothing else is stored there.
  public static String partition(String key) {
    return PARTITION + key;
  }

  private static Stream<String> folded(String text) {
    var words = new StringBuilder();
    FoldedText.fold(text)
        .words()
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(words::appendCodePoint);
    return Stream.of(words.toString().split(" "))
        .filter(word -> !word.isEmpty())
        .map(HeadlineWords::cut);
  }

  private static String cut(String word) {
    if (word.length() <= MAX_WORD_LENGTH) {
      return word;
    }
    boolean splits = Character.isHighSurrogate(word.charAt(MAX_WORD_LENGTH - 1));
    return word.substring(0, splits ? MAX_WORD_LENGTH - 1 : MAX_WORD_LENGTH);
  }

  private static boolean isCommon(String word) {
    boolean joined = word.startsWith("و") || word.startsWith("ف");
    return COMMON.contains(word) || joined && COMMON.contains(word.substring(1));
  }

  private static String withoutPrefixes(String word) {
    var left = word;
    for (int n = prefix(left); n > 0; n = prefix(left)) {
      left = left.substring(n);
    }
    return left;
  }

  /// The length of what a word begins with that is not its own; 0 if too little of it would be
  /// left. ب, ك and ف begin more words than they are attached to, so more must be left of these.
  private static int prefix(String word) {
    if (word.startsWith("ال")) {
      return word.length() >= 4 ? 2 : 0;
    }
    return switch (word.charAt(0)) {
      case 'و', 'ل' -> word.length() >= 4 ? 1 : 0;
      case 'ب', 'ك', 'ف' -> word.length() >= 5 ? 1 : 0;
      default -> 0;
    };
  }

  private static Set<String> common() {
    try (var stream = HeadlineWords.class.getResourceAsStream("common-words.txt")) {
      if (stream == null) {
        throw new IllegalStateException("common-words.txt is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(HeadlineWords::folded)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
