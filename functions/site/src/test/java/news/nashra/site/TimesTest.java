package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Dates and times as pages show them. Each line of `times.csv` is a case.
class TimesTest {
  private static final Instant LAST_UPDATE = Instant.parse("2026-02-23T20:00:00Z");

  @ParameterizedTest
  @CsvFileSource(resources = "/times.csv", delimiter = '|', emptyValue = "")
  void aTimeIsShownByTheClockOfTheEdition(ArgumentsAccessor line) {
    var times = site(line.getString(0).split(", ")).times();
    var instant = Instant.parse(line.getString(1));
    assertThat(text(times.full(instant))).isEqualTo(line.getString(2));
    var inList = html(times.inList(Optional.of(LAST_UPDATE)).of(instant));
    assertThat(text(inList)).isEqualTo(line.getString(3));
    var clock = times.clockOfDays(List.of(instant));
    assertThat(text(times.inDay(clock).of(instant))).isEqualTo(line.getString(4));
    var tooltip = Optional.ofNullable(line.getString(5)).map(t -> " title=\"" + t + "\"");
    assertThat(inList.contains(" title=")).isEqualTo(tooltip.isPresent());
    assertThat(inList).contains(tooltip.orElse(""));
    assertThat(html(times.full(instant))).contains(tooltip.orElse(""));
  }

  @Test
  void aTimeIsOneElementThatMayBreakAfterItsDateOnly() {
    var times = site("en", "GB", "en", "Europe/London", "gmt").times();
    assertThat(html(times.full(LAST_UPDATE)))
        .isEqualTo(
            "<time datetime=\"2026-02-23T20:00:00Z\">Monday 23 February 2026, <wbr>20:00 GMT</time>");
    assertThat(html(times.inList(Optional.of(LAST_UPDATE)).of(LAST_UPDATE)))
        .isEqualTo(
            "<time datetime=\"2026-02-23T20:00:00Z\" data-day=\"23 February 2026, \" data-day-ends=\"2026-02-24T00:00:00Z\">20:00 GMT</time>");
  }

  @Test
  void theDayOfATimeEndsByTheClockThatShowsIt() {
    var times = site("en", "LB", "en", "Asia/Beirut", "local").times();
    assertThat(html(times.inList(Optional.of(LAST_UPDATE)).of(LAST_UPDATE)))
        .contains(" data-day=\"February 23, 2026, \" data-day-ends=\"2026-02-23T22:00:00Z\"");
  }

  @Test
  void oneClockIsForAllTimesOfADay() {
    var times = site("ar", "LB", "ar-LB ar-EG", "Asia/Beirut", "gmt").times();
    var night = Instant.parse("2026-02-22T22:30:00Z");
    assertThat(times.clockOfDays(List.of(LAST_UPDATE))).isEqualTo(ZoneOffset.UTC);
    assertThat(times.clockOfDays(List.of(LAST_UPDATE, night))).isEqualTo(ZoneId.of("Asia/Beirut"));
  }

  @Test
  void everyLanguageNamesTheSameZones() {
    var arabic = ZoneNames.load("ar").ids();
    assertThat(arabic).hasSizeGreaterThan(400);
    for (var language : List.of("en", "fr")) {
      assertThat(ZoneNames.load(language).ids()).isEqualTo(arabic);
    }
    assertThat(ZoneId.getAvailableZoneIds()).containsAll(arabic);
  }

  @Test
  void theFirstOfAMonthIsWrittenAsTheLanguageDoes() {
    var day = LocalDate.of(2026, 3, 1);
    assertThat(site("fr", "FR", "fr", "UTC", "gmt").dates().day(day))
        .isEqualTo("dimanche 1er mars 2026");
    assertThat(site("en", "US", "en", "UTC", "gmt").dates().day(day))
        .isEqualTo("Sunday, March 1, 2026");
  }

  /// @param region language, country, locales of the names of months, zone, `gmt` or `local`
  private static Site site(String... region) {
    var e = Edition.load();
    var months = Arrays.stream(region[2].split(" ")).map(Locale::forLanguageTag).toList();
    var edition =
        new Edition(
            e.masthead(),
            new Edition.Region(
                region[0], region[1], ZoneId.of(region[3]), months, Edition.Clock.of(region[4])),
            e.sections(),
            e.comments(),
            e.feeds(),
            e.imprint());
    return Site.of(edition, "https://news.example");
  }

  private static String html(Content content) {
    var html = new StringOutput();
    content.writeTo(html);
    return html.toString();
  }

  private static String text(Content content) {
    return text(html(content));
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "");
  }
}
