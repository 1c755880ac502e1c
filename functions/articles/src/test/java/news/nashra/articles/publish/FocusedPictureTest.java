package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import javax.imageio.ImageIO;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a lead picture is cut around, `image.focus`.
@NullUnmarked
class FocusedPictureTest {
  @RegisterExtension static final LocalServices SERVICES = ShownPictures.empty();

  private final ShownPictures pictures =
      new ShownPictures(SERVICES, () -> Instant.parse("2026-02-23T08:00:00Z"));

  @Test
  void whatIsReadIsTakenBack() {
    var id = pictures.ready();
    var receipt = new Editor(pictures.publish()).create(article(id, "{\"x\": 0.12345, \"y\": 1}"));
    var article = read(receipt.path("id").asText());
    assertThat(article.at("/image/focus")).hasToString("{\"x\":0.1235,\"y\":1.0}");
    HttpEvent.of("PUT /api/articles/{id}")
        .as("editors")
        .path("id", receipt.path("id").asText())
        .header("if-match", "\"1\"")
        .json(article)
        .sendTo(pictures.publish())
        .expect(200);
    assertThat(read(receipt.path("id").asText()).path("image")).isEqualTo(article.path("image"));
  }

  @Test
  void theCutsOfAPageAreThereAndKeepTheFocus() throws IOException {
    var id = pictures.ready();
    var receipt = new Editor(pictures.publish()).create(article(id, "{\"x\": 0.1, \"y\": 0.9}"));
    var page = SERVICES.text("pages", Addresses.key(receipt.path("url").asText()));
    for (var name : new String[] {"16x9-10-90.jpg", "4x3-10-90.jpg", "1x1-10-90.jpg"}) {
      var key = "media/" + id + "/" + name;
      assertThat(page).contains("https://news.example/" + key);
      var cut =
          ImageIO.read(
              new ByteArrayInputStream(
                  SERVICES.s3().getObjectAsBytes(r -> r.bucket("pages").key(key)).asByteArray()));
      assertThat(cut.getWidth()).isEqualTo(640);
      int y = cut.getHeight() - 100; // 860 in the picture
      assertThat(cut.getRGB(60, y) >> 16 & 0xFF).as(name).isGreaterThan(200);
    }
    assertThat(page)
        .contains(
            "property=\"og:image\" content=\"https://news.example/media/"
                + id
                + "/16x9-10-90.jpg\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"x": -0.1, "y": 0}        | image.focus.x | يجب أن تكون القيمة من 0 إلى 1.
          {"x": 1.001, "y": 0}       | image.focus.x | يجب أن تكون القيمة من 0 إلى 1.
          {"x": 0, "y": 1e999}       | image.focus.y | يجب أن تكون القيمة عددا.
          {"x": 0, "y": "0.5"}       | image.focus.y | يجب أن تكون القيمة عددا.
          {"x": 0.5}                 | image.focus.y | هذه الخانة إلزامية.
          {"x": 0, "y": 0, "z": 0}   | image.focus.z | هذه الخانة غير معروفة.
          [0.5, 0.5]                 | image.focus   | يجب أن تكون القيمة كائنا.
          """)
  void aFocusOutsideThePictureIsNamed(String focus, String field, String message) {
    var errors =
        Editor.creation(article(pictures.ready(), focus))
            .sendTo(pictures.publish())
            .expect(422)
            .json()
            .path("errors");
    assertThat(errors.size()).isEqualTo(1);
    assertThat(errors.at("/0/field").asText()).isEqualTo(field);
    assertThat(errors.at("/0/message").asText()).isEqualTo(message);
  }

  private static Map<String, Object> article(String picture, String focus) {
    var article = ShownPictures.plain();
    article.put("image", Map.of("mediaId", picture, "alt", "", "focus", Json.read(focus)));
    return article;
  }

  private static ObjectNode read(String id) {
    var read = new ReadArticles(Edition.load(), new Table(SERVICES.dynamoDb(), "articles"));
    JsonNode article =
        HttpEvent.of("GET /api/articles/{id}")
            .as("editors")
            .path("id", id)
            .sendTo(read)
            .expect(200)
            .json();
    return (ObjectNode) article;
  }
}
