package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.asModerator;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.decide;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.named;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.queue;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The newspaper's replies to comments, and bans of their senders.
class RepliesAndBansTest {
  @Test
  void aReplyIsOnThePageWithTheNameOfTheNewspaperUntilItIsWithdrawn() {
    var receipt = publish(article());
    var comment = shown(receipt);
    var reply = named(comment).put("body", "سألنا الوزارة.\nSee https://x.example/a.");
    var given = send(asEditor("/api/comments/replies").POST(json(reply)));
    assertThat(given.status()).isEqualTo(201);
    Newspaper.stack().settle();
    var page = Jsoup.parse(get(url(receipt)).text());
    var shown = page.expectFirst(".comments .reply");
    assertThat(shown.expectFirst("h4").text()).isEqualTo("نشرة رد الصحيفة");
    assertThat(shown.select(".said > span").eachAttr("dir")).containsExactly("rtl", "ltr");
    assertThat(shown.expectFirst(".said a").attr("href")).isEqualTo("https://x.example/a");
    assertThat(shown.outerHtml()).doesNotContain(given.json().at("/reply/by").asText());
    var facts = page.expectFirst("script[type=application/ld+json]").data();
    assertThat(facts).contains("\"comment\":{\"@type\":\"Comment\"", "#reply-");
    assertThat(HtmlChecker.faults(get(url(receipt)).text())).isEmpty();

    var edit = reply.deepCopy().put("body", "أجابت الوزارة.");
    edit.put("revision", given.json().path("revision").asInt());
    var edited = send(asModerator("/api/comments/replies").PUT(json(edit)));
    assertThat(edited.status()).isEqualTo(200);
    Newspaper.stack().settle();
    var after = Jsoup.parse(get(url(receipt)).text()).expectFirst(".reply");
    assertThat(after.text()).contains("أجابت الوزارة.", "عُدّل").doesNotContain("سألنا");

    var withdraw = named(comment).put("revision", edited.json().path("revision").asInt());
    var withdrawn = send(asEditor("/api/comments/replies").method("DELETE", json(withdraw)));
    assertThat(withdrawn.json().path("replyHistory")).hasSize(3);
    Newspaper.stack().settle();
    assertThat(get(url(receipt)).text()).doesNotContain("class=\"reply\"", "#reply-");
  }

  @Test
  void aReplyGoesWithItsComment() {
    var receipt = publish(article());
    var comment = shown(receipt);
    var reply = named(comment).put("body", "رد يذهب مع التعليق");
    send(asEditor("/api/comments/replies").POST(json(reply)));
    decide(comment, "reject");
    Newspaper.stack().settle();
    assertThat(get(url(receipt)).text()).doesNotContain("رد يذهب مع التعليق");
    decide(comment, "approve");
    Newspaper.stack().settle();
    assertThat(get(url(receipt)).text()).contains("رد يذهب مع التعليق");
  }

  @Test
  void aBannedPersonIsAnsweredLikeAnyOther() {
    var article = id(publish(article()));
    var email = "troll.of.this.test@example.com";
    assertThat(comment(article, comment().put("email", email)).status()).isEqualTo(202);
    var first = queue("?article=" + article).json().at("/items/0");
    var ban = named(first).put("by", "person").put("reason", "شتائم");
    ban.put("until", Instant.now().plus(Duration.ofHours(1)).toString());
    assertThat(send(asModerator("/api/comments/bans").POST(json(ban))).status()).isEqualTo(201);
    var answer = comment(article, comment().put("email", email));
    assertThat(answer.status()).isEqualTo(202);
    var reference = answer.json().path("reference").asText();
    assertThat(get("/api/comments/" + reference).json().path("status").asText())
        .isEqualTo("pending");
    var rejected = queue("?status=rejected&flag=banned-sender&article=" + article).json();
    assertThat(rejected.path("items")).hasSize(1);
    var all = queue("?article=" + article + "&person=" + first.path("commentId").asText()).json();
    assertThat(all.path("items").findValuesAsText("status")).containsExactly("rejected", "pending");
    var lift = named(first).put("by", "person");
    assertThat(send(asModerator("/api/comments/bans").method("DELETE", json(lift))).status())
        .isEqualTo(200);
  }

  @Test
  void moderatorsSeeTheArticleOfACommentAsReadersDo() {
    var receipt = publish(article());
    comment(id(receipt), comment());
    var item = queue("?article=" + id(receipt)).json().at("/items/0/article");
    assertThat(item.path("url").asText()).isEqualTo(url(receipt));
    var read = send(asModerator("/api/articles/" + id(receipt)).GET()).json();
    assertThat(read.properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "url", "headline", "bodyHtml", "publishedAt", "updatedAt");
    assertThat(read.path("headline")).isEqualTo(item.path("headline"));
    var draft = id(publish(article().put("status", "draft")));
    assertThat(send(asModerator("/api/articles/" + draft).GET()).status()).isEqualTo(404);
    assertThat(send(asModerator("/api/articles/" + draft + "/revisions").GET()).status())
        .isEqualTo(403);
  }

  @Test
  void withoutATokenNobodyRepliesOrBans() {
    for (var path : List.of("/api/comments/replies", "/api/comments/bans")) {
      assertThat(send(request(path).POST(json(object()))).status()).as(path).isEqualTo(401);
      assertThat(send(Newspaper.as("nobody", path).POST(json(object()))).status())
          .as(path)
          .isEqualTo(403);
    }
  }

  /// A comment that was approved.
  private static JsonNode shown(Newspaper.Answer receipt) {
    comment(id(receipt), comment());
    var comment = queue("?article=" + id(receipt)).json().at("/items/0");
    decide(comment, "approve");
    return comment;
  }
}
