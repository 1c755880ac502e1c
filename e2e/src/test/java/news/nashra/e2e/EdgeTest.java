package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.util.List;
import news.nashra.local.stack.cloudfront.Invalidations.Invalidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the distribution of the template answers.
class EdgeTest {
  @ParameterizedTest
  @ValueSource(strings = {"/none/", "/none.html", "/media/none/640.webp", "/assets/none.js"})
  void whatIsNotThereIsThePage404(String path) {
    var missing = get(path);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(missing.header("cache-control")).isEqualTo("max-age=10");
    assertThat(missing.text()).isEqualTo(get("/404.html").text()).contains("<h1");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/articles, moderator, 403",
    "/api/articles/01KJ5A0000000000000000000A, editor, 404",
    "/api/none, editor, 404"
  })
  void theApiAnswersForItself(String path, String as, int status) {
    var token = "Bearer " + Newspaper.stack().token(as);
    var answer = send(request(path).header("Authorization", token));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.header("content-security-policy")).startsWith("default-src 'none';");
  }

  @Test
  void aWithdrawnArticleIsTakenFromTheEdgeWithItsPictures() {
    var media = Photographs.upload("image/jpeg", Photographs.photograph(600, 400, Color.PINK));
    var mediaId = media.path("mediaId").asText();
    var draft = (ObjectNode) article();
    draft.set("image", object().put("mediaId", mediaId).put("alt", "صورة"));
    var receipt = publish(draft);
    Newspaper.stack().settle();
    assertThat(of(id(receipt))).isEmpty();
    var withdrawn = post("/api/articles/" + id(receipt) + "/withdraw", object().put("media", true));
    assertThat(withdrawn.status()).isEqualTo(200);
    Newspaper.stack().settle();
    var first = of(id(receipt));
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().distribution()).isEqualTo("Distribution");
    assertThat(first.getFirst().paths())
        .startsWith(url(receipt) + "*", "/media/" + mediaId + "/*", "/", "/index.html")
        .contains("/society/feed.xml", "/fragments/latest.html");
  }

  private static List<Invalidation> of(String article) {
    return Newspaper.stack().invalidations().stream()
        .filter(invalidation -> invalidation.reference().startsWith(article))
        .toList();
  }
}
