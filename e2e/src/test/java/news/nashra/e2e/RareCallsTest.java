package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/// What functions do seldom, and need a permission for all the same.
class RareCallsTest {

  @Test
  void picturesGoWithAWithdrawnArticle() {
    var picture = Photographs.ready(320, 200, Color.BLUE);
    var draft = article();
    draft.putObject("image").put("mediaId", picture).put("alt", "بحر");
    var published = publish(draft);
    var file = "/media/" + picture + "/320.jpg";
    assertThat(get(file).status()).isEqualTo(200);
    var receipt = post("/api/articles/" + id(published) + "/withdraw", object().put("media", true));
    assertThat(receipt.json().path("removed").toString()).contains("media/" + picture + "/");
    assertThat(get(file).status()).isEqualTo(404);
    assertThat(read("/api/media/" + picture).json().path("status").asText()).isEqualTo("removed");
  }

  @Test
  void anEntryOfLiveCoverageShowsAPicture() {
    var picture = Photographs.ready(320, 200, Color.RED);
    var coverage = publish(article().put("kind", "live"));
    var html = "<figure><img data-media=\"%s\" alt=\"بحر\"></figure>".formatted(picture);
    var entry =
        post(
            "/api/articles/" + id(coverage) + "/entries",
            object().put("bodyHtml", "<p>نص</p>" + html));
    assertThat(entry.status()).as(entry.text()).isEqualTo(201);
    assertThat(get(url(coverage)).text()).contains("/media/" + picture + "/");
  }

  @Test
  void anArticleIsFoundByTagAndAuthor() {
    var tag = "وسم" + System.nanoTime();
    var draft = article().put("byline", "سلمى");
    draft.putArray("tags").add(tag);
    var published = publish(draft);
    var found = read("/api/articles?tag=" + encoded(tag) + "&author=" + encoded("سلمى"));
    assertThat(found.json().path("items")).hasSize(1);
    assertThat(found.json().at("/items/0/id").asText()).isEqualTo(id(published));
  }

  @Test
  void whatABrokenTryLeftGoesWithTheRefusedPicture() throws IOException {
    var announced = Photographs.announce("image/jpeg", 1000).json().path("mediaId").asText();
    store("media/" + announced + "/320.jpg");
    var event =
        Files.readString(Newspaper.HOME.resolve("events/refuse-media.json"))
            .replace("01KJ4Z6V8G0000000000000001", announced);
    Newspaper.stack().invoke("RefuseMedia", event.getBytes(StandardCharsets.UTF_8));
    assertThat(get("/media/" + announced + "/320.jpg").status()).isEqualTo(404);
    assertThat(read("/api/media/" + announced).json().path("status").asText()).isEqualTo("refused");
  }

  @Test
  void aPageThatTheTablesDoNotKnowGoesWhenItsSliceIsPressed() throws IOException {
    var stray = URI.create(url(publish(article()))).getPath() + "comments/9/index.html";
    Newspaper.stack().settle(); // or the stream deletes it
    store(stray.substring(1));
    assertThat(get(stray).status()).isEqualTo(200);
    for (var slice : press("{}").path("slices")) {
      press(slice.toString());
    }
    assertThat(get(stray).status()).isEqualTo(404);
  }

  private static JsonNode press(String slice) throws IOException {
    var answer = Newspaper.stack().invoke("RepressSite", slice.getBytes(StandardCharsets.UTF_8));
    return new JsonMapper().readTree(answer);
  }

  private static void store(String key) {
    Newspaper.stack()
        .aws()
        .s3()
        .putObject(r -> r.bucket(Newspaper.stack().site()).key(key), RequestBody.fromString("x"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
