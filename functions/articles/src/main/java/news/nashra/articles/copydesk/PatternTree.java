package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words with a `*`, by the letters before it. A look takes one step for each letter of a word, and
/// ends where no pattern begins so.
final class PatternTree {
  private record Branch(String pattern, WordPattern word, PhraseTree next) {}

  private char[] letters = {};
  private PatternTree[] children = {};
  private Branch[] branches = {};

  /// The branches that begin with a `*`, by a letter that their words have.
  private final Map<Character, PatternTree> open = new HashMap<>();

  /// What follows a pattern.
  PhraseTree grow(String pattern) {
    var word = new WordPattern(pattern, Phrase.FEWEST);
    var node =
        word.beginning().isEmpty()
            ? open.computeIfAbsent(word.letter(), letter -> new PatternTree())
            : this;
    for (char letter : word.beginning().toCharArray()) {
      node = node.child(letter);
    }
    for (var branch : node.branches) {
      if (branch.pattern().equals(pattern)) {
        return branch.next();
      }
    }
    var branch = new Branch(pattern, word, new PhraseTree());
    node.branches = Arrays.copyOf(node.branches, node.branches.length + 1);
    node.branches[node.branches.length - 1] = branch;
    return branch.next();
  }

  private PatternTree child(char letter) {
    int at = indexOf(letter);
    if (at < 0) {
      at = letters.length;
      letters = Arrays.copyOf(letters, at + 1);
      children = Arrays.copyOf(children, at + 1);
      letters[at] = letter;
      children[at] = new PatternTree();
    }
    return children[at];
  }

  private int indexOf(char letter) {
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == letter) {
        return i;
      }
    }
    return -1;
  }

  /// What follows the patterns that match.
  List<PhraseTree> matching(String word) {
    var matching = open.isEmpty() ? List.<PhraseTree>of() : matchingOpen(word);
    var node = this;
    for (int i = 0; i < word.length(); i++) {
      int at = node.indexOf(word.charAt(i));
      if (at < 0) {
        break;
      }
      node = node.children[at];
      matching = node.add(word, matching);
    }
    return matching;
  }

  private List<PhraseTree> matchingOpen(String word) {
    List<PhraseTree> matching = List.of();
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      var node = open.get(letter);
      matching = node == null ? matching : node.add(word, matching);
    }
    return matching;
  }

  private List<PhraseTree> add(String word, List<PhraseTree> matching) {
    var all = matching;
    for (var branch : branches) {
      if (branch.word().matches(word)) {
        all = all.isEmpty() ? new ArrayList<>(2) : all;
        all.add(branch.next());
      }
    }
    return all;
  }
}
