package news.nashra.articles.copydesk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds dates in numbers, `23/2/2026` or `2026-02-23`, and writes them in house style. If month
/// and day could be either, both readings are offered.
final class NumericDates implements Check {
  private static final String SEPARATORS = "/-.";
  private static final int FIRST_YEAR = 1000;

  private final String message;
  private final Function<LocalDate, String> houseStyle;

  NumericDates(StyleRule rule, Function<LocalDate, String> houseStyle) {
    this.message = rule.message();
    this.houseStyle = houseStyle;
  }

  /// Three numbers with the same sign between.
  private record Numbers(int first, int second, int third, int end) {}

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    for (int i = 0; i < text.length() && !slips.full(); ) {
      if (!isDigit(text.at(i))) {
        i++;
        continue;
      }
      var numbers = isInside(text.at(i - 1)) ? null : read(text, i);
      if (numbers != null) {
        var dates = dates(numbers);
        if (!dates.isEmpty()) {
          slips.add(i, numbers.end(), message, dates.stream().map(houseStyle).toList());
          i = numbers.end();
          continue;
        }
      }
      i = digits(text, i, Integer.MAX_VALUE);
    }
  }

  private static @Nullable Numbers read(CheckedText text, int from) {
    int end1 = digits(text, from, 5);
    char separator = text.at(end1);
    int end2 = digits(text, end1 + 1, 5);
    int end3 = digits(text, end2 + 1, 5);
    if (SEPARATORS.indexOf(separator) < 0
        || text.at(end2) != separator
        || end2 == end1 + 1
        || end3 <= end2 + 1
        || end1 - from > 4
        || end2 - end1 > 3
        || end3 - end2 > 5
        || (isInside(text.at(end3)) && isInside(text.at(end3 + 1)))) {
      return null;
    }
    return new Numbers(
        number(text, from, end1), number(text, end1 + 1, end2), number(text, end2 + 1, end3), end3);
  }

  private static List<LocalDate> dates(Numbers numbers) {
    var dates = new ArrayList<LocalDate>();
    if (numbers.first() >= FIRST_YEAR) {
      add(numbers.first(), numbers.second(), numbers.third(), dates);
    } else if (numbers.third() >= FIRST_YEAR) {
      add(numbers.third(), numbers.second(), numbers.first(), dates);
      if (numbers.first() != numbers.second()) {
        add(numbers.third(), numbers.first(), numbers.second(), dates);
      }
    }
    return dates;
  }

  private static void add(int year, int month, int day, List<LocalDate> dates) {
    try {
      dates.add(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      // No date in this order.
    }
  }

  private static int digits(CheckedText text, int from, int limit) {
    int end = from;
    while (end - from < limit && isDigit(text.at(end))) {
      end++;
    }
    return end;
  }

  private static int number(CheckedText text, int from, int to) {
    return Integer.parseInt(text.text(), from, to, 10);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether a number behind it is a part of something longer.
  private static boolean isInside(char c) {
    return isDigit(c) || SEPARATORS.indexOf(c) >= 0 || c == '_' || c == '=' || c == ',';
  }
}
