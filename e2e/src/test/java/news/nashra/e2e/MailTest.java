package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.as;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.queue;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import news.nashra.core.http.Json;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Reader;
import news.nashra.local.stack.Stack;
import news.nashra.site.Edition;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail, from the tick in the form to the last link.
@Order(1)
class MailTest {
  private final Stack newspaper = Newspaper.stack();

  @Test
  void aReaderWhoAsksIsToldOfAReplyUntilTheyUnsubscribe() {
    var receipt = publish(article());
    var form = Jsoup.parse(get(url(receipt)).text()).expectFirst("#comment-form");
    assertThat(form.expectFirst("[name=notify]").attr("value")).isEqualTo("true");
    var email = "asks.for.mail@example.com";
    var first = sent(receipt, email);
    assertThat(first.path("notify").asBoolean()).isTrue();
    var confirmation = Mails.to(newspaper, email);
    assertThat(confirmation).hasSize(1);
    assertThat(confirmation.getFirst()).doesNotContain("List-Unsubscribe", "تعليق رقم", "قارئة");
    var confirm = Mails.link(confirmation.getFirst(), "/confirm");
    var page = get(confirm);
    assertThat(page.status()).isEqualTo(200);
    assertThat(HtmlChecker.faults(page.text())).isEmpty();
    Mails.approve(newspaper, first);
    var since = Mails.reply(newspaper, first).at("/reply/at").asText();
    assertThat(Mails.to(newspaper, email)).as("a GET confirms nothing").hasSize(1);

    assertThat(Mails.post(newspaper, confirm).status()).isEqualTo(200);
    var mails = Mails.to(newspaper, email);
    assertThat(mails).hasSize(2);
    var answer = mails.getLast();
    assertThat(answer)
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
        .contains("From: =?UTF-8?B?2YbYtNix2Kk=?= <newspaper@news.example>\r\n")
        .contains(newspaper.uri() + url(receipt) + "comments/1/#comment-");
    assertThat(get(Mails.link(answer, url(receipt))).text()).contains("رد الصحيفة على هذا التعليق");

    replay("answer#" + id(receipt) + "#" + first.path("commentId").asText() + "#" + since);
    assertThat(Mails.to(newspaper, email)).as("a message that comes twice").hasSize(2);

    var second = sent(receipt, email);
    Mails.approve(newspaper, second);
    var stop = Mails.link(answer, "/unsubscribe");
    assertThat(answer).contains("List-Unsubscribe: <" + newspaper.uri() + stop + ">\r\n");
    assertThat(get(stop).text()).contains("<form");
    assertThat(Mails.post(newspaper, stop).status()).isEqualTo(200);
    Mails.reply(newspaper, second);
    assertThat(Mails.to(newspaper, email)).as("after the unsubscription").hasSize(2);
  }

  @Test
  void aModeratorGetsTheDigest() throws IOException {
    var hour = Instant.now().atZone(Edition.load().timeZone()).getHour();
    assumeTrue(hour >= 7 && hour < 22, "in the night no digest is sent");
    var path = "/api/comments/digest";
    var email = "moderator.of.this.test@example.com";
    var user = "editor,moderator";
    send(as(user, path).DELETE());
    assertThat(send(as(user, path).PUT(json(object().put("email", email)))).status())
        .isEqualTo(202);
    var confirm = Mails.link(Mails.to(newspaper, email).getFirst(), "/confirm");
    assertThat(Mails.post(newspaper, confirm).status()).isEqualTo(200);
    comment(id(publish(article().put("headline", "مقال ينتظر تعليقه قرارا"))), comment());
    Newspaper.invoke(newspaper, "ModerateComments", "moderate-comments-schedule");
    var mails = Mails.to(newspaper, email);
    assertThat(mails).hasSize(2);
    assertThat(mails.getLast())
        .contains("مقال ينتظر تعليقه قرارا", "List-Unsubscribe: <")
        .doesNotContain("reader@example.com", "تعليق رقم");
    assertThat(Mails.post(newspaper, Mails.link(mails.getLast(), "/unsubscribe")).status())
        .isEqualTo(200);
    assertThat(send(as(user, path).GET()).json().path("status").asText()).isEqualTo("none");
  }

  @Test
  void aMailThatIsOwedWhenTheNewspaperStopsIsSentOnce(@TempDir Path data) {
    var email = "reader@example.com";
    JsonNode comment;
    try (var stack = Stack.start(Options.keeping(Newspaper.HOME, data))) {
      var article = Newspaper.call(stack, "editor", "/api/articles", article()).path("id").asText();
      try (var reader = new Reader(stack.uri(), 1)) {
        reader.comment(article, comment().put("notify", true));
      }
      var confirm = Mails.link(Mails.to(stack, email).getFirst(), "/confirm");
      Mails.post(stack, confirm);
      comment =
          Newspaper.call(stack, "moderator", "/api/comments?article=" + article, null)
              .at("/items/0");
      Mails.approve(stack, comment);
      Mails.reply(stack, comment);
    }
    try (var stack = Stack.start(Options.keeping(Newspaper.HOME, data))) {
      assertThat(Mails.to(stack, email)).hasSize(2);
      assertThat(Mails.to(stack, email)).hasSize(2);
    }
  }

  @Test
  void theMailsAreReadableOnThisMachine() {
    sent(publish(article()), "reads.mail@example.com");
    Mails.to(newspaper, "reads.mail@example.com");
    var list = Jsoup.parse(get("/local/mail/").text());
    var mail = list.select("li a[href*=reads.mail]").attr("href");
    assertThat(get("/local/mail/" + mail).text()).contains("reads.mail@example.com", "<a href=");
  }

  private static void replay(String mail) {
    var record =
        object().put("messageId", "m1").put("body", Json.write(object().put("mail", mail)));
    var event = object();
    event.putArray("Records").add(record);
    var answer =
        Newspaper.stack().invoke("SendMail", event.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
  }

  /// A comment whose writer asks for mail, as moderators see it.
  private static JsonNode sent(Newspaper.Answer receipt, String email) {
    var sent = comment(id(receipt), comment().put("email", email).put("notify", true));
    assertThat(sent.status()).isEqualTo(202);
    return queue("?article=" + id(receipt)).json().at("/items/0");
  }
}
