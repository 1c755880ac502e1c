package news.nashra.site;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes dates and times for readers: with Latin digits, in the order of the edition's locale, and
/// with the month's name in each of the edition's `monthNames` (`شباط / فبراير`). Names and order
/// come from the JDK's CLDR data. Safe for use by several threads.
public final class Dates {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// A part of a pattern of CLDR: a letter that is repeated, or a text in quotes.
  private static final Pattern PART = Pattern.compile("([dMLy])\\1*|'([^']*)'");

  private final Edition edition;
  private final Messages messages;
  private final ZoneNames zones;
  private final String order;

  /// A list of all months of the archive asks for each name many times.
  private final Map<Month, String> monthNames = new ConcurrentHashMap<>();

  public Dates(Edition edition, Messages messages) {
    this.edition = edition;
    this.messages = messages;
    this.zones = ZoneNames.load(edition.language());
    this.order =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.LONG, null, IsoChronology.INSTANCE, edition.locale());
  }

  /// The zone by whose clock pages show instants.
  public ZoneId zone() {
    return switch (edition.region().clock()) {
      case GMT -> ZoneOffset.UTC;
      case LOCAL -> edition.timeZone();
    };
  }

  /// A day and a time by the edition's clock: `الاثنين 23 شباط / فبراير 2026، 18:26 GMT`.
  public String full(Instant instant) {
    return full(instant, zone());
  }

  String full(Instant instant, ZoneId zone) {
    return beforeTime(day(dayOf(instant, zone))) + time(instant, zone);
  }

  /// A day with what stands between it and a time.
  String beforeTime(String day) {
    return messages.get("site.dayBeforeTime", day) + " ";
  }

  /// A time with the name of its clock: `18:26 GMT`, `20:26 بتوقيت بيروت`.
  String time(Instant instant, ZoneId zone) {
    var hour = HOUR.format(instant.atZone(zone));
    return messages.get(
        ZoneNames.isGmt(zone) ? "site.time" : "site.localTime", hour, zones.of(zone, instant));
  }

  static LocalDate dayOf(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }

  /// The value for a `datetime` attribute, in UTC and to the second: `2026-02-23T18:26:00Z`.
  public String machine(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /// `الاثنين 23 شباط / فبراير 2026`, `Monday, February 23, 2026`.
  public String day(LocalDate day) {
    var weekday = DateTimeFormatter.ofPattern("EEEE", edition.locale()).format(day);
    boolean monthFirst = order.indexOf('M') < order.indexOf('d');
    return weekday + (monthFirst ? ", " : " ") + date(day);
  }

  /// `23 شباط / فبراير 2026`, `February 23, 2026`, `1er mars 2026`.
  public String date(LocalDate day) {
    return PART.matcher(order)
        .replaceAll(part -> {
          var text =
              switch (part.group().charAt(0)) {
                case 'd' -> dayOfMonth(day);
                case 'M', 'L' -> monthNames(YearMonth.from(day));
                case 'y' -> Integer.toString(day.getYear());
                default -> part.group(2);
              };
          return Matcher.quoteReplacement(text);
        });
  }

  private String dayOfMonth(LocalDate day) {
    int number = day.getDayOfMonth();
    return number == 1 ? messages.get("site.firstOfMonth") : Integer.toString(number);
  }

  /// `شباط / فبراير 2026`.
  public String month(YearMonth month) {
    return monthNames(month) + " " + month.getYear();
  }

  /// `شباط / فبراير`, under the name of its year.
  public String monthNames(YearMonth month) {
    return monthNames.computeIfAbsent(month.getMonth(), this::namesOf);
  }

  private String namesOf(Month month) {
    return edition.monthNames().stream()
        .map(locale -> DateTimeFormatter.ofPattern("LLLL", locale).format(month))
        .distinct()
        .collect(Collectors.joining(" / "));
  }

  /// The days of the week, beginning with the first one in the edition's country.
  public List<DayOfWeek> week() {
    var first = WeekFields.of(edition.locale()).getFirstDayOfWeek();
    return IntStream.range(0, 7).mapToObj(first::plus).toList();
  }

  /// `الاثنين`.
  public String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, edition.locale());
  }

  /// The same as short as the language writes it, for narrow columns: `Mon`, `lun.`; in Arabic it
  /// is the whole name.
  public String shortWeekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT_STANDALONE, edition.locale());
  }
}
