package news.nashra.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// How readers are told whose clock a time is by: `بتوقيت بيروت`. Time zones are named after a
/// city, as CLDR does, in `zones_<language>.properties`. One that has no name there is named by its
/// distance from GMT, `GMT+5:30`. Immutable.
final class ZoneNames {
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ENGLISH);

  private final Properties names;

  private ZoneNames(Properties names) {
    this.names = names;
  }

  static ZoneNames load(String language) {
    var names = new Properties();
    try (var stream = ZoneNames.class.getResourceAsStream("zones_" + language + ".properties")) {
      if (stream != null) {
        names.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ZoneNames(names);
  }

  /// The name of a zone, beside a time of its clock.
  String of(ZoneId zone, Instant instant) {
    return isGmt(zone)
        ? "GMT"
        : names.getProperty(zone.getId(), OFFSET.format(instant.atZone(zone)));
  }

  Set<String> ids() {
    return names.stringPropertyNames();
  }

  static boolean isGmt(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }
}
