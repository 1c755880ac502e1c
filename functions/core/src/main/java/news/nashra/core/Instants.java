package news.nashra.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Instants as Nashra stores and returns them: UTC, to the millisecond, always 24 characters, so
/// that they sort by time as text.
public final class Instants {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Instants() {}

  /// The current time, truncated to milliseconds.
  public static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The instant that a text says in ISO 8601; empty for other texts.
  public static Optional<Instant> find(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Formats an instant as `2026-02-23T18:26:00.000Z`.
  public static String format(Instant instant) {
    return ISO_MILLIS.format(instant);
  }
}
