package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import news.nashra.core.aws.Table;
import news.nashra.site.Edition;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the list of articles says of lead pictures, by which pictures are found.
@NullUnmarked
class ListedPictureTest {
  @RegisterExtension static final LocalServices SERVICES = ShownPictures.empty();

  private final ShownPictures pictures =
      new ShownPictures(SERVICES, () -> Instant.parse("2026-02-23T08:00:00Z"));

  @Test
  void aPictureIsListedWithItsDescriptionAndItsCredit() {
    var id = pictures.ready();
    create(Map.of("mediaId", id, "alt", "قوارب", "caption", "عند الفجر", "credit", "سلمى / وكالة"));
    assertThat(image())
        .hasToString("{\"mediaId\":\"" + id + "\",\"alt\":\"قوارب\",\"credit\":\"سلمى / وكالة\"}");
  }

  @Test
  void aPictureWithoutACreditHasNone() {
    var id = pictures.ready();
    create(Map.of("mediaId", id, "alt", "قوارب"));
    assertThat(image()).hasToString("{\"mediaId\":\"" + id + "\",\"alt\":\"قوارب\"}");
  }

  private void create(Map<String, String> image) {
    var article = ShownPictures.plain();
    article.put("image", image);
    new Editor(pictures.publish()).create(article);
  }

  private static JsonNode image() {
    var read = new ReadArticles(Edition.load(), new Table(SERVICES.dynamoDb(), "articles"));
    var list = HttpEvent.of("GET /api/articles").as("editors").sendTo(read).expect(200).json();
    return list.at("/items/0/image");
  }
}
