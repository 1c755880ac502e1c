package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `GET` answers, `PUT` takes back without a change.
class RoundTripTest {
  @RegisterExtension static final LocalServices SERVICES = Newsroom.services();

  private Newsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(SERVICES);
  }

  private static Stream<ObjectNode> articles() {
    return Newsroom.cases("round-trips.json");
  }

  @Test
  void anArticleThatIsSentBackIsTheSame() {
    var ids = articles().map(newsroom::create).toList(); // all of one day: two share a headline
    for (var id : ids) {
      var before = newsroom.read(id);
      var page = before.has("url") ? newsroom.page(before) : "";
      newsroom.revise(id, before).expect(200);
      var after = newsroom.read(id);
      assertThat(withoutRevision(after)).isEqualTo(withoutRevision(before));
      assertThat(after.path("revision").asInt()).isEqualTo(2);
      assertThat(after.path("editor").asText()).isEqualTo("another");
      assertThat(before.has("url") ? newsroom.page(after) : "").isEqualTo(page);
    }
  }

  /// Also long after its day, and with a related article that was withdrawn.
  @Test
  void aPreviewOfWhatIsPublishedIsItsPage() {
    var related = newsroom.create(articles().findFirst().orElseThrow().put("status", "published"));
    var id = newsroom.create(articles().findFirst().orElseThrow().put("status", "published"));
    newsroom.withdraw(related);
    newsroom.clock.move(Duration.ofDays(40));
    var read = newsroom.read(id);
    assertThat(read.path("related").path(0).asText()).isEqualTo(related);
    newsroom.revise(id, read).expect(200);
    assertThat(newsroom.preview(newsroom.read(id))).isEqualTo(newsroom.page(read));
    newsroom.withdraw(id);
    newsroom.act(id, "restore", "{}").expect(200);
    assertThat(newsroom.preview(newsroom.read(id))).contains(read.path("url").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"imported\": true, \"publishedAt\": \"-0001-01-01T00:00:00Z\"', publishedAt",
    "'\"imported\": true, \"publishedAt\": \"-1000000000-01-01T00:00:00Z\"', publishedAt",
    "'\"imported\": true, \"publishedAt\": \"1799-12-31T00:00:00Z\"', publishedAt",
    "'\"corrections\": [{\"at\": \"-1000000000-01-01T00:00:00Z\", \"text\": \"x\"}]', corrections[0].at",
    "'\"corrections\": [7, {\"text\": \"\"}]', corrections[0] corrections[1].text",
    "'\"related\": [7, \"bad\"]', related[0] related[1]",
    "'\"status\": \"scheduled\", \"publishAt\": \"9999-12-31T23:59:59Z\"', publishAt",
  })
  void aPreviewNamesWhatIsWrong(String fields, String wrong) {
    var article = articles().findFirst().orElseThrow().put("status", "published");
    article.setAll((ObjectNode) Json.read("{" + fields + "}"));
    assertThat(newsroom.askPreview(article).expect(422).wrongFields())
        .containsExactlyInAnyOrder(wrong.split(" "));
  }

  @Test
  void aPreviewRefusesWhatARevisionOfThatArticleRefuses() {
    var article = articles().findFirst().orElseThrow().put("status", "published");
    for (var id : List.of("\"x\"", "7", "{}")) {
      assertThat(
              newsroom
                  .askPreview(article.deepCopy().set("id", Json.read(id)))
                  .expect(422)
                  .wrongFields())
          .containsExactly("id");
    }
    newsroom.askPreview(article.deepCopy().put("id", "01KJ5Y3R8000000000000000B9")).expect(404);
    newsroom.askPreview(article.deepCopy().putNull("id")).expect(200);
    var id = newsroom.create(article);
    var corrections = article.putArray("corrections");
    for (int n = 0; n < 40; n++) {
      corrections.addObject().put("text", "س".repeat(1000));
    }
    assertThat(newsroom.askPreview(article.put("id", id)).expect(422).wrongFields())
        .containsExactly("corrections");
  }

  @Test
  void theWordsOfAnEditorAreKeptThoughTheyAreCalledMade() {
    var words = "كتبه المحرر";
    var article = articles().skip(3).findFirst().orElseThrow();
    var id = newsroom.create(article.put("summary", words).put("summaryMade", true));
    assertThat(newsroom.read(id).path("summary").asText()).isEqualTo(words);
    assertThat(newsroom.read(id).has("summaryMade")).isFalse();
  }

  @Test
  void aFormerRevisionBringsTheSummaryOfItsBodyBack() {
    var id = newsroom.create(articles().skip(3).findFirst().orElseThrow());
    var first = newsroom.read(id);
    newsroom.revise(id, first.deepCopy().put("bodyHtml", "<p>The train is late.</p>")).expect(200);
    newsroom.revise(id, first).expect(200);
    assertThat(newsroom.read(id).path("summary")).isEqualTo(first.path("summary"));
    assertThat(newsroom.read(id).path("summaryMade").asBoolean()).isTrue();
  }

  @Test
  void aSummaryMadeFromTheBodyIsMadeAgain() {
    var id = newsroom.create(articles().skip(3).findFirst().orElseThrow());
    var read = newsroom.read(id);
    assertThat(read.path("summaryMade").asBoolean()).isTrue();
    assertThat(read.path("summary").asText()).startsWith("The first train reached");
    newsroom.revise(id, read.put("bodyHtml", "<p>The train is late.</p>")).expect(200);
    assertThat(newsroom.read(id).path("summary").asText()).isEqualTo("The train is late.");
    assertThat(newsroom.page(read)).doesNotContain("class=\"stand\"");
    read.remove("summaryMade");
    newsroom.revise(id, read).expect(200);
    assertThat(newsroom.read(id).has("summaryMade")).isFalse();
    assertThat(newsroom.read(id).path("summary").asText()).startsWith("The first train reached");
    assertThat(newsroom.page(read)).contains("class=\"stand\"");
  }

  @Test
  void aMadeSummaryThatComesBackWithOtherWordsIsTheEditors() {
    var id = newsroom.create(articles().skip(3).findFirst().orElseThrow());
    newsroom.revise(id, newsroom.read(id).put("summary", "كتبه المحرر")).expect(200);
    var read = newsroom.read(id);
    assertThat(read.path("summary").asText()).isEqualTo("كتبه المحرر");
    assertThat(read.has("summaryMade")).isFalse();
    assertThat(newsroom.page(read)).contains("كتبه المحرر");
  }

  @Test
  void aWrongSummaryIsToldOnce() {
    var id = newsroom.create(articles().skip(3).findFirst().orElseThrow());
    var read = newsroom.read(id);
    var tooLong = newsroom.revise(id, read.deepCopy().put("summary", "س".repeat(401))).expect(422);
    assertThat(tooLong.wrongFields()).containsExactly("summary");
    var word = newsroom.revise(id, read.deepCopy().put("summaryMade", "yes")).expect(422);
    assertThat(word.wrongFields()).containsExactly("summaryMade");
  }

  @Test
  void theRelatedArticlesOfADraftAreStillChosenWhenItIsPublished() {
    var other = newsroom.create(articles().skip(2).findFirst().orElseThrow());
    var id = newsroom.create(articles().findFirst().orElseThrow());
    newsroom.revise(id, newsroom.read(id).put("status", "published")).expect(200);
    assertThat(newsroom.read(id).path("related").path(0).asText()).isEqualTo(other);
  }

  private static ObjectNode withoutRevision(ObjectNode article) {
    var rest = article.deepCopy();
    // What is not published has the date of its last revision.
    rest.remove(List.of("revision", "revisedAt", "editor"));
    return rest.path("status").asText().equals("published") ? rest : rest.without("updatedAt");
  }
}
