package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.nashra.core.http.Json;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// When the date of the last change moves.
class UpdatedAtTest {
  @RegisterExtension static final LocalServices SERVICES = Newsroom.services();

  private static final String PUBLISHED = "2026-02-23T10:00:00.000Z";
  private static final String AN_HOUR_LATER = "2026-02-23T11:00:00.000Z";

  private Newsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(SERVICES);
  }

  static Stream<ObjectNode> updates() {
    return Newsroom.cases("updates.json");
  }

  @ParameterizedTest
  @MethodSource("updates")
  void readersAreToldOfWhatReadsDifferently(ObjectNode update) {
    var id = newsroom.create(article());
    newsroom.revise(id, with(update.path("send"))).expect(200);
    var after = newsroom.read(id);
    boolean told = update.path("told").asBoolean();
    assertThat(after.path("updatedAt").asText()).isEqualTo(told ? AN_HOUR_LATER : PUBLISHED);
    assertThat(after.path("revisedAt").asText()).isEqualTo(AN_HOUR_LATER);
    assertThat(after.path("revision").asInt()).isEqualTo(2);
    assertThat(after.has("minor")).isFalse();
    var page = newsroom.page(after);
    assertThat(page.contains("\"dateModified\":\"2026-02-23T11:00:00Z\"")).isEqualTo(told);
    assertThat(page.contains("حُدّث")).isEqualTo(told);
    var entry = newsroom.list("published").path(0);
    assertThat(entry.path("updatedAt")).isEqualTo(after.path("updatedAt"));
    assertThat(entry.path("revisedAt")).isEqualTo(after.path("revisedAt"));
  }

  @Test
  void theHistoryHasTheInstantOfEachRevision() {
    var id = newsroom.create(article());
    newsroom.revise(id, article()).expect(200);
    assertThat(newsroom.revisions(id))
        .extracting(revision -> revision.path("revisedAt").asText())
        .containsExactly(AN_HOUR_LATER, PUBLISHED);
  }

  @Test
  void aDraftIsListedByItsLastRevision() {
    var first = newsroom.create(article().put("status", "draft"));
    newsroom.create(article().put("status", "draft"));
    newsroom.revise(first, article().put("status", "draft").put("minor", true)).expect(200);
    assertThat(newsroom.read(first).path("updatedAt").asText()).isEqualTo(AN_HOUR_LATER);
    assertThat(newsroom.list("draft").path(0).path("id").asText()).isEqualTo(first);
  }

  @Test
  void aDraftThatIsPublishedIsNew() {
    var id = newsroom.create(article().put("status", "draft"));
    newsroom.revise(id, article()).expect(200);
    assertThat(newsroom.read(id).path("publishedAt").asText()).isEqualTo(AN_HOUR_LATER);
    assertThat(newsroom.read(id).path("updatedAt").asText()).isEqualTo(AN_HOUR_LATER);
  }

  @Test
  void aWithdrawalMovesTheDate() {
    var id = newsroom.create(article());
    newsroom.withdraw(id);
    assertThat(newsroom.read(id).path("updatedAt").asText()).isEqualTo(AN_HOUR_LATER);
  }

  @Test
  void aNewCorrectionIsNeverMinor() {
    var id = newsroom.create(article());
    var answer =
        newsroom.revise(id, article().put("minor", true).put("correction", "تصويب")).expect(422);
    assertThat(fields(answer.json())).containsExactly("minor");
  }

  private static Stream<String> fields(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(error -> error.path("field").asText());
  }

  private static ObjectNode with(JsonNode changes) {
    var article = article();
    article.setAll((ObjectNode) changes);
    return article;
  }

  private static ObjectNode article() {
    return (ObjectNode)
        Json.read(
            """
            {"headline": "وصل القطار", "section": "society", "status": "published",
             "city": "مراكش", "source": "نشرة", "byline": "سلمى بن علي", "tags": ["قطار"],
             "summary": "وصل في موعده.", "bodyHtml": "<p>وصل القطار في موعده.</p>",
             "image": {"mediaId": "01KJ5Y3R80000000000000PXC1", "alt": "قطار",
                       "caption": "الرصيف 2", "credit": "نشرة"}}
            """);
  }
}
