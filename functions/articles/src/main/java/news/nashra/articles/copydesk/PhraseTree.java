package news.nashra.articles.copydesk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Phrases by their words, one step for each word.
final class PhraseTree {
  /// @param last the index of the last word
  record Match(Phrase phrase, int last) {}

  private @Nullable Map<String, PhraseTree> words;
  private @Nullable PatternTree patterns;
  private @Nullable Phrase phrase;

  void add(Phrase added) {
    var node = this;
    for (var word : added.words()) {
      node = node.grow(word);
    }
    var same = node.phrase;
    if (same != null && !same.right().equals(added.right())) {
      throw added
          .rule()
          .wrong("'" + added.wrong() + "' is corrected by " + same.rule().name() + " as well");
    }
    node.phrase = same == null ? added : same;
  }

  private PhraseTree grow(String word) {
    if (WordPattern.isPattern(word)) {
      patterns = patterns == null ? new PatternTree() : patterns;
      return patterns.grow(word);
    }
    words = words == null ? new HashMap<>(2) : words;
    return words.computeIfAbsent(word, key -> new PhraseTree());
  }

  /// The phrase that begins with the word at `first`, of several one without `*`, then the longest.
  @Nullable Match find(Passage passage, int first) {
    return find(passage, first, first);
  }

  private @Nullable Match find(Passage passage, int first, int at) {
    var all = passage.words();
    if (at < all.size() && (at == first || isNext(passage, at))) {
      var word = all.get(at).plain();
      var next = words == null ? null : words.get(word);
      var match = next == null ? null : next.find(passage, first, at + 1);
      if (match == null && patterns != null) {
        match = findAny(patterns.matching(word), passage, first, at + 1);
      }
      if (match != null) {
        return match;
      }
    }
    return phrase == null || isException(phrase, passage, first, at)
        ? null
        : new Match(phrase, at - 1);
  }

  private static @Nullable Match findAny(
      List<PhraseTree> trees, Passage passage, int first, int at) {
    for (var tree : trees) {
      var match = tree.find(passage, first, at);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  private static boolean isNext(Passage passage, int at) {
    var words = passage.words();
    return Gap.isSpace(passage.text(), words.get(at - 1).end(), words.get(at).start());
  }

  private static boolean isException(Phrase phrase, Passage passage, int first, int end) {
    for (int i = first; i < end; i++) {
      if (phrase.except().contains(passage.words().get(i).plain())) {
        return true;
      }
    }
    return false;
  }
}
