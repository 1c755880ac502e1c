package news.nashra.articles.copydesk;

import java.util.List;

/// Finds numbers in other digits than Latin ones, and numbers that mix digits.
final class ForeignDigits implements Check {
  private static final char DECIMAL = '٫';
  private static final char THOUSANDS = '٬';

  private final String message;

  ForeignDigits(StyleRule rule) {
    message = rule.message();
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    for (int i = 0; i < text.length() && !slips.full(); ) {
      if (!Character.isDigit(text.at(i))) {
        i++;
        continue;
      }
      int end = i;
      boolean foreign = false;
      while (isPart(text, end)) {
        foreign |= text.at(end) > '9';
        end++;
      }
      if (foreign) {
        slips.add(i, end, message, List.of(latin(text.text().substring(i, end))));
      }
      i = end;
    }
  }

  private static boolean isPart(CheckedText text, int index) {
    char c = text.at(index);
    return Character.isDigit(c)
        || ((c == DECIMAL || c == THOUSANDS) && Character.isDigit(text.at(index + 1)));
  }

  private static String latin(String number) {
    var latin = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      switch (c) {
        case DECIMAL -> latin.append('.');
        case THOUSANDS -> latin.append(',');
        default -> latin.append(Character.digit(c, 10));
      }
    }
    return latin.toString();
  }
}
