package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import news.nashra.core.Ids;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

@NullUnmarked
class ResizeMediaTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("media").bucket("uploads").bucket("site");

  private final String id = new Ids(Instant::now).get();
  private CountedCalls calls;
  private Table table;
  private ResizeMedia resize;

  @BeforeEach
  void start() {
    calls = new CountedCalls(SERVICES.aws());
    table = new Table(calls.dynamoDb(), "media");
    resize = new ResizeMedia(table, calls.s3(), "site");
  }

  /// Asserts that there is a crop for each ratio that search engines ask for, none of them
  /// enlarged.
  private void assertCrops(Picture picture) throws IOException {
    var sizes = Map.of("16x9", "1200 675", "4x3", "1200 900", "1x1", "1000 1000");
    for (var crop : Crop.values()) {
      var key = crop.path(picture, Optional.empty()).substring(1);
      var bytes = SERVICES.s3().getObjectAsBytes(r -> r.bucket("site").key(key)).asByteArray();
      var decoded = decodedByAnother(bytes, "jpg");
      var size = decoded.getWidth() + " " + decoded.getHeight();
      assertThat(size).isEqualTo(crop.width(picture) + " " + crop.height(picture));
      assertThat(sizes).containsEntry(key.replaceAll(".*/|[.]jpg", ""), size);
    }
  }

  @Test
  void aPhotoBecomesRenditionsWithoutMetadata() throws IOException {
    announce();
    var held = CameraFile.held(CameraFile.noisy(CameraFile.quarters(1500, 1000)), 6);
    var exif = CameraFile.exif(6, ByteOrder.LITTLE_ENDIAN);
    upload(CameraFile.with(CameraFile.jpeg(held), exif));
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);

    var ready = (Media.Ready) MediaItems.find(table, id).orElseThrow().state();
    assertThat(ready.picture().widths()).containsExactly(320, 720, 960, 1280, 1500);
    assertThat(List.of(ready.picture().width(), ready.picture().height()))
        .containsExactly(1500, 1000);
    assertThat(ready.picture().colour()).matches("#[0-9a-f]{6}");
    assertThat(ready.picture().jpegOnly()).isEmpty();
    assertThat(ready.renditions()).hasSize(10);
    assertCrops(ready.picture());
    for (var rendition : ready.renditions()) {
      var key = "media/" + id + "/" + rendition.width() + "." + rendition.format();
      var object = SERVICES.s3().getObjectAsBytes(r -> r.bucket("site").key(key));
      var bytes = object.asByteArray();
      assertThat(bytes).hasSize(rendition.bytes());
      assertThat(object.response().cacheControl()).contains("immutable");
      assertThat(object.response().contentType())
          .isEqualTo(rendition.format().equals("jpg") ? "image/jpeg" : "image/webp");
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif", "GPS", "ICC", "EXIF", "XMP", "adobe");
      var decoded = decodedByAnother(bytes, rendition.format());
      assertThat(decoded.getWidth()).isEqualTo(rendition.width());
      assertThat(decoded.getHeight()).isEqualTo(Math.round(rendition.width() / 1.5f));
      assertThat(decoded.getRGB(20, 20) >> 16 & 0xFF).as(key).isGreaterThan(220);
      assertThat(decoded.getRGB(20, 20) & 0xFF).isLessThan(35);
    }
  }

  @Test
  void noRenditionIsLargerThanTheOriginal() throws IOException {
    announce();
    upload(CameraFile.write(CameraFile.quarters(200, 100), "png"));
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);
    var ready = (Media.Ready) MediaItems.find(table, id).orElseThrow().state();
    assertThat(ready.picture().widths()).containsExactly(200);
  }

  @Test
  void aWebpThatIsNotSmallerIsNotKept() throws IOException {
    announce();
    upload(CameraFile.write(DecoderTest.noise(500, 300), "png"));
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);
    var ready = (Media.Ready) MediaItems.find(table, id).orElseThrow().state();
    assertThat(ready.picture().jpegOnly()).containsExactlyInAnyOrder(320, 500);
    assertThat(ready.renditions()).extracting(Rendition::format).containsOnly("jpg");
    assertThat(SERVICES.keys("site"))
        .containsExactlyInAnyOrder(
            "media/" + id + "/320.jpg",
            "media/" + id + "/500.jpg",
            "media/" + id + "/16x9.jpg",
            "media/" + id + "/4x3.jpg",
            "media/" + id + "/1x1.jpg");
  }

  @Test
  void aSecondEventWritesNothing() throws IOException {
    announce();
    upload(CameraFile.jpeg(CameraFile.quarters(700, 400)));
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);
    var first = MediaItems.find(table, id);
    calls.clear();
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);
    assertThat(calls.names()).containsExactly("GetItem");
    assertThat(MediaItems.find(table, id)).isEqualTo(first);
  }

  @Test
  void anEventThatComesBeforeItsItemFailsAndIsRetried() throws IOException {
    upload(CameraFile.jpeg(CameraFile.quarters(64, 64)));
    assertThatThrownBy(() -> resize.handleRequest(event(id), new ByteArrayOutputStream(), null))
        .isInstanceOf(IllegalStateException.class);
    announce();
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);
    assertThat(MediaItems.find(table, id).orElseThrow().state()).isInstanceOf(Media.Ready.class);
  }

  @Test
  void aFileOfAnotherFormatIsRefusedAndLeavesNothing() throws IOException {
    announce();
    upload("<!doctype html>".getBytes(StandardCharsets.UTF_8));
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);
    assertThat(MediaItems.find(table, id).orElseThrow().state())
        .isEqualTo(new Media.Refused(Refusal.FORMAT));
    assertThat(SERVICES.s3().listObjectsV2(r -> r.bucket("site")).contents()).isEmpty();
  }

  @Test
  void aFailedUploadIsRefusedAndStaysRefused() throws IOException {
    announce();
    var failure = Map.of("requestPayload", Json.read(event(id)));
    var left = Picture.folder(id) + "320.jpg"; // of an attempt that failed halfway
    SERVICES.s3().putObject(r -> r.bucket("site").key(left), RequestBody.fromBytes(new byte[] {1}));
    new RefuseMedia(table, SERVICES.s3(), "site")
        .handleRequest(stream(failure), new ByteArrayOutputStream(), null);
    assertThat(SERVICES.s3().listObjectsV2(r -> r.bucket("site")).contents()).isEmpty();
    assertThat(MediaItems.find(table, id).orElseThrow().state())
        .isEqualTo(new Media.Refused(Refusal.FAILED));
    upload(CameraFile.jpeg(CameraFile.quarters(64, 64)));
    resize.handleRequest(event(id), new ByteArrayOutputStream(), null);
    assertThat(MediaItems.find(table, id).orElseThrow().state())
        .isEqualTo(new Media.Refused(Refusal.FAILED));
  }

  @Test
  void anObjectWithAForeignKeyIsIgnored() throws IOException {
    resize.handleRequest(event("notes.txt"), new ByteArrayOutputStream(), null);
    assertThat(calls.names()).isEmpty();
  }

  private void announce() {
    MediaItems.create(
        table,
        new Media(
            id, "DSC_0001.JPG", Format.JPEG, 1, "salma", Instant.now(), new Media.Awaiting()));
  }

  private void upload(byte[] file) {
    SERVICES.s3().putObject(r -> r.bucket("uploads").key(id), RequestBody.fromBytes(file));
  }

  private static ByteArrayInputStream event(String key) {
    return stream(
        Map.of(
            "Records",
            List.of(
                Map.of(
                    "s3",
                    Map.of("bucket", Map.of("name", "uploads"), "object", Map.of("key", key))))));
  }

  private static ByteArrayInputStream stream(Object event) {
    return new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8));
  }

  /// Decodes with another library than the one that encoded: TwelveMonkeys for WebP, the JDK for
  /// JPEG.
  private static BufferedImage decodedByAnother(byte[] bytes, String format) throws IOException {
    var reader =
        format.equals("jpg")
            ? jdk()
            : new com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi()
                .createReaderInstance();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)));
    return reader.read(0);
  }

  private static javax.imageio.ImageReader jdk() {
    var readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (true) {
      var reader = readers.next();
      if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
        return reader;
      }
    }
  }
}
