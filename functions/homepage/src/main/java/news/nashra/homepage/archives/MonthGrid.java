package news.nashra.homepage.archives;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A month as weeks of seven days; days of other months are empty.
record MonthGrid(List<List<Optional<LocalDate>>> weeks) {
  /// @param week the days of the week, beginning with the first
  static MonthGrid of(YearMonth month, List<DayOfWeek> week) {
    var weeks = new ArrayList<List<Optional<LocalDate>>>();
    var day = month.atDay(1).minusDays(week.indexOf(month.atDay(1).getDayOfWeek()));
    while (day.isBefore(month.plusMonths(1).atDay(1))) {
      var days = new ArrayList<Optional<LocalDate>>();
      for (int i = 0; i < week.size(); i++) {
        days.add(Optional.of(day).filter(d -> YearMonth.from(d).equals(month)));
        day = day.plusDays(1);
      }
      weeks.add(days);
    }
    return new MonthGrid(weeks);
  }
}
