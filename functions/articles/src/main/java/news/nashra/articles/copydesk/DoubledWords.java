package news.nashra.articles.copydesk;

import java.util.List;
import java.util.Locale;

/// Finds a word that is written twice in a row, with nothing but spaces between. The rule's
/// `except` names words that may be, `*ا` for all that end in ا, as `واحدا واحدا` does; `never`
/// names those of them that may not.
final class DoubledWords implements Check {
  private final String message;
  private final WordSet except;
  private final WordSet never;

  DoubledWords(StyleRule rule) {
    message = rule.message();
    except = new WordSet(rule.list("except"));
    never = new WordSet(rule.list("never"));
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var words = passage.words();
    for (int i = 1; i < words.size() && !slips.full(); i++) {
      var first = words.get(i - 1);
      var second = words.get(i);
      if (first.plain().equalsIgnoreCase(second.plain())
          && Gap.isSpace(passage.text(), first.end(), second.start())
          && isSlip(passage, first, second)) {
        var once = passage.text().text().substring(first.start(), first.end());
        slips.add(first.start(), second.end(), message, List.of(once));
      }
    }
  }

  /// Words with other harakat are other words.
  private boolean isSlip(Passage passage, Words.Word first, Words.Word second) {
    var text = passage.text().text();
    var word = first.plain().toLowerCase(Locale.ROOT);
    return (!except.contains(word) || never.contains(word))
        && text.substring(first.start(), first.end())
            .equalsIgnoreCase(text.substring(second.start(), second.end()));
  }
}
