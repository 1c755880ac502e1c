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
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import org.junit.jupiter.api.Test;

class CommentTest {
  private static int reader = 1;

  @Test
  void anAcceptedCommentIsStored() throws IOException {
    var id = id(publish(article()));
    var answer = submit(id, comment().put("body", "سطر\u202Eأول\r\nسطر ثان").toString());
    assertThat(answer).startsWith("HTTP/1.1 202");
    assertThat(answer)
        .contains("\"status\":\"pending\"")
        .containsPattern("\"reference\":\"[\\w-]{40,}\"");
    var stored = stored(id);
    assertThat(stored).hasSize(1);
    assertThat(stored.getFirst().text("body")).isEqualTo("سطرأول\nسطر ثان");
    assertThat(stored.getFirst().text("status")).isEqualTo("pending");
    assertThat(stored.getFirst().text("terms")).isEqualTo("2026-01");
    assertThat(stored.getFirst().toString()).doesNotContain("127.0.");
  }

  @Test
  void aRepeatedCommentAnswersTheFirstReference() throws IOException {
    var id = id(publish(article()));
    var body = comment().toString();
    int address = reader();
    assertThat(reference(submit(id, body, address)))
        .isEqualTo(reference(submit(id, body, address)));
    assertThat(stored(id)).hasSize(1);
  }

  @Test
  void theSixthCommentOfOneAddressHasToWait() throws IOException {
    var id = id(publish(article()));
    int address = reader();
    for (int i = 0; i < 5; i++) {
      assertThat(submit(id, comment().toString(), address)).startsWith("HTTP/1.1 202");
    }
    var sixth = submit(id, comment().toString(), address);
    assertThat(sixth).startsWith("HTTP/1.1 429").containsPattern("(?i)retry-after: [1-9]\\d*");
    assertThat(submit(id, comment().toString(), reader())).startsWith("HTTP/1.1 202");
    assertThat(stored(id)).hasSize(6);
  }

  @Test
  void aFilledHoneypotIsAnsweredLikeAnyOtherAndRejected() throws IOException {
    var id = id(publish(article()));
    assertThat(submit(id, comment().put("website", "http://spam.example").toString()))
        .startsWith("HTTP/1.1 202")
        .contains("pending");
    assertThat(stored(id).getFirst().text("status")).isEqualTo("rejected");
  }

  @Test
  void faultsAreNamedInTheReadersLanguage() {
    var id = id(publish(article()));
    var answer = comments(id, "{\"name\": \"\", \"email\": \"x\", \"body\": 4, \"colour\": 1}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("name")).isEqualTo("هذه الخانة إلزامية.");
    assertThat(answer.error("email")).isEqualTo("عنوان البريد الإلكتروني غير صحيح.");
    for (var field : List.of("title", "body", "termsAccepted", "colour")) {
      assertThat(answer.error(field)).as(field).isNotEmpty();
    }
    var family = "👨‍👩‍👧‍👦";
    assertThat(comments(id, comment().put("body", family.repeat(2001)).toString()).status())
        .isIn(413, 422);
    assertThat(comments(id, comment().put("title", family.repeat(121)).toString()).error("title"))
        .contains("120");
    assertThat(comments(id, comment().put("body", "س".repeat(20_000)).toString()).status())
        .isEqualTo(413);
  }

  @Test
  void anAltchaPayloadIsTakenAndUnused() throws IOException {
    var id = id(publish(article()));
    assertThat(submit(id, comment().put("altcha", "abc").toString())).startsWith("HTTP/1.1 202");
  }

  @Test
  void aThreadThatIsNotThereOrClosedTakesNothing() {
    var closed = id(publish(article().put("commentsOpen", false)));
    assertThat(comments(closed, comment().toString()).status()).isEqualTo(409);
    var draft = id(publish(article().put("status", "draft")));
    assertThat(comments(draft, comment().toString()).status()).isEqualTo(404);
    assertThat(comments("01ARZ3NDEKTSV4RRFFQ69G5FAV", comment().toString()).status())
        .isEqualTo(404);
    var withdrawn = id(publish(article()));
    post("/api/articles/" + withdrawn + "/withdraw", object());
    assertThat(comments(withdrawn, comment().toString()).status()).isEqualTo(409);
  }

  @Test
  void aFormLeadsBackToTheArticle() {
    var receipt = publish(article());
    var answer =
        postForm(id(receipt), fields(), Map.of("Origin", Newspaper.stack().uri().toString()));
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
  void aFormOfAnotherSiteIsRefused() {
    var id = id(publish(article()));
    assertThat(postForm(id, fields(), Map.of("Origin", "https://evil.example")).status())
        .isEqualTo(403);
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

  private static synchronized int reader() {
    return ++reader;
  }

  private static String submit(String id, String body) throws IOException {
    return submit(id, body, reader());
  }

  /// Sends a comment from a loopback address of its own: to the newspaper, another reader.
  private static String submit(String id, String body, int address) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var uri = Newspaper.stack().uri();
    var here = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) address});
    var there = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (var socket = new Socket(there, uri.getPort(), here, 0)) {
      OutputStream out = socket.getOutputStream();
      var head =
          "POST /api/articles/%s/comments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nCloudFront-Viewer-Address: 9.9.9.9:1\r\nContent-Length: %d\r\n\r\n"
              .formatted(id, bytes.length);
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String reference(String answer) {
    return answer.replaceAll("(?s).*\"reference\":\"([\\w-]+)\".*", "$1");
  }

  private static List<Item> stored(String id) {
    return new Table(Newspaper.stack().aws().dynamoDb(), "nashra-commentstable")
        .beginningWith("ARTICLE#" + id, "COMMENT#", 100);
  }
}
