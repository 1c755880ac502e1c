package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Drafts: what they need, copies, and their end.
class DraftsTest {
  @RegisterExtension static final LocalServices SERVICES = Newsroom.services();

  private Newsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(SERVICES);
  }

  @Test
  void aDraftNeedsAHeadlineAlone() {
    var id = newsroom.create(headline());
    var draft = newsroom.read(id);
    assertThat(draft.has("section") || draft.has("bodyHtml")).isFalse();
    assertThat(draft.path("summary").asText()).isEmpty();
    var entry = newsroom.list("draft").path(0);
    assertThat(entry.path("headline").asText()).isEqualTo("عنوان فقط");
    assertThat(entry.has("section")).isFalse();
    newsroom.revise(id, draft).expect(200);
    assertThat(withoutRevision(newsroom.read(id))).isEqualTo(withoutRevision(draft));
    newsroom.revise(id, headline().put("section", "").put("bodyHtml", "<p></p>")).expect(200);
    assertThat(newsroom.read(id).has("bodyHtml")).isFalse();
  }

  @Test
  void aPublishNeedsAll() {
    var id = newsroom.create(headline());
    var refused = newsroom.revise(id, headline().put("status", "published")).expect(422);
    assertThat(fields(refused)).containsExactly("bodyHtml", "section");
    newsroom.revise(id, article()).expect(200);
    assertThat(newsroom.read(id).path("url").asText()).startsWith("/2026/02/23/");
  }

  @Test
  void whatADraftHasIsCheckedAllTheSame() {
    var refused = newsroom.send(create(headline().put("section", "none").put("headline", "")));
    assertThat(fields(refused.expect(422))).containsExactly("headline", "section");
  }

  @Test
  void aDraftWithoutSectionHasAPreview() {
    var page = newsroom.preview(headline());
    assertThat(page).contains(">عنوان فقط</h1>").doesNotContain("class=\"label\"");
  }

  @Test
  void aDeletedDraftIsGoneWithItsRevisions() {
    var id = newsroom.create(article().put("status", "draft"));
    newsroom.revise(id, article().put("status", "draft")).expect(200);
    new Table(SERVICES.dynamoDb(), "articles")
        .put(Item.at(ArticleItems.partition(id), "WORKING#layla").with("headline", "غدا"));
    assertThat(newsroom.stored(id)).hasSize(4);
    var answer = delete(id, "\"2\"").expect(204);
    assertThat(answer.body()).isEmpty();
    assertThat(newsroom.stored(id)).containsExactly("WORKING#layla");
    assertThat(newsroom.list("draft")).isEmpty();
    delete(id, "\"2\"").expect(404);
  }

  @Test
  void aLongHistoryGoesToo() {
    var id = newsroom.create(article().put("status", "draft"));
    for (int n = 1; n < 103; n++) {
      newsroom.revise(id, article().put("status", "draft")).expect(200);
    }
    delete(id, "\"103\"").expect(204);
    assertThat(newsroom.stored(id)).isEmpty();
  }

  @Test
  void onlyADraftThatWasNeverPublishedIsDeleted() {
    var published = newsroom.create(article());
    delete(published, "\"1\"").expect(409);
    newsroom.withdraw(published);
    delete(published, "\"2\"").expect(409);
    newsroom.act(published, "restore", "{}").expect(200);
    var answer = delete(published, "\"3\"").expect(409);
    assertThat(answer.json().path("detail").asText()).startsWith("لا تُحذف إلا مسودة لم تُنشر قط.");
    assertThat(newsroom.stored(published)).hasSize(4);
  }

  @Test
  void anEditorWhoSawAnotherRevisionDeletesNothing() {
    var id = newsroom.create(headline());
    newsroom.revise(id, headline()).expect(200);
    delete(id, "\"1\"").expect(412);
    newsroom
        .send(HttpEvent.of("DELETE /api/articles/{id}").as("editors").path("id", id))
        .expect(428);
    assertThat(newsroom.stored(id)).hasSize(3);
  }

  @Test
  void aCopyHasTheContentAndAHistoryOfItsOwn() {
    var id = newsroom.create(article().put("correction", "تصويب").put("slug", "train"));
    var answer = newsroom.act(id, "duplicate", "{}").expect(201);
    var copy = answer.json().path("id").asText();
    assertThat(answer.header("location")).isEqualTo("/api/articles/" + copy);
    assertThat(answer.header("etag")).isEqualTo("\"1\"");
    var read = newsroom.read(copy);
    assertThat(read.path("status").asText()).isEqualTo("draft");
    assertThat(read.has("slug") || read.has("corrections") || read.has("publishedAt")).isFalse();
    var original = newsroom.read(id);
    for (var same : List.of("headline", "section", "bodyHtml", "image", "tags", "summary")) {
      assertThat(read.path(same)).as(same).isEqualTo(original.path(same));
    }
    newsroom.revise(copy, read.put("status", "published")).expect(200);
    assertThat(newsroom.read(copy).path("url")).isNotEqualTo(original.path("url"));
  }

  @Test
  void aWithdrawnArticleIsCopied() {
    var id = newsroom.create(article());
    newsroom.withdraw(id);
    newsroom.act(id, "duplicate", "").expect(201);
    assertThat(newsroom.read(id).path("status").asText()).isEqualTo("withdrawn");
  }

  @Test
  void aRepeatedRequestMakesOneCopy() {
    var id = newsroom.create(headline());
    var copy = Newsroom.action(id, "duplicate", "{}").header("idempotency-key", "k");
    var first = newsroom.send(copy).expect(201).json().path("id").asText();
    assertThat(newsroom.send(copy).expect(201).json().path("id").asText()).isEqualTo(first);
    var other = newsroom.create(headline());
    newsroom
        .send(Newsroom.action(other, "duplicate", "{}").header("idempotency-key", "k"))
        .expect(422);
    delete(first, "\"1\"").expect(204);
    newsroom.send(copy).expect(404);
  }

  @Test
  void aRequestIsNotRepeatedForADraftThatWasDeleted() {
    var create = create(headline()).header("idempotency-key", "once");
    var id = newsroom.send(create).expect(201).json().path("id").asText();
    delete(id, "\"1\"").expect(204);
    newsroom.send(create).expect(404);
  }

  private static ObjectNode withoutRevision(ObjectNode draft) {
    var rest = draft.deepCopy();
    rest.remove(List.of("revision", "updatedAt", "revisedAt", "editor"));
    return rest;
  }

  private HttpAnswer delete(String id, String seen) {
    return newsroom.send(
        HttpEvent.of("DELETE /api/articles/{id}")
            .as("editors")
            .path("id", id)
            .header("if-match", seen));
  }

  private static HttpEvent create(ObjectNode article) {
    return HttpEvent.of("POST /api/articles").as("editors").json(article);
  }

  private static List<String> fields(HttpAnswer problem) {
    return problem.wrongFields().stream().sorted().toList();
  }

  private static ObjectNode headline() {
    return (ObjectNode) Json.read("{\"headline\": \"عنوان فقط\", \"status\": \"draft\"}");
  }

  private static ObjectNode article() {
    return (ObjectNode)
        Json.read(
            """
            {"headline": "وصل القطار", "section": "society", "status": "published", "tags": ["قطار"],
             "bodyHtml": "<p>وصل في موعده.</p>",
             "image": {"mediaId": "01KJ5Y3R80000000000000PXC1", "alt": "قطار"}}
            """);
  }
}
