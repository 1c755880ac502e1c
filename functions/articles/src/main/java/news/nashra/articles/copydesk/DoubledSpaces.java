package news.nashra.articles.copydesk;

import java.util.List;

/// Finds two or more spaces in a row within a line.
final class DoubledSpaces implements Check {
  private final String message;

  DoubledSpaces(StyleRule rule) {
    message = rule.message();
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    for (int i = 0; i < text.length() && !slips.full(); ) {
      int end = i;
      while (end < text.length() && Gap.isSpace(text.at(end))) {
        end++;
      }
      if (end - i > 1 && text.at(i - 1) != '\n' && text.at(end) != '\n') {
        slips.add(i, end, message, List.of(" "));
      }
      i = end + 1;
    }
  }
}
