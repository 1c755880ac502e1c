package news.nashra.articles.publish;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.media.Crop;
import news.nashra.media.Picture;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Editors who publish articles with pictures, and the pictures.
///
/// @param clock of the newspaper
@NullMarked
record ShownPictures(LocalServices services, InstantSource clock) {
  static LocalServices empty() {
    return LocalServices.with()
        .table("articles")
        .table("comments")
        .table("media")
        .bucket("pages")
        .bucket("uploads");
  }

  /// The function that publishes articles.
  PublishArticle publish() {
    return publish(services.dynamoDb(), services.s3());
  }

  /// The same function, with something that happens to its calls.
  PublishArticle publish(ExecutionInterceptor calls) {
    return publish(services.aws().dynamoDb(calls), services.aws().s3(calls));
  }

  private PublishArticle publish(DynamoDbClient dynamoDb, S3Client s3) {
    return new PublishArticle(
        Site.of(Edition.load(), "https://news.example"),
        new Table(dynamoDb, "articles"),
        new Table(dynamoDb, "comments"),
        new Pictures(new Table(dynamoDb, "media"), new PictureFiles(s3, "pages", "uploads")),
        new Press(Bucket.of(s3, "pages"), clock),
        new Ids(clock),
        clock);
  }

  /// Stores a picture with its files as they are when it is ready, and returns its id.
  String ready() {
    var id = new Ids(Instant::now).get();
    var picture = new Picture(id, 640, 960, "#112233", List.of(320, 640), Set.of(320));
    new Table(services.dynamoDb(), "media")
        .put(
            Item.at("MEDIA", id)
                .with("filename", "a.jpg")
                .with("contentType", "image/jpeg")
                .with("bytes", 10)
                .with("editor", "salma")
                .with("createdAt", clock.instant())
                .with("status", "ready")
                .with("picture", picture.write())
                .with("renditions", List.of("320 jpg 9", "640 webp 7", "640 jpg 9")));
    for (var path : List.of(picture.path(320, "jpg"), picture.path(640, "webp"))) {
      put("pages", path.substring(1), new byte[] {1});
    }
    put("pages", picture.path(640, "jpg").substring(1), jpeg());
    for (var crop : Crop.values()) {
      put("pages", crop.path(picture, Optional.empty()).substring(1), new byte[] {1});
    }
    put("uploads", id, new byte[] {1});
    return id;
  }

  private void put(String bucket, String key, byte[] file) {
    services.s3().putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(file));
  }

  /// Black, with a red spot at the lower left.
  private static byte[] jpeg() {
    var image = new BufferedImage(640, 960, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 800, 120, 120);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The keys of every file of a picture, the original last.
  List<String> files(String id) {
    var keys = new java.util.ArrayList<>(services.keys("pages"));
    keys.removeIf(key -> !key.startsWith("media/" + id + "/"));
    keys.addAll(services.keys("uploads").stream().filter(id::equals).toList());
    return keys;
  }

  String status(String id) {
    return new Table(services.dynamoDb(), "media").get("MEDIA", id).orElseThrow().text("status");
  }

  /// An article that shows a picture at its head.
  static Map<String, Object> article(String picture) {
    var article = plain();
    article.put("image", Map.of("mediaId", picture, "alt", "سفينة"));
    return article;
  }

  /// An article that shows a picture in its text.
  static Map<String, Object> inText(String picture) {
    var article = plain();
    article.put("bodyHtml", "<p>نص</p><img data-media=\"" + picture + "\" alt=\"سفينة\">");
    return article;
  }

  static Map<String, Object> plain() {
    var article = new HashMap<String, Object>();
    article.put("headline", "خبر");
    article.put("section", "society");
    article.put("bodyHtml", "<p>نص</p>");
    article.put("status", "published");
    return article;
  }
}
