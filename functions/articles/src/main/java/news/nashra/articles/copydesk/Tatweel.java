package news.nashra.articles.copydesk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds words that are stretched with tatweel. The rule's `except` names those that are written
/// with it, such as `هـ` after a year.
final class Tatweel implements Check {
  private static final char TATWEEL = 'ـ';

  private final String message;
  private final Set<String> except;

  Tatweel(StyleRule rule) {
    message = rule.message();
    except = new HashSet<>(rule.list("except"));
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    int at = text.text().indexOf(TATWEEL);
    while (at >= 0 && !slips.full()) {
      int start = at;
      while (Words.isPartOfWord(text.at(start - 1))) {
        start--;
      }
      int end = at + 1;
      while (Words.isPartOfWord(text.at(end))) {
        end++;
      }
      var word = text.text().substring(start, end);
      if (!except.contains(word)) {
        slips.add(start, end, message, List.of(word.replace(String.valueOf(TATWEEL), "")));
      }
      at = text.text().indexOf(TATWEEL, end);
    }
  }
}
