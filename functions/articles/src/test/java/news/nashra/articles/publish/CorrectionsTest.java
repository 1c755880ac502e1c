package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import news.nashra.core.http.Json;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Corrections of an article, as its revisions add, edit and remove them.
class CorrectionsTest {
  @RegisterExtension static final LocalServices SERVICES = Newsroom.services();

  private static final String FIRST = "2026-02-23T11:00:00.000Z";
  private static final String SECOND = "2026-02-23T12:00:00.000Z";
  private static final String NOW = "2026-02-23T13:00:00.000Z";

  private Newsroom newsroom;
  private String id = "";

  @BeforeEach
  void correctTwice() {
    newsroom = new Newsroom(SERVICES);
    id = newsroom.create(article());
    newsroom.revise(id, article().put("correction", "one")).expect(200);
    newsroom.revise(id, article().put("correction", "two")).expect(200);
  }

  @Test
  void aRevisionThatDoesNotNameThemKeepsThem() {
    newsroom.revise(id, article()).expect(200);
    assertThat(corrections()).containsExactly(FIRST + " one", SECOND + " two");
  }

  @Test
  void anEditedCorrectionKeepsItsInstant() {
    newsroom.revise(id, article(correction(FIRST, "ONE"), correction(SECOND, "two"))).expect(200);
    assertThat(corrections()).containsExactly(FIRST + " ONE", SECOND + " two");
    assertThat(newsroom.read(id).path("updatedAt").asText()).isEqualTo(NOW);
    assertThat(newsroom.page(newsroom.read(id))).contains("ONE").doesNotContain(">one<");
  }

  @Test
  void aTypoInACorrectionMayBeMinor() {
    var edited = article(correction(FIRST, "One"), correction(SECOND, "two")).put("minor", true);
    newsroom.revise(id, edited).expect(200);
    assertThat(newsroom.read(id).path("updatedAt").asText()).isEqualTo(SECOND);
  }

  @Test
  void aCorrectionThatIsLeftOutIsRemoved() {
    newsroom.revise(id, article(correction(SECOND, "two"))).expect(200);
    assertThat(corrections()).containsExactly(SECOND + " two");
    newsroom.revise(id, article(new ObjectNode[0])).expect(200);
    assertThat(corrections()).isEmpty();
    assertThat(newsroom.page(newsroom.read(id))).doesNotContain("CorrectionComment");
    assertThat(newsroom.revisions(id)).hasSize(5);
  }

  @Test
  void whatARevisionAnsweredCanBePutBack() {
    newsroom.revise(id, article(new ObjectNode[0])).expect(200);
    newsroom.revise(id, article(text("three"))).expect(200);
    newsroom.revise(id, newsroom.revision(id, 3)).expect(200);
    assertThat(corrections()).containsExactly(FIRST + " one", SECOND + " two");
    newsroom.revise(id, newsroom.revision(id, 5)).expect(200);
    assertThat(corrections()).hasSize(1);
    newsroom.revise(id, newsroom.revision(id, 2)).expect(200);
    assertThat(corrections()).containsExactly(FIRST + " one");
  }

  @Test
  void aCorrectionWithoutInstantIsNew() {
    var all =
        article(correction(FIRST, "one"), text("three"), correction(SECOND, "two"), text("4"));
    newsroom.revise(id, all.put("correction", "five")).expect(200);
    assertThat(corrections())
        .containsExactly(
            FIRST + " one",
            SECOND + " two",
            NOW + " three",
            "2026-02-23T13:00:00.001Z 4",
            "2026-02-23T13:00:00.002Z five");
  }

  @Test
  void aCorrectionThatTheArticleDoesNotHaveIsRefused() {
    var wrong =
        article(
            correction(FIRST, "one"),
            correction(NOW, "two"),
            correction("yesterday", "three"),
            correction(FIRST, ""));
    assertThat(newsroom.revise(id, wrong).expect(422).wrongFields())
        .containsExactly("corrections[2].at", "corrections[3].at", "corrections[3].text");
    var unknown = article(correction(FIRST, "one"), correction(NOW, "two"));
    assertThat(newsroom.revise(id, unknown).expect(422).wrongFields())
        .containsExactly("corrections[1].at");
    assertThat(corrections()).containsExactly(FIRST + " one", SECOND + " two");
  }

  @Test
  void aPreviewShowsThemWithTheirInstants() {
    assertThat(newsroom.preview(newsroom.read(id).put("correction", "three")))
        .contains(
            "\"CorrectionComment\",\"text\":\"one\",\"datePublished\":\"2026-02-23T11:00:00Z\"")
        .contains(
            "\"CorrectionComment\",\"text\":\"three\",\"datePublished\":\"2026-02-23T12:00:00Z\"");
  }

  @Test
  void aRevisionWritesAtMostFiftyCorrectionsAndThoseThatItRemoves() {
    var fifty = IntStream.range(0, 50).mapToObj(n -> text("text " + n)).toArray(ObjectNode[]::new);
    assertThat(newsroom.revise(id, article(fifty)).expect(422).wrongFields())
        .containsExactly("corrections");
    newsroom.revise(id, article(new ObjectNode[0])).expect(200);
    newsroom.revise(id, article(fifty)).expect(200);
    assertThat(corrections()).hasSize(50);
  }

  private List<String> corrections() {
    return StreamSupport.stream(newsroom.read(id).path("corrections").spliterator(), false)
        .map(c -> c.path("at").asText() + " " + c.path("text").asText())
        .toList();
  }

  private static ObjectNode article(ObjectNode... corrections) {
    var article = article();
    article.putArray("corrections").addAll(List.<JsonNode>of(corrections));
    return article;
  }

  private static ObjectNode article() {
    return (ObjectNode)
        Json.read(
            """
            {"headline": "خبر", "section": "society", "status": "published",
             "bodyHtml": "<p>نص</p>"}
            """);
  }

  private static ObjectNode correction(String at, String text) {
    return text(text).put("at", at);
  }

  private static ObjectNode text(String text) {
    return ((ObjectNode) Json.read("{}")).put("text", text);
  }
}
