package news.nashra.simulation;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The bucket of uploads and its events. Each event calls ResizeMedia up to three times, and then
/// RefuseMedia.
final class Uploads {
  static final byte[] PICTURE = picture();
  private static final int TRIES = 3;

  private final S3Client s3;
  private final String bucket;
  private final Deque<String> events = new ArrayDeque<>();

  /// @param s3 not behind the gate: it takes the place of an editor's browser
  public Uploads(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  void put(String id) {
    s3.putObject(r -> r.bucket(bucket).key(id), RequestBody.fromBytes(PICTURE));
    events.add(id);
  }

  /// The next event that has not been delivered.
  Optional<String> next() {
    return Optional.ofNullable(events.poll());
  }

  /// Delivers an event, on the thread of an actor.
  void deliver(String id, Functions functions) {
    var event =
        Map.of(
            "Records",
            List.of(
                Map.of(
                    "s3", Map.of("bucket", Map.of("name", bucket), "object", Map.of("key", id)))));
    for (int n = 0; n < TRIES; n++) {
      if (Functions.invoke(functions.resize, event).isPresent()) {
        return;
      }
      Actor.current().sleep(60_000);
    }
    while (Functions.invoke(functions.refuse, Map.of("requestPayload", event)).isEmpty()) {
      Actor.current().sleep(60_000);
    }
  }

  private static byte[] picture() {
    var image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 24; i++) {
      image.setRGB(i, i, Color.ORANGE.getRGB());
    }
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
