package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Threads;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.site.Addresses;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Articles that are withdrawn, with and without words for readers, and put back.
class TakingBackTest {
  @RegisterExtension static final LocalServices SERVICES = Newsroom.services();

  private Newsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(SERVICES);
  }

  @Test
  void aReasonForReadersIsAPageAtEveryAddress() {
    var id = newsroom.create(article());
    var former = newsroom.read(id).path("url").asText();
    newsroom.revise(id, article().put("slug", "moved")).expect(200);
    var path = newsroom.read(id).path("url").asText();
    var receipt =
        newsroom
            .act(
                id,
                "withdraw",
                "{\"reason\": \"مصدر\", \"publicReason\": \" نُشر  قبل <التحقق>. \"}")
            .expect(200)
            .json();
    assertThat(receipt.has("url")).isFalse();
    assertThat(receipt.path("pressed")).hasSize(2);
    for (var address : List.of(path, former)) {
      var page = SERVICES.text("pages", Addresses.key(address));
      assertThat(page)
          .contains("<h1>سُحب هذا الخبر من النشر</h1>", "نُشر قبل &lt;التحقق&gt;.")
          .contains("<meta name=\"robots\" content=\"noindex\">")
          .doesNotContain("وصل القطار", "canonical", "مصدر");
      assertThat(note(address)).isEqualTo("withdrawn");
    }
    assertThat(newsroom.read(id).path("publicReason").asText()).isEqualTo("نُشر قبل <التحقق>.");
    assertThat(newsroom.list("published")).isEmpty();
  }

  /// The clock withdraws without words, and a request may come twice.
  @Test
  void aWithdrawnArticleGetsTheWordsThatComeWithItsPictures() {
    var id = newsroom.create(article());
    var path = newsroom.read(id).path("url").asText();
    newsroom.act(id, "withdraw", "{\"reason\": \"مصدر\"}").expect(200); // 11:00
    var words = "{\"publicReason\": \"خطأ\", \"media\": true}";
    for (int i = 0; i < 2; i++) {
      newsroom.act(id, "withdraw", words).expect(200);
      var read = newsroom.read(id);
      assertThat(read.path("publicReason").asText()).isEqualTo("خطأ");
      assertThat(read.path("reason").asText()).isEqualTo("مصدر");
      assertThat(read.path("revision").asInt()).isEqualTo(3);
      assertThat(SERVICES.text("pages", Addresses.key(path))).contains("خطأ");
    }
    newsroom.act(id, "withdraw", "{\"media\": true}").expect(200);
    var again = Newsroom.action(id, "withdraw", words);
    newsroom.send(again.header("if-match", "\"2\"")).expect(200);
    newsroom.send(again.header("if-match", "\"1\"")).expect(412);
    newsroom.act(id, "withdraw", "{\"publicReason\": \"خطأ\"}").expect(409);
    newsroom.act(id, "restore", "{}").expect(200);
    assertThat(newsroom.read(id).path("interruptions"))
        .hasToString("[{\"from\":\"2026-02-23T11:00:00.000Z\"}]");
  }

  @Test
  void withoutItThePageIsGone() {
    var id = newsroom.create(article());
    var path = newsroom.read(id).path("url").asText();
    newsroom
        .act(id, "withdraw", "{\"reason\": \"مصدر\", \"publicReason\": \" \\u200b \"}")
        .expect(200);
    assertThat(SERVICES.keys("pages")).doesNotContain(Addresses.key(path));
    assertThat(newsroom.read(id).has("publicReason")).isFalse();
    assertThat(newsroom.list("withdrawn").path(0).path("id").asText()).isEqualTo(id);
    assertThat(newsroom.list("withdrawn").path(0).has("url")).isFalse();
  }

  @Test
  void aReasonForReadersIsOneLineOfText() {
    var id = newsroom.create(article());
    var text = "{\"publicReason\": \"%s\"}";
    assertThat(
            newsroom.act(id, "withdraw", text.formatted("س".repeat(501))).expect(422).wrongFields())
        .containsExactly("publicReason");
    assertThat(newsroom.act(id, "withdraw", "{\"publicReason\": 1}").expect(422).wrongFields())
        .containsExactly("publicReason");
    newsroom.act(id, "withdraw", text.formatted("س".repeat(500))).expect(200);
  }

  @Test
  void anArticleThatIsPutBackIsAsItWas() {
    newsroom.create(article());
    var id = newsroom.create(article());
    var before = newsroom.read(id);
    newsroom.act(id, "withdraw", "{\"publicReason\": \"خطأ\"}").expect(200); // 11:00
    var receipt = newsroom.act(id, "restore", "{}").expect(200).json(); // 12:00
    assertThat(receipt.path("status").asText()).isEqualTo("draft");
    assertThat(SERVICES.keys("pages")).doesNotContain(Addresses.key(before.path("url").asText()));
    assertThat(openForComments(id)).isFalse();
    var draft = newsroom.read(id);
    assertThat(draft.has("url") || draft.has("reason") || draft.has("publicReason")).isFalse();
    assertThat(draft.path("interruptions"))
        .hasToString("[{\"from\":\"2026-02-23T11:00:00.000Z\"}]");
    assertThat(newsroom.list("draft").path(0).path("id").asText()).isEqualTo(id);
    newsroom.revise(id, draft.put("status", "published")).expect(200); // 13:00
    var after = newsroom.read(id);
    assertThat(after.path("interruptions"))
        .hasToString(
            "[{\"from\":\"2026-02-23T11:00:00.000Z\",\"to\":\"2026-02-23T13:00:00.000Z\"}]");
    for (var same : List.of("url", "publishedAt", "related", "slug", "bodyHtml", "tags")) {
      assertThat(after.path(same)).as(same).isEqualTo(before.path(same));
    }
    assertThat(newsroom.page(after)).contains(">وصل القطار</h1>");
    assertThat(note(after.path("url").asText())).isEmpty();
    assertThat(openForComments(id)).isTrue();
  }

  @Test
  void anArticleWithoutRelatedArticlesHasNoneWhenItIsPutBack() {
    var id = newsroom.create(article());
    newsroom.create(article());
    newsroom.withdraw(id);
    newsroom.act(id, "restore", "{}").expect(200);
    assertThat(newsroom.read(id).path("related").isArray()).isTrue();
    newsroom.revise(id, article()).expect(200);
    assertThat(newsroom.read(id).path("related")).isEmpty();
  }

  @Test
  void aNewAddressLeadsFromTheOldOne() {
    var id = newsroom.create(article());
    var old = newsroom.read(id).path("url").asText();
    newsroom.withdraw(id);
    newsroom.act(id, "restore", "{}").expect(200);
    newsroom.revise(id, article().put("slug", "another")).expect(200);
    var path = newsroom.read(id).path("url").asText();
    assertThat(path).isEqualTo("/2026/02/23/another/");
    assertThat(SERVICES.text("pages", Addresses.key(old))).contains(path);
  }

  @Test
  void aDraftThatWasWithdrawnIsPutBackAsNew() {
    var id = newsroom.create(article().put("status", "draft"));
    newsroom.act(id, "withdraw", "{\"publicReason\": \"لا يقرؤه أحد\"}").expect(200);
    newsroom.act(id, "restore", "{}").expect(200);
    newsroom.revise(id, article()).expect(200);
    assertThat(newsroom.read(id).has("interruptions")).isFalse();
    assertThat(newsroom.read(id).path("publishedAt").asText())
        .isEqualTo("2026-02-23T13:00:00.000Z");
  }

  @Test
  void anInterruptionLastsUntilReadersHaveTheArticle() {
    var id = newsroom.create(article());
    newsroom.withdraw(id); // 11:00
    newsroom.act(id, "restore", "{}").expect(200);
    newsroom.withdraw(id);
    newsroom.act(id, "restore", "{}").expect(200);
    newsroom.revise(id, article()).expect(200); // 15:00
    newsroom.withdraw(id); // 16:00
    newsroom.act(id, "restore", "{}").expect(200);
    assertThat(newsroom.read(id).path("interruptions"))
        .hasToString(
            """
            [{"from":"2026-02-23T11:00:00.000Z","to":"2026-02-23T15:00:00.000Z"},\
            {"from":"2026-02-23T16:00:00.000Z"}]\
            """);
  }

  @Test
  void whatIsNotWithdrawnIsNotRestored() {
    for (var status : List.of("draft", "published")) {
      var id = newsroom.create(article().put("status", status));
      var answer = newsroom.act(id, "restore", "{}").expect(409);
      assertThat(answer.json().path("detail").asText())
          .isEqualTo("هذا المقال غير مسحوب من النشر، فلا يُستعاد.");
    }
    newsroom.act("01KJ5Y3R80000000000000PXC9", "restore", "{}").expect(404);
  }

  @Test
  void anEditorWhoSawAnotherRevisionRestoresNothing() {
    var id = newsroom.create(article());
    newsroom.withdraw(id);
    var restore = Newsroom.action(id, "restore", "{}");
    newsroom.send(restore.header("if-match", "\"1\"")).expect(412);
    newsroom.send(restore.header("if-match", "\"2\"")).expect(200);
  }

  @Test
  void othersDoNotTakeBack() {
    var id = newsroom.create(article());
    for (var action : List.of("withdraw", "restore", "duplicate")) {
      newsroom.send(Newsroom.action(id, action, "{").as("moderators")).expect(403);
    }
    newsroom
        .send(HttpEvent.of("DELETE /api/articles/{id}").as("moderators").path("id", id))
        .expect(403);
  }

  @Test
  void commentsKnowTheLastPublicHeadline() {
    var id = newsroom.create(article().put("headline", "عنوان منشور"));
    newsroom.withdraw(id);
    newsroom.act(id, "restore", "{}").expect(200);
    newsroom
        .revise(id, article().put("headline", "عنوان لم ينشر").put("status", "draft"))
        .expect(200);
    assertThat(thread(id).headline()).isEqualTo("عنوان منشور");
    newsroom.withdraw(id);
    assertThat(thread(id).headline()).isEqualTo("عنوان منشور");
    newsroom.act(id, "restore", "{}").expect(200);
    newsroom.revise(id, article().put("headline", "عنوان جديد")).expect(200);
    assertThat(thread(id).headline()).isEqualTo("عنوان جديد");
    assertThat(openForComments(id)).isTrue();
  }

  private static CommentThread thread(String id) {
    return Threads.find(new Table(SERVICES.dynamoDb(), "comments"), id).orElseThrow();
  }

  private static boolean openForComments(String id) {
    var thread = thread(id);
    assertThat(thread.withdrawn()).isNotEqualTo(thread.open());
    return thread.open();
  }

  private static String note(String path) {
    return SERVICES
        .s3()
        .headObject(r -> r.bucket("pages").key(Addresses.key(path)))
        .metadata()
        .getOrDefault("gone", "");
  }

  private static ObjectNode article() {
    return (ObjectNode)
        Json.read(
            """
            {"headline": "وصل القطار", "section": "society", "status": "published", "tags": ["قطار"],
             "bodyHtml": "<p>وصل في موعده.</p>"}
            """);
  }
}
