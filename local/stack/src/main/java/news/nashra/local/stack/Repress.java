package news.nashra.local.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Deletes every page, presses the site again from the tables with the template's state machine,
/// and compares the pages with those before, byte for byte. Pictures are kept: they are made from
/// the uploads, not from the tables.
public final class Repress {
  private static final String PICTURES = "media/";

  private final Stack stack;
  private final S3Client s3;
  private final String bucket;

  /// @param bucket of the site
  public Repress(Stack stack, String bucket) {
    this.stack = stack;
    this.s3 = stack.aws().s3();
    this.bucket = bucket;
  }

  /// The result of a run.
  ///
  /// @param pages the number of pages pressed
  /// @param differing the keys of pages that are missing, new or changed
  public record Outcome(int pages, Duration time, TreeSet<String> differing) {
    @Override
    public String toString() {
      double seconds = time.toMillis() / 1000.0;
      var speed = "%d pages in %.1f s, %.0f pages/s".formatted(pages, seconds, pages / seconds);
      return differing.isEmpty()
          ? speed + ", byte for byte the site that was"
          : speed + "; different from before: " + differing;
    }
  }

  public Outcome run() {
    var before = pages();
    before.keySet().forEach(key -> s3.deleteObject(r -> r.bucket(bucket).key(key)));
    long start = System.nanoTime();
    press();
    var time = Duration.ofNanos(System.nanoTime() - start);
    var after = pages();
    return new Outcome(after.size(), time, differing(before, after));
  }

  /// The keys whose files are missing, new or changed.
  static TreeSet<String> differing(Map<String, String> before, Map<String, String> after) {
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeIf(key -> String.valueOf(before.get(key)).equals(after.get(key)));
    return keys;
  }

  /// Presses every page that differs from the tables, and the desk, whose files are those of this
  /// release.
  void press() {
    stack.execute("RepressEverything").orThrow();
    stack.invoke("PressDesk", "{}".getBytes(StandardCharsets.UTF_8));
  }

  /// The ETag of each page, a hash of its bytes.
  private Map<String, String> pages() {
    var pages = new TreeMap<String, String>();
    for (S3Object object : s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents()) {
      if (!object.key().startsWith(PICTURES)) {
        pages.put(object.key(), object.eTag());
      }
    }
    return pages;
  }
}
