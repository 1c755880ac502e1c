package news.nashra.media;

import static news.nashra.media.Encoder.Output.JPG;
import static news.nashra.media.Encoder.Output.WEBP;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.Parallel;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Page;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Creates renditions of uploaded files when the uploads bucket reports a new object. Repeated
/// events do no harm: an upload is settled once, and the same file gives the same renditions.
/// Lambda retries an event that fails; after the last attempt [RefuseMedia] refuses the upload.
public final class ResizeMedia implements RequestStreamHandler {
  /// The largest file that editors may upload.
  static final long MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

  private final Table table;
  private final S3Client s3;
  private final String site;

  /// Configured by the environment variables `MEDIA_TABLE` and `SITE_BUCKET`. The uploads bucket is
  /// named by the event.
  public ResizeMedia() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private ResizeMedia(Aws aws) {
    this(aws.table("MEDIA_TABLE"), aws.s3(), aws.setting("SITE_BUCKET"));
  }

  public ResizeMedia(Table table, S3Client s3, String site) {
    this.table = table;
    this.s3 = s3;
    this.site = site;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    Json.read(in).path("Records").forEach(record -> resize(record.path("s3")));
  }

  private void resize(JsonNode event) {
    var id = event.path("object").path("key").asText();
    if (!Ids.wellFormed(id)) {
      Log.warn("upload with an unknown key", Map.of("key", id));
      return;
    }
    var media =
        MediaItems.find(table, id)
            .orElseThrow(() -> new IllegalStateException("the table has no item for this upload"));
    if (media.state() instanceof Media.Awaiting) {
      var state = process(id, event.path("bucket").path("name").asText());
      MediaItems.settle(table, media.with(state));
    }
  }

  private Media.State process(String id, String bucket) {
    try (var object = s3.getObject(r -> r.bucket(bucket).key(id))) {
      if (object.response().contentLength() > MAX_UPLOAD_BYTES) {
        object.abort();
        return new Media.Refused(Refusal.SIZE);
      }
      return switch (Decoder.decode(object.readAllBytes(), Picture.MAX_RENDITION_WIDTH)) {
        case Decoder.Refused refused -> new Media.Refused(refused.why());
        case Decoder.Decoded decoded -> ready(id, decoded);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Media.Ready ready(String id, Decoder.Decoded decoded) {
    var colour = DominantColour.compute(decoded.image());
    var picture = Picture.create(id, decoded.width(), decoded.height(), colour);
    var images = ScaledImages.of(picture, decoded.image());
    var qualities =
        Qualities.choose(
            ScaledImages.smallest(images, QualityChoice.MAX_SAMPLE_SIDE, decoded.image()));
    var tasks = new ArrayList<Callable<List<Rendition>>>();
    images.forEach(image -> tasks.add(() -> render(picture, image, qualities)));
    for (var crop : Crop.values()) {
      tasks.add(() -> {
        var cut = crop.apply(decoded.image(), picture, Optional.empty());
        put(crop.path(picture, Optional.empty()), JPG, Encoder.encode(cut, JPG, qualities.jpg()));
        return List.of();
      });
    }
    var renditions = Parallel.all(tasks).stream().flatMap(List::stream).toList();
    return new Media.Ready(picture.withJpegOnly(jpegOnly(renditions)), renditions);
  }

  /// Writes a rendition as JPEG, and as WebP if that is smaller.
  private List<Rendition> render(Picture picture, BufferedImage image, Qualities qualities) {
    int width = image.getWidth();
    var renditions = new ArrayList<Rendition>();
    int bytes = Integer.MAX_VALUE;
    for (var output : List.of(JPG, WEBP)) {
      var file = Encoder.encode(image, output, qualities.of(output));
      if (file.length < bytes) {
        bytes = file.length;
        put(picture.path(width, output.extension()), output, file);
        renditions.addFirst(new Rendition(width, output.extension(), bytes));
      }
    }
    return renditions;
  }

  private static Set<Integer> jpegOnly(List<Rendition> renditions) {
    var widths = new HashSet<Integer>();
    renditions.forEach(rendition -> widths.add(rendition.width()));
    renditions.stream()
        .filter(rendition -> rendition.format().equals(WEBP.extension()))
        .forEach(rendition -> widths.remove(rendition.width()));
    return widths;
  }

  private void put(String path, Encoder.Output output, byte[] bytes) {
    var key = path.substring(1);
    s3.putObject(
        r ->
            r.bucket(site)
                .key(key)
                .contentType(output.mediaType())
                .cacheControl(Page.IMMUTABLE_CACHE_CONTROL),
        RequestBody.fromBytes(bytes));
  }
}
