package news.nashra.articles.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.articles.Slug;
import news.nashra.core.Text;
import news.nashra.core.http.Json;
import news.nashra.core.http.RefusedRequest;
import news.nashra.site.Direction;
import news.nashra.site.Edition;
import news.nashra.testing.HostileText;
import news.nashra.testing.ProcessorTime;
import org.junit.jupiter.api.Test;

/// Articles and records of authors that are made to keep the function busy.
class HostileDraftTest {
  private static final int FIELD_BYTES = 16 * 1024;
  private static final int BODY_BYTES = 128 * 1024;

  private final ArticleDraftReader drafts =
      new ArticleDraftReader(Edition.load(), "https://news.example");
  private final ProfileReader profiles = new ProfileReader(ids -> Map.of());

  @Test
  void everyFieldIsReadInLittleTime() {
    HostileText.ofBytes(FIELD_BYTES)
        .forEach((name, text) -> {
          var article = article(text);
          ProcessorTime.assertLittle(name, () -> read(() -> drafts.revise(article)));
          var author =
              json(
                  Map.of(
                      "name", text, "role", text, "bio", text, "links", List.of(text), text, text));
          ProcessorTime.assertLittle(name, () -> read(() -> profiles.read(author)));
        });
  }

  @Test
  void everyBodyIsReadInLittleTime() {
    HostileText.ofBytes(BODY_BYTES)
        .forEach((name, text) -> {
          var article = json(Map.of("bodyHtml", text));
          ProcessorTime.assertLittle(name, () -> read(() -> drafts.create(article)));
        });
  }

  @Test
  void everyHeadlineThatFitsHasASlugInLittleTime() {
    HostileText.ofBytes(FIELD_BYTES)
        .forEach((name, sent) -> {
          var headline = Text.line(sent, 200);
          ProcessorTime.assertLittle(name, () -> Slug.of(headline));
          ProcessorTime.assertLittle(name, () -> Slug.topic(headline));
          ProcessorTime.assertLittle(name, () -> Slug.chosen(headline));
          ProcessorTime.assertLittle(name, () -> Direction.find(headline));
        });
  }

  private static ObjectNode article(String text) {
    var image = Map.of("mediaId", text, "alt", text, "caption", text, "credit", text);
    var article = new LinkedHashMap<String, Object>();
    for (var field :
        Set.of(
            "headline",
            "section",
            "city",
            "source",
            "byline",
            "summary",
            "slug",
            "correction",
            "bodyHtml",
            "kind",
            "status")) {
      article.put(field, text);
    }
    article.put("image", image);
    article.put("tags", List.of(text));
    article.put("authors", List.of(text));
    article.put("alsoIn", List.of(text));
    article.put("related", List.of(text));
    article.put("translations", List.of(Map.of("language", text, "url", text)));
    article.put("corrections", List.of(Map.of("at", text, "text", text)));
    article.put(text, text);
    return json(article);
  }

  private static ObjectNode json(Object value) {
    return (ObjectNode) Json.read(Json.write(value));
  }

  private static void read(Runnable reading) {
    try {
      reading.run();
    } catch (RefusedRequest e) {
      // as it should be
    }
  }
}
