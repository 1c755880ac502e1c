package news.nashra.articles.copydesk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds a word that is written twice in a row, with nothing but spaces between. The rule's
/// `except` names words that may be; `*ا` stands for all that end in ا, as `واحدا واحدا` does.
final class DoubledWords implements Check {
  private final String message;
  private final Set<String> except = new HashSet<>();
  private final List<String> exceptEndings;

  DoubledWords(StyleRule rule) {
    message = rule.message();
    var all = rule.list("except");
    except.addAll(all);
    exceptEndings =
        all.stream().filter(word -> word.startsWith("*")).map(word -> word.substring(1)).toList();
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
    return !except.contains(first.plain().toLowerCase(Locale.ROOT))
        && exceptEndings.stream().noneMatch(first.plain()::endsWith)
        && text.substring(first.start(), first.end())
            .equalsIgnoreCase(text.substring(second.start(), second.end()));
  }
}
