package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The JDK is the judge of what a text says.
class InstantsTest {
  @Test
  void whatIsFormattedIsReadAgain() {
    var random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      var instant =
          Instant.ofEpochMilli(random.nextLong(-6_000_000_000_000L, 253_402_300_800_000L));
      assertThat(Instants.parse(Instants.format(instant))).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59.999Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z",
        "2026-02-23T24:00:00.000Z",
        "2026-02-23T10:00:00Z",
        "2026-02-23T10:00:00.000000001Z",
        "2026-02-23T10:00:00.000+01:00",
        "2026-02-23T10:00:00+01:00",
        "+12026-02-23T10:00:00.00Z"
      })
  void aTextSaysWhatTheJdkReads(String text) {
    assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0000-01-01T12:00:00Z, false",
    "-0001-01-01T00:00:00Z, false",
    "-1000000000-01-01T00:00:00Z, false",
    "0001-01-01T00:00:00Z, true",
    "2026-02-23T10:00:00+01:00, true",
    "9999-12-30T23:59:59.999Z, true",
    "9999-12-31T12:00:00Z, false",
    "+12026-02-23T10:00:00.00Z, false"
  })
  void nobodySendsAnInstantWithoutAYearOfFourDigitsInEachZone(String text, boolean found) {
    assertThat(Instants.find(text).isPresent()).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30T10:00:00.000Z",
        "2025-02-29T10:00:00.000Z",
        "2026-13-01T10:00:00.000Z",
        "2026-00-10T10:00:00.000Z",
        "2026-02-23T25:00:00.000Z",
        "2026-02-23T24:00:01.000Z",
        "2026-02-23T10:60:00.000Z",
        "2026-02-23T10:00:61.000Z",
        "2026-02-23T10:00:60.000Z",
        "2026-02-23 10:00:00.000Z",
        "2026-02-23T10:00:00.000z ",
        "٢٠٢٦-02-23T10:00:00.000Z",
        "2026-02-23T10:00:00.0-0Z",
        "xxxx-02-23T10:00:00.000Z"
      })
  void whatTheJdkRefusesIsRefused(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
    assertThat(Instants.find(text)).isEmpty();
  }
}
