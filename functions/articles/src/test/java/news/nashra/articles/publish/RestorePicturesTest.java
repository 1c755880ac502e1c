package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import news.nashra.core.Ids;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.media.PictureFiles;
import news.nashra.media.ResizeMedia;
import news.nashra.media.RestorePictures;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// The files of pictures are made again from their originals, byte for byte.
class RestorePicturesTest {
  @RegisterExtension static final LocalServices SERVICES = ShownPictures.empty();

  private static final InstantSource CLOCK = () -> Instant.parse("2026-02-23T08:00:00Z");
  private final ShownPictures newsroom = new ShownPictures(SERVICES, CLOCK);
  private final Ids ids = new Ids(CLOCK);
  private String picture = "";
  private String article = "";
  private Map<String, String> files = Map.of();

  @BeforeEach
  void publish() {
    picture = upload(Color.ORANGE);
    var shown = ShownPictures.article(picture);
    shown.put(
        "image", Map.of("mediaId", picture, "alt", "سفينة", "focus", Map.of("x", 0.25, "y", 0.75)));
    article = new Editor(newsroom.publish()).publish(shown);
    files = files();
    assertThat(files.keySet())
        .contains("media/" + picture + "/320.jpg", "media/" + picture + "/1x1-25-75.jpg")
        .hasSize(2 + 6);
  }

  @Test
  void allFilesComeBackByteForByte() {
    deleteAll();
    assertThat(restore()).isEqualTo(Json.read("{\"whole\": 0, \"restored\": 1, \"lost\": 0}"));
    assertThat(files()).isEqualTo(files);
    assertThat(restore()).isEqualTo(Json.read("{\"whole\": 1, \"restored\": 0, \"lost\": 0}"));
  }

  @Test
  void eachMissingFileIsNoticed() {
    for (var key : files.keySet()) {
      delete(key);
      assertThat(restore().path("restored").asInt()).as(key).isEqualTo(1);
      assertThat(files()).isEqualTo(files);
    }
  }

  @Test
  void aPictureWithoutAnOriginalIsLostAndSaidToBe() {
    deleteAll();
    var s3 = SERVICES.s3();
    s3.deleteObject(r -> r.bucket("uploads").key(picture));
    assertThat(restore()).isEqualTo(Json.read("{\"whole\": 0, \"restored\": 0, \"lost\": 1}"));
    assertThat(files()).isEmpty();
  }

  @Test
  void aPictureThatWasTakenAwayDoesNotComeBack() {
    takeAway();
    var left = "media/" + picture + "/320.jpg"; // of a restore that broke off
    SERVICES.s3().putObject(r -> r.bucket("pages").key(left), RequestBody.fromString("left"));
    assertThat(restore()).isEqualTo(Json.read("{\"whole\": 0, \"restored\": 0, \"lost\": 0}"));
    assertThat(files()).isEmpty();
  }

  @Test
  void aPictureThatIsTakenAwayMeanwhileDoesNotComeBack() {
    deleteAll();
    var once = new AtomicReference<Runnable>(this::takeAway);
    ExecutionInterceptor meanwhile =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes a) {
            if (context.request() instanceof PutObjectRequest) {
              once.getAndSet(() -> {}).run();
            }
          }
        };
    assertThat(restore(SERVICES.aws().s3(meanwhile), CLOCK).path("restored").asInt()).isZero();
    assertThat(files()).isEmpty();
  }

  @Test
  void aPictureThatFailsHoldsUpNoOther() {
    var other = upload(Color.BLUE);
    var all = files();
    deleteAll();
    SERVICES
        .s3()
        .putObject(r -> r.bucket("uploads").key(picture), RequestBody.fromString("no picture"));
    assertThatThrownBy(this::restore)
        .hasMessageContaining("the original of a picture is no picture now");
    var others = new TreeMap<>(all);
    others.keySet().removeIf(key -> !key.contains(other));
    assertThat(files()).isEqualTo(others).isNotEmpty();
  }

  @Test
  void aSliceGoesOnWhereItsTimeRanOut() {
    var other = upload(Color.BLUE);
    var all = files();
    deleteAll();
    var function = function(SERVICES.s3(), late());
    var slice = Invocation.of(function, Map.of()).at("/slices/0");
    var first = List.of(picture, other).stream().sorted().toList();
    assertThat(slice)
        .isEqualTo(Json.read(Json.write(Map.of("from", first.getFirst(), "to", first.getLast()))));
    var rest = Invocation.of(function, slice);
    assertThat(rest.path("restored").asInt()).isEqualTo(1);
    assertThat(rest.path("from").asText()).isEqualTo(first.getLast());
    var end = Invocation.of(function, rest);
    assertThat(end.path("restored").asInt()).isEqualTo(1);
    assertThat(end.has("from")).isFalse();
    assertThat(files()).isEqualTo(all);
  }

  /// Ten minutes pass at each look.
  private static InstantSource late() {
    var clock = new MovableClock(CLOCK.instant());
    return () -> {
      var now = clock.instant();
      clock.move(Duration.ofMinutes(10));
      return now;
    };
  }

  private JsonNode restore() {
    return restore(SERVICES.s3(), CLOCK);
  }

  private static JsonNode restore(S3Client s3, InstantSource clock) {
    var function = function(s3, clock);
    return Invocation.of(function, Invocation.of(function, Map.of()).at("/slices/0"));
  }

  private static RestorePictures function(S3Client s3, InstantSource clock) {
    var dynamoDb = SERVICES.dynamoDb();
    return new RestorePictures(
        new Table(dynamoDb, "media"), new PictureFiles(s3, "pages", "uploads"), clock);
  }

  private void takeAway() {
    HttpEvent.of("POST /api/articles/{id}/withdraw")
        .as("editors")
        .path("id", article)
        .json(Map.of("media", true))
        .sendTo(newsroom.publish())
        .expect(200);
  }

  /// Uploads a picture of 320 × 200 as an editor does, and renders it.
  private String upload(Color colour) {
    var id = ids.get();
    new Table(SERVICES.dynamoDb(), "media")
        .put(
            Item.at("MEDIA", id)
                .with("filename", "a.png")
                .with("contentType", "image/png")
                .with("bytes", 10)
                .with("editor", "salma")
                .with("createdAt", CLOCK.instant())
                .with("status", "awaiting"));
    SERVICES.s3().putObject(r -> r.bucket("uploads").key(id), RequestBody.fromBytes(png(colour)));
    Invocation.of(
        new ResizeMedia(new Table(SERVICES.dynamoDb(), "media"), SERVICES.s3(), "pages"),
        Map.of(
            "Records",
            List.of(
                Map.of(
                    "s3",
                    Map.of("bucket", Map.of("name", "uploads"), "object", Map.of("key", id))))));
    return id;
  }

  private static byte[] png(Color colour) {
    var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillOval(0, 0, 200, 200);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /// The files of all pictures with their headers, by key.
  private static Map<String, String> files() {
    var files = new TreeMap<String, String>();
    for (var key : SERVICES.keys("pages")) {
      if (key.startsWith("media/")) {
        var file = SERVICES.s3().getObjectAsBytes(r -> r.bucket("pages").key(key));
        files.put(
            key,
            file.response().contentType()
                + file.response().cacheControl()
                + file.response().eTag()
                + file.asByteArray().length);
      }
    }
    return files;
  }

  private static void deleteAll() {
    files().keySet().forEach(RestorePicturesTest::delete);
  }

  private static void delete(String key) {
    SERVICES.s3().deleteObject(r -> r.bucket("pages").key(key));
  }
}
