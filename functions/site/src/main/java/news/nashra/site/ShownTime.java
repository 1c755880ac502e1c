package news.nashra.site;

import org.jspecify.annotations.Nullable;

/// A time as a page shows it.
///
/// @param machine for the attribute `datetime`
/// @param date what stands before the hour, `23 شباط / فبراير 2026، `; empty for the hour alone
/// @param hour with the name of its clock
/// @param tooltip the same instant by another clock
/// @param dayOnceOver what is to stand before the hour when the day of the page is over
/// @param dayEnds when that day ends, for the reader's script
public record ShownTime(
    String machine,
    String date,
    String hour,
    @Nullable String tooltip,
    @Nullable String dayOnceOver,
    @Nullable String dayEnds) {
  public String text() {
    return date + hour;
  }
}
