package news.nashra.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Instants as Nashra stores and returns them: UTC, to the millisecond, always 24 characters, so
/// that they sort by time as text.
public final class Instants {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Instant FIRST = Instant.parse("0000-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private static final String SHAPE = "0000-00-00T00:00:00.000Z";
  private static final int NANOS_OF_A_MILLI = 1_000_000;

  private Instants() {}

  /// The current time, truncated to milliseconds.
  public static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The instant that a text says in ISO 8601. One as [#format] writes it is read digit by digit: a
  /// list of a month has thousands of them, and the JDK takes ten times as long for each.
  ///
  /// @throws DateTimeException for other texts
  public static Instant parse(String text) {
    return isFormatted(text)
        ? LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                number(text, 20, 23) * NANOS_OF_A_MILLI)
            .toInstant(ZoneOffset.UTC)
        : Instant.parse(text);
  }

  /// Whether a text has digits and signs where [#format] puts them, and no hour or second that only
  /// ISO 8601 knows.
  private static boolean isFormatted(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char c = text.charAt(i);
      if (SHAPE.charAt(i) == '0' ? c < '0' || c > '9' : c != SHAPE.charAt(i)) {
        return false;
      }
    }
    return !text.startsWith("24", 11) && !text.startsWith("60", 17);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /// As [#parse]; empty for other texts, and for instants that have no year of four digits in every
  /// time zone.
  public static Optional<Instant> find(String text) {
    try {
      return Optional.of(parse(text)).filter(at -> at.isAfter(FIRST) && at.isBefore(LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Formats an instant as `2026-02-23T18:26:00.000Z`.
  public static String format(Instant instant) {
    return ISO_MILLIS.format(instant);
  }
}
