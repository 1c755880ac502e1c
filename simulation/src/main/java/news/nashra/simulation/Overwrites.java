package news.nashra.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Checks the order of a press: whoever replaces or deletes a page must have looked at that version
/// of it before reading the tables. Otherwise a correct page could be replaced by an older one
/// until it is pressed once more.
@NullUnmarked
final class Overwrites {
  private static final String MEDIA = "media/";
  private static final String NOTHING = "";

  private final S3Client s3;
  private final String site;
  private final Map<String, Seen> byInvocation = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  /// @param s3 not behind the gate
  /// @param site the bucket of the pages
  Overwrites(S3Client s3, String site) {
    this.s3 = s3;
    this.site = site;
  }

  /// A version of a page, or its absence, that an invocation saw, and how many reads it had made by
  /// then.
  private record Sight(String etag, int reads) {}

  /// What one invocation of a function has seen.
  private static final class Seen {
    int reads;
    final Map<String, List<Sight>> keys = new HashMap<>();
    final Map<String, Sight> folders = new HashMap<>();

    void see(String key, String etag) {
      keys.computeIfAbsent(key, k -> new ArrayList<>()).add(new Sight(etag, reads));
    }

    boolean sawBeforeReading(String key, String etag) {
      var sights = new ArrayList<>(keys.getOrDefault(key, List.of()));
      folders.forEach((folder, sight) -> {
        if (key.startsWith(folder)) {
          sights.add(sight);
        }
      });
      boolean unseen = sights.isEmpty() && etag.equals(NOTHING);
      return unseen || sights.stream().anyMatch(s -> s.etag().equals(etag) && s.reads() < reads);
    }
  }

  void read(Call call) {
    if (!call.writes()) {
      seen().reads++;
    }
  }

  /// The version of the page at the key of a write, before the write.
  Optional<String> before(Call call) {
    return call.writes() && !call.target().startsWith(MEDIA)
        ? Optional.of(etag(call.target()))
        : Optional.empty();
  }

  /// Records a call to S3 that succeeded.
  void made(Call call, Object answer, Optional<String> before) {
    switch (answer) {
      case HeadObjectResponse head -> seen().see(call.target(), head.eTag());
      case ListObjectsV2Response list -> {
        seen().folders.put(call.target(), new Sight(NOTHING, seen().reads));
        list.contents().forEach(object -> seen().see(object.key(), object.eTag()));
      }
      default ->
          before
              .filter(etag -> !seen().sawBeforeReading(call.target(), etag))
              .ifPresent(etag ->
                  faults.add(
                      "a write over a page that its writer had not seen before reading: "
                          + call
                          + " by "
                          + Actor.current().name()));
    }
  }

  /// Records a call to S3 that failed.
  void refused(Call call, Exception fault) {
    if (call.name().startsWith("head") && fault instanceof S3Exception s && s.statusCode() == 404) {
      seen().see(call.target(), NOTHING);
    }
  }

  List<String> faults() {
    return faults;
  }

  private Seen seen() {
    return byInvocation.computeIfAbsent(Actor.current().invocation(), name -> new Seen());
  }

  private String etag(String key) {
    try {
      return s3.headObject(r -> r.bucket(site).key(key)).eTag();
    } catch (S3Exception e) {
      return NOTHING;
    }
  }
}
