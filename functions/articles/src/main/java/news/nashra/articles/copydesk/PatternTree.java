package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Words with a `*`, by the letters before it. A look takes one step for each letter of a word, and
/// ends where no pattern begins so.
final class PatternTree {
  private record Branch(String pattern, WordPattern word, PhraseTree next) {}

  private char[] letters = {};
  private PatternTree[] children = {};
  private final List<Branch> branches = new ArrayList<>(1);

  /// What follows a pattern.
  PhraseTree grow(String pattern) {
    var word = new WordPattern(pattern, Phrase.FEWEST);
    var node = this;
    for (char letter : word.beginning().toCharArray()) {
      node = node.child(letter);
    }
    for (var branch : node.branches) {
      if (branch.pattern().equals(pattern)) {
        return branch.next();
      }
    }
    var branch = new Branch(pattern, word, new PhraseTree());
    node.branches.add(branch);
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
    List<PhraseTree> matching = List.of();
    var node = this;
    for (int i = 0; ; i++) {
      for (var branch : node.branches) {
        if (branch.word().matches(word)) {
          matching = matching.isEmpty() ? new ArrayList<>(2) : matching;
          matching.add(branch.next());
        }
      }
      int at = i < word.length() ? node.indexOf(word.charAt(i)) : -1;
      if (at < 0) {
        return matching;
      }
      node = node.children[at];
    }
  }
}
