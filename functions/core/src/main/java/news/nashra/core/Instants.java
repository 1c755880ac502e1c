package news.nashra.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Instants as Nashra stores and answers them: UTC, milliseconds, always 24 characters, so that the
/// order of the text is the order of time.
public final class Instants {
  private static final DateTimeFormatter FIXED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Instants() {}

  /// Now, cut to the millisecond that is stored.
  public static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// `2026-02-23T18:26:00.000Z`.
  public static String format(Instant instant) {
    return FIXED.format(instant);
  }
}
