package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.asModerator;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The breaking news over HTTP.
class BreakingTest {
  static final String BREAKING = "/api/homepage/breaking";

  static Newspaper.Answer write(String text, String articleId) {
    var news =
        object().put("text", text).put("until", Instant.now().plus(Duration.ofHours(1)).toString());
    return send(asEditor(BREAKING).PUT(json(news.put("articleId", articleId))));
  }

  static void end() {
    assertThat(send(asEditor(BREAKING).DELETE()).status()).isEqualTo(204);
  }

  @AfterEach
  void takeItDown() {
    end();
  }

  @Test
  void itIsOnFrontsAtOnceWithoutRewritingAnArticleAndGoesWithItsArticle() {
    var other = url(publish(article()));
    var receipt = publish(article().put("headline", "انهيار جسر"));
    Newspaper.stack().settle();
    var before = get(other);
    var written = write("انهيار جسر في المدينة القديمة", id(receipt));
    assertThat(written.status()).isEqualTo(200);
    assertThat(written.json().path("url").asText()).isEqualTo(url(receipt));
    for (var path : List.of("/", "/society/", "/corrections/", "/fragments/latest.html")) {
      assertThat(strip(path)).as(path).isEqualTo("عاجل انهيار جسر في المدينة القديمة");
    }
    assertThat(get("/latest.json").json().at("/breaking/url").asText()).isEqualTo(url(receipt));
    assertThat(get(other).text()).isEqualTo(before.text());
    assertThat(read(BREAKING).json()).isEqualTo(written.json());
    post("/api/articles/" + id(receipt) + "/withdraw", object());
    Newspaper.stack().settle();
    assertThat(strip("/")).isEmpty();
    assertThat(strip("/fragments/latest.html")).isEmpty();
    assertThat(read(BREAKING).status()).isEqualTo(404);
  }

  @Test
  void onlyEditorsDecideWhatIsBreaking() {
    for (var method : List.of("GET", "PUT", "DELETE")) {
      var body = json(object());
      assertThat(send(request(BREAKING).method(method, body)).status()).isEqualTo(401);
      assertThat(send(asModerator(BREAKING).method(method, body)).status()).isEqualTo(403);
    }
  }

  private static String strip(String path) {
    return Jsoup.parse(get(path).text()).select(".breaking").text();
  }
}
