package news.nashra.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.s3.S3Client;

/// When each word of an article was first public, on whichever page.
@NullUnmarked
final class FirstSights {
  private static final String MEDIA = "media/";
  private static final Pattern WORD = Pattern.compile("zq\\d\\d+(?:head|body|slug)");

  private final S3Client s3;
  private final String site;
  private final SimulatedClock clock;
  private final Map<String, Instant> seen = new HashMap<>();

  /// @param s3 not behind the gate
  /// @param site the bucket of the pages
  FirstSights(S3Client s3, String site, SimulatedClock clock) {
    this.s3 = s3;
    this.site = site;
    this.clock = clock;
  }

  /// Looks at the page that a call has just written.
  void after(Call call) {
    if (!call.name().startsWith("put") || call.target().startsWith(MEDIA)) {
      return;
    }
    var page = s3.getObjectAsBytes(r -> r.bucket(site).key(call.target())).asUtf8String();
    WORD.matcher(call.target() + page)
        .results()
        .forEach(word -> seen.putIfAbsent(word.group(), clock.instant()));
  }

  /// When a text with one word was first public; empty if it never was.
  Optional<Instant> of(String text) {
    var word = WORD.matcher(text);
    return word.find() ? Optional.ofNullable(seen.get(word.group())) : Optional.empty();
  }
}
