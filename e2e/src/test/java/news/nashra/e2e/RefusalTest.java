package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @Test
  void withoutATokenNobodyPublishes() {
    var answer = send(request("/api/articles").POST(json(article())));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(
            send(request("/api/articles")
                    .header("Authorization", "Bearer not.a.token")
                    .POST(json(article())))
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"nobody", "moderator"})
  void withoutTheGroupNobodyPublishes(String as) {
    var answer =
        send(
            request("/api/articles")
                .header("Authorization", "Bearer " + Newspaper.stack().token(as))
                .header("Content-Type", "application/json")
                .POST(json(article())));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("title").asText()).isEqualTo("غير مسموح");
  }

  @Test
  void aBodyThatIsNotJsonIs400() {
    assertThat(publish("{not json").status()).isEqualTo(400);
    assertThat(publish("").status()).isEqualTo(400);
    assertThat(publish("[]").status()).isEqualTo(422);
    var latin1 = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xE9, '"', '}'};
    var answer =
        send(asEditor("/api/articles").POST(HttpRequest.BodyPublishers.ofByteArray(latin1)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
  }

  @Test
  void anotherMediaTypeIs415() {
    var answer =
        send(
            request("/api/articles")
                .header("Authorization", "Bearer " + Newspaper.stack().token("editor"))
                .header("Content-Type", "text/plain")
                .POST(json(article())));
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void aBodyOfMoreThanAMegabyteIs413() {
    var article = article().put("bodyHtml", "<p>" + "س".repeat(600_000) + "</p>");
    assertThat(publish(article).status()).isEqualTo(413);
  }

  @Test
  void everyFaultyFieldIsNamed() {
    var answer =
        publish(
            "{\"headline\": 7, \"section\": \"nowhere\", \"bodyHtml\": \" \", \"tags\": \"x\","
                + " \"status\": \"scheduled\", \"image\": {}, \"colour\": 1,"
                + " \"commentsOpen\": \"yes\", \"related\": [\"x\"]}");
    assertThat(answer.status()).isEqualTo(422);
    for (var field :
        new String[] {
          "headline",
          "section",
          "bodyHtml",
          "tags",
          "status",
          "image.mediaId",
          "image.alt",
          "colour",
          "commentsOpen",
          "related[0]"
        }) {
      assertThat(answer.error(field)).as(field).isNotEmpty();
    }
    assertThat(answer.error("colour")).isEqualTo("هذه الخانة غير معروفة.");
  }

  @Test
  void lengthsAreCountedInGraphemes() {
    var family = "👨‍👩‍👧‍👦";
    assertThat(publish(article().put("headline", family.repeat(200))).status()).isEqualTo(201);
    var answer = publish(article().put("headline", family.repeat(201)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("headline")).contains("200");
    assertThat(publish(article().put("city", "م".repeat(80))).status()).isEqualTo(201);
    assertThat(publish(article().put("city", "م".repeat(81))).error("city")).contains("80");
  }

  @Test
  void aForeignPictureIsRefused() {
    var answer =
        publish(article().put("bodyHtml", "<p>نص</p><img src=\"https://x.example/a.jpg\">"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("bodyHtml")).isNotEmpty();
  }

  @Test
  void whatIsNotThereIs404() {
    assertThat(read("/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV").status()).isEqualTo(404);
    assertThat(read("/api/articles/nothing").status()).isEqualTo(404);
    assertThat(read("/api/nothing").status()).isEqualTo(404);
    assertThat(read("/api/articles?limit=0").error("limit")).isNotEmpty();
    assertThat(read("/api/articles?cursor=x").error("cursor")).isNotEmpty();
    assertThat(read("/api/articles?section=nowhere").error("section")).isNotEmpty();
    var page = send(request("/nothing/here/").GET());
    assertThat(page.status()).isEqualTo(404);
  }
}
