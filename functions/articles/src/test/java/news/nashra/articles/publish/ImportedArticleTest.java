package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import news.nashra.core.http.Json;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Articles that were published before they came to this newspaper.
class ImportedArticleTest {
  @RegisterExtension static final LocalServices SERVICES = Newsroom.services();

  private Newsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(SERVICES);
  }

  @Test
  void itHasTheDayOnWhichItWasPublished() {
    var id = newsroom.create(imported("1957-06-01T08:00:00.1234Z"));
    var read = newsroom.read(id);
    assertThat(read.path("url").asText()).startsWith("/1957/06/01/");
    assertThat(read.path("publishedAt").asText()).isEqualTo("1957-06-01T08:00:00.123Z");
    assertThat(read.path("updatedAt")).isEqualTo(read.path("publishedAt"));
    assertThat(read.path("revisedAt").asText()).isEqualTo("2026-02-23T10:00:00.000Z");
    assertThat(read.path("imported").asBoolean()).isTrue();
    assertThat(newsroom.page(read))
        .contains("\"datePublished\":\"1957-06-01T08:00:00Z\"")
        .doesNotContain("حُدّث:");
  }

  @Test
  void aCorrectionOfItIsNews() {
    var id = newsroom.create(imported("2019-03-01T08:00:00Z").put("correction", "الاسم الصحيح"));
    assertThat(newsroom.read(id).path("updatedAt").asText()).isEqualTo("2026-02-23T10:00:00.000Z");
  }

  @Test
  void aDraftBecomesAnImportedArticleWhenItIsPublished() {
    var id = newsroom.create(article().put("status", "draft"));
    newsroom.revise(id, imported("2019-03-01T08:00:00Z")).expect(200);
    assertThat(newsroom.read(id).path("url").asText()).startsWith("/2019/03/01/");
  }

  @Test
  void itsDateCannotChange() {
    var id = newsroom.create(imported("2019-03-01T08:00:00Z"));
    var read = newsroom.read(id);
    newsroom.revise(id, read).expect(200);
    newsroom.revise(id, article()).expect(200);
    assertThat(newsroom.read(id).path("publishedAt")).isEqualTo(read.path("publishedAt"));
    assertThat(newsroom.read(id).path("imported").asBoolean()).isTrue();
    refuse(id, imported("2019-03-02T08:00:00Z"), "publishedAt");
    refuse(id, article().put("imported", false), "imported");
  }

  @Test
  void newsDoesNotBecomeAnImport() {
    var id = newsroom.create(article());
    refuse(id, imported("2019-03-01T08:00:00Z"), "publishedAt");
    refuse(id, newsroom.read(id).put("imported", true), "imported");
    newsroom.withdraw(id);
    newsroom.act(id, "restore", "{}").expect(200);
    refuse(id, imported("2019-03-01T08:00:00Z"), "publishedAt");
  }

  /// Fields, and the one that is refused.
  @ParameterizedTest
  @CsvFileSource(resources = "/imports-refused.csv", delimiter = ';', numLinesToSkip = 1)
  void aWrongDateIsRefused(String fields, String refused, String message) {
    var article = article();
    article.setAll((ObjectNode) Json.read(fields));
    var answer =
        newsroom.send(HttpEvent.of("POST /api/articles").as("editors").json(article)).expect(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(refused);
    assertThat(answer.json().at("/errors/0/message").asText()).isEqualTo(message);
    assertThat(answer.json().path("errors")).hasSize(1);
  }

  private void refuse(String id, ObjectNode article, String field) {
    var answer = newsroom.revise(id, article).expect(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().at("/errors/0/message").asText())
        .isEqualTo("لا يتغيّر تاريخ نشر المقال بعد نشره أول مرة.");
  }

  private static ObjectNode imported(String publishedAt) {
    return article().put("publishedAt", publishedAt).put("imported", true);
  }

  private static ObjectNode article() {
    return (ObjectNode)
        Json.read(
            """
            {"headline": "من الأرشيف", "section": "society", "status": "published",
             "bodyHtml": "<p>خبر قديم.</p>"}
            """);
  }
}
