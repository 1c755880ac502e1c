package news.nashra.articles.copydesk;

import java.util.List;

/// Finds the wrong words and phrases of all rules of the kind `words`. One look into a map for each
/// word, and one step for each of its letters, whatever the number of rules.
final class WordCheck implements Check {
  private final PhraseTree phrases = new PhraseTree();

  WordCheck(List<StyleRule> rules) {
    rules.forEach(this::add);
  }

  private void add(StyleRule rule) {
    var affixes = new Affixes(rule.list("before"), rule.list("after"));
    var except = new WordSet(rule.list("except"));
    for (var correction : rule.corrections()) {
      for (var prefix : affixes.prefixes()) {
        for (var suffix : affixes.suffixes()) {
          add(new Phrase(rule, correction, except, prefix, suffix, false));
        }
      }
    }
  }

  private void add(Phrase phrase) {
    var wrong = phrase.wrong();
    if (phrase.except().contains(wrong)) {
      return;
    }
    phrases.add(phrase);
    if (Character.isLowerCase(wrong.charAt(0))) {
      phrases.add(
          new Phrase(
              phrase.rule(),
              phrase.correction(),
              phrase.except(),
              phrase.prefix(),
              phrase.suffix(),
              true));
    }
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var words = passage.words();
    for (int i = 0; i < words.size() && !slips.full(); i++) {
      var match = phrases.find(passage, i);
      if (match != null) {
        var found = words.subList(i, match.last() + 1);
        slips.add(
            found.getFirst().start(),
            found.getLast().end(),
            match.phrase().rule().message(),
            match.phrase().replacements(found.stream().map(Words.Word::plain).toList()));
        i = match.last();
      }
    }
  }
}
