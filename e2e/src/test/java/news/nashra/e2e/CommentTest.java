package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.form;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.reader;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.local.stack.Reader;
import org.junit.jupiter.api.Test;

/// A reader's comment, from the form to the table.
class CommentTest {
  @Test
  void anAcceptedCommentIsStored() {
    var id = id(publish(article()));
    var answer = comment(id, comment().put("body", "سطر\u202Eأول\r\nسطر ثان"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("status").asText()).isEqualTo("pending");
    assertThat(reference(answer)).matches("[\\w-]{40,}");
    var stored = stored(id);
    assertThat(stored).hasSize(1);
    assertThat(stored.getFirst().text("body")).isEqualTo("سطرأول\nسطر ثان");
    assertThat(stored.getFirst().text("status")).isEqualTo("pending");
    assertThat(stored.getFirst().text("terms")).isEqualTo("2026-02");
    assertThat(stored.getFirst().toString()).doesNotContain("127.");
  }

  @Test
  void aRepeatedCommentAnswersTheFirstReference() {
    var id = id(publish(article()));
    var comment = comment();
    try (var reader = reader()) {
      var first = submit(reader, id, comment);
      assertThat(reference(submit(reader, id, comment))).isEqualTo(reference(first));
      comment.put("altcha", reader.proof(id));
      assertThat(reference(submit(reader, id, comment))).isEqualTo(reference(first));
      assertThat(reference(submit(reader, id, comment)))
          .as("the very same request")
          .isEqualTo(reference(first));
    }
    assertThat(stored(id)).hasSize(1);
  }

  @Test
  void aProofIsSpentOnce() {
    var id = id(publish(article()));
    try (var reader = reader()) {
      var proof = reader.proof(id);
      var first = comment().put("altcha", proof);
      assertThat(submit(reader, id, first).status()).isEqualTo(202);
      var replay = submit(reader, id, comment().put("altcha", proof));
      assertThat(replay.status()).isEqualTo(422);
      assertThat(replay.error("altcha"))
          .isEqualTo("استُعمل رمز الأمان هذا من قبل. أرسل تعليقك مرة أخرى.");
      assertThat(submit(reader, id, first).status()).as("a retry").isEqualTo(202);
    }
    assertThat(stored(id)).hasSize(1);
  }

  @Test
  void aProofIsGoodForItsArticleAlone() {
    var id = id(publish(article()));
    var other = id(publish(article()));
    try (var reader = reader()) {
      var comment = comment().put("altcha", reader.proof(other));
      assertThat(submit(reader, id, comment).error("altcha"))
          .isEqualTo("رمز الأمان يخص صفحة أخرى.");
    }
    assertThat(stored(id)).isEmpty();
  }

  @Test
  void aCommentWithoutAProofIsRefusedByField() {
    var id = id(publish(article()));
    for (var bad : List.of("abc", "e30=", "[]", "{}", "bnVsbA==", "{\"algorithm\":1}")) {
      var answer = comments(id, comment().put("altcha", bad).toString());
      assertThat(answer.status()).as(bad).isEqualTo(422);
      assertThat(answer.error("altcha")).as(bad).isEqualTo("رمز الأمان غير صحيح.");
    }
    for (var without : List.of(comment(), comment().put("altcha", ""))) {
      assertThat(comments(id, without.toString()).error("altcha"))
          .isEqualTo("ينقص التعليق رمز الأمان.");
    }
    assertThat(comments(id, comment().put("altcha", 7).toString()).error("altcha"))
        .isEqualTo("يجب أن تكون القيمة نصا.");
    assertThat(stored(id)).isEmpty();
  }

  @Test
  void aChallengeNamesWhatAnyAltchaClientNeeds() {
    var id = id(publish(article()));
    var answer = get("/api/comments/challenge?article=" + id);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.json().path("algorithm").asText()).isEqualTo("SHA-256");
    assertThat(answer.json().path("challenge").asText()).matches("[0-9a-f]{64}");
    assertThat(answer.json().path("signature").asText()).matches("[0-9a-f]{64}");
    assertThat(answer.json().path("maxnumber").asLong()).isEqualTo(1000);
    assertThat(answer.json().path("salt").asText()).contains("expires=");
    for (var bad : List.of("", "?article=", "?article=x", "?article=" + id + "x")) {
      var refused = get("/api/comments/challenge" + bad);
      assertThat(refused.status()).as(bad).isEqualTo(422);
      assertThat(refused.error("article")).as(bad).isEqualTo("المعرّف غير صحيح.");
    }
  }

  @Test
  void theSixthCommentOfOneAddressHasToWait() throws InterruptedException {
    early();
    var id = id(publish(article()));
    try (var reader = reader()) {
      for (int i = 0; i < 5; i++) {
        var request =
            request("/api/articles/" + id + "/comments")
                .header("Content-Type", "application/json")
                .header("CloudFront-Viewer-Address", "9.9.9." + i + ":1")
                .header("X-Forwarded-For", "9.9.9." + i)
                .POST(json(comment().put("altcha", reader.proof(id))));
        assertThat(reader.send(request).statusCode()).isEqualTo(202);
      }
      var sixth = submit(reader, id, comment());
      assertThat(sixth.status()).isEqualTo(429);
      assertThat(Integer.parseInt(sixth.header("retry-after"))).isBetween(1, 600);
      assertThat(sixth.detail())
          .isEqualTo("أرسلت تعليقات كثيرة في وقت قصير. انتظر قليلا ثم أعد المحاولة.");
    }
    assertThat(comment(id, comment()).status()).isEqualTo(202);
    assertThat(stored(id)).hasSize(6);
  }

  /// Waits for the next window of ten minutes in which comments are counted, if this one is about
  /// to end.
  private static void early() throws InterruptedException {
    long left = 600 - Instant.now().getEpochSecond() % 600;
    if (left < 60) {
      Thread.sleep(Duration.ofSeconds(left));
    }
  }

  @Test
  void aFilledHoneypotIsAnsweredLikeAnyOtherAndRejected() {
    var id = id(publish(article()));
    var answer = comment(id, comment().put("website", "http://spam.example"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("status").asText()).isEqualTo("pending");
    assertThat(stored(id).getFirst().text("status")).isEqualTo("rejected");
  }

  @Test
  void wordsAndLinksDecideWhereACommentWaits() {
    var id = id(publish(article()));
    comment(id, comment().put("body", "يا ســافِــل، هذا رأيي"));
    comment(id, comment().put("body", "انظر https://a.example/1 و https://b.example/2"));
    comment(id, comment().put("body", "رابط واحد يكفي https://a.example/1"));
    assertThat(stored(id).stream().map(item -> item.text("status")))
        .containsExactly("rejected", "pending", "pending");
    assertThat(stored(id).get(0).texts("flags").getFirst())
        .contains("\"rule\":\"banned-word\"", "\"field\":\"body\"", "ســافِــل");
    assertThat(stored(id).get(1).texts("flags").getFirst()).contains("\"rule\":\"links\"");
    assertThat(stored(id).get(2).texts("flags")).isEmpty();
  }

  @Test
  void faultsAreNamedInTheReadersLanguage() {
    var id = id(publish(article()));
    var answer = comments(id, "{\"name\": \"\", \"email\": \"x\", \"body\": 4, \"colour\": 1}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("name")).isEqualTo("هذه الخانة إلزامية.");
    assertThat(answer.error("email")).isEqualTo("عنوان البريد الإلكتروني غير صحيح.");
    assertThat(answer.error("title")).isEqualTo("هذه الخانة إلزامية.");
    assertThat(answer.error("body")).isEqualTo("يجب أن تكون القيمة نصا.");
    assertThat(answer.error("termsAccepted"))
        .isEqualTo("لا يُقبل التعليق إلا بعد الموافقة على شروط الاستخدام.");
    assertThat(answer.error("colour")).isEqualTo("هذه الخانة غير معروفة.");
    var family = "👨‍👩‍👧‍👦";
    assertThat(comments(id, comment().put("body", family.repeat(2001)).toString()).status())
        .isIn(413, 422);
    assertThat(comments(id, comment().put("title", family.repeat(121)).toString()).error("title"))
        .isEqualTo("النص أطول من المسموح به: الحد الأقصى لعدد الأحرف 120.");
    assertThat(comments(id, comment().put("body", "س".repeat(20_000)).toString()).status())
        .isEqualTo(413);
  }

  @Test
  void aThreadThatIsNotThereOrClosedTakesNothing() {
    var closed = id(publish(article().put("commentsOpen", false)));
    var refused = comment(closed, comment());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).isEqualTo("باب التعليق مغلق.");
    var draft = id(publish(article().put("status", "draft")));
    assertThat(comment(draft, comment()).status()).isEqualTo(404);
    assertThat(comment("01ARZ3NDEKTSV4RRFFQ69G5FAV", comment()).status()).isEqualTo(404);
    var withdrawn = id(publish(article()));
    post("/api/articles/" + withdrawn + "/withdraw", object());
    assertThat(comment(withdrawn, comment()).status()).isEqualTo(409);
  }

  @Test
  void aFormLeadsBackToTheArticle() {
    var receipt = publish(article());
    var fields = fields();
    try (var reader = reader()) {
      fields.put("altcha", reader.proof(id(receipt)));
    }
    var answer =
        postForm(id(receipt), fields, Map.of("Origin", Newspaper.stack().uri().toString()));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location"))
        .matches(Pattern.quote(url(receipt)) + "\\?comment=[\\w-]+#comment-received");
    assertThat(get(answer.header("location").replaceAll("[?#].*", "")).status()).isEqualTo(200);
  }

  @Test
  void aFaultyFormComesBackWithEveryWordInIt() {
    var receipt = publish(article().put("headline", "مقال للتعليق"));
    var fields = fields();
    fields.put("email", "ليس بريدا");
    fields.put("body", "نص طويل <script>كتبته</script> & لا أريد أن أفقده");
    fields.remove("termsAccepted");
    var answer = postForm(id(receipt), fields, Map.of());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("content-type")).startsWith("text/html");
    assertThat(answer.text())
        .contains("نص طويل &lt;script&gt;كتبته&lt;/script&gt; &amp; لا أريد أن أفقده")
        .contains("عنوان البريد الإلكتروني غير صحيح.")
        .contains("مقال للتعليق")
        .contains("aria-invalid=\"true\"");
    assertThat(HtmlChecker.faults(answer.text())).isEmpty();
  }

  @Test
  void aFormWithoutScriptIsAskedAQuestion() {
    var receipt = publish(article().put("headline", "مقال بسؤال"));
    var fields = fields();
    fields.put("body", "نص فيه <b>وسم</b> و\"علامات\"");
    fields.put("altcha", "");
    var asked = postForm(id(receipt), fields, Map.of());
    assertThat(asked.status()).isEqualTo(200);
    assertThat(HtmlChecker.faults(asked.text())).isEmpty();
    assertThat(asked.text())
        .contains("مقال بسؤال", "نص فيه &lt;b&gt;وسم&lt;/b&gt; و\"علامات\"", "form@example.com");
    assertThat(stored(id(receipt))).isEmpty();

    fields.put("question", Question.token(asked.text()));
    fields.put("answer", "مئة");
    var wrong = postForm(id(receipt), fields, Map.of());
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("id=\"comment-answer-error\"", "نص فيه &lt;b&gt;");
    assertThat(Question.token(wrong.text())).isNotEqualTo(Question.token(asked.text()));

    fields.put("question", Question.token(wrong.text()));
    fields.put("answer", Question.answer(wrong.text()));
    var accepted = postForm(id(receipt), fields, Map.of());
    assertThat(accepted.status()).isEqualTo(303);
    assertThat(accepted.header("location")).matches("/api/comments/[\\w-]{56}");
    assertThat(get(accepted.header("location")).json().path("status").asText())
        .isEqualTo("pending");
    assertThat(stored(id(receipt))).hasSize(1);

    fields.put("body", "تعليق ثان بالجواب نفسه");
    var replay = postForm(id(receipt), fields, Map.of());
    assertThat(replay.status()).isEqualTo(422);
    assertThat(replay.text()).contains("تعليق ثان بالجواب نفسه", "id=\"comment-answer-error\"");
    assertThat(stored(id(receipt))).hasSize(1);
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    var id = id(publish(article()));
    var foreign = postForm(id, fields(), Map.of("Origin", "https://evil.example"));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.text())
        .contains("أُرسلت الاستمارة من موقع آخر. أرسلها من الصفحة التي تعلّق عليها.");
    assertThat(postForm(id, fields(), Map.of("Sec-Fetch-Site", "cross-site")).status())
        .isEqualTo(403);
    assertThat(stored(id)).isEmpty();
  }

  @Test
  void anythingElseIs415() {
    var answer =
        send(
            request("/api/articles/" + id(publish(article())) + "/comments")
                .header("Content-Type", "text/plain")
                .POST(json(comment())));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.detail())
        .isEqualTo("النوعان المقبولان هما application/json وapplication/x-www-form-urlencoded.");
  }

  private static Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", "قارئ الاستمارة");
    fields.put("email", "form@example.com");
    fields.put("title", "عنوان");
    fields.put("body", "تعليق من استمارة " + System.nanoTime());
    fields.put("website", "");
    fields.put("termsAccepted", "true");
    return fields;
  }

  private static Newspaper.Answer comments(String id, String body) {
    return send(
        request("/api/articles/" + id + "/comments")
            .header("Content-Type", "application/json")
            .POST(json(body)));
  }

  private static Newspaper.Answer postForm(
      String id, Map<String, String> fields, Map<String, String> headers) {
    var request =
        request("/api/articles/" + id + "/comments")
            .header("Content-Type", "application/x-www-form-urlencoded");
    headers.forEach(request::header);
    return send(request.POST(form(fields)));
  }

  private static Newspaper.Answer submit(Reader reader, String id, ObjectNode comment) {
    return new Newspaper.Answer(reader.comment(id, comment));
  }

  private static String reference(Newspaper.Answer answer) {
    return answer.json().path("reference").asText();
  }

  private static List<Item> stored(String id) {
    return new Table(Newspaper.stack().aws().dynamoDb(), "nashra-commentstable")
        .beginningWith("ARTICLE#" + id, "COMMENT#", 100);
  }
}
