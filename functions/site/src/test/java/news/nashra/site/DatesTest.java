package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {
  private static final Instant EVENING = Instant.parse("2026-02-23T18:26:00.999Z");

  @Test
  void bothArabicMonthNamesStandSideBySide() {
    assertThat(dates().full(EVENING)).isEqualTo("الاثنين 23 شباط / فبراير 2026، 18:26 GMT");
  }

  @Test
  void oneNameIsWrittenOnce() {
    assertThat(dates("en", "en").full(EVENING)).isEqualTo("Monday 23 February 2026, 18:26 GMT");
    assertThat(dates("fr", "fr").full(EVENING)).isEqualTo("lundi 23 février 2026, 18:26 GMT");
  }

  @Test
  void theDayIsThatOfGreenwichToo() {
    assertThat(dates().full(Instant.parse("2026-12-31T23:30:00Z")))
        .isEqualTo("الخميس 31 كانون الأول / ديسمبر 2026، 23:30 GMT");
  }

  @Test
  void machinesReadSeconds() {
    assertThat(dates().machine(EVENING)).isEqualTo("2026-02-23T18:26:00Z");
  }

  private static Dates dates() {
    return new Dates(Edition.load(), Messages.load("ar"));
  }

  private static Dates dates(String language, String months) {
    var e = Edition.load();
    return new Dates(
        new Edition(
            e.masthead(),
            new Edition.Region(
                language, "FR", ZoneId.of("UTC"), List.of(Locale.forLanguageTag(months))),
            e.sections(),
            e.comments(),
            e.feeds(),
            e.termsHtml()),
        Messages.load(language));
  }
}
