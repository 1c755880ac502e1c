package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asModerator;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.decide;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.queue;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import news.nashra.comments.Comment;
import news.nashra.comments.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The queue of comments and what moderators do with it.
class ModerationTest {
  @ParameterizedTest
  @CsvSource({"nobody", "editor"})
  void onlyModeratorsModerate(String as) {
    var token = "Bearer " + Newspaper.stack().token(as);
    assertThat(send(request("/api/comments").header("Authorization", token).GET()).status())
        .isEqualTo(403);
    for (var path : List.of("/api/comments/decisions", "/api/comments/erasures")) {
      var post =
          request(path).header("Authorization", token).header("Content-Type", "application/json");
      assertThat(send(post.POST(json(object()))).status()).as(path).isEqualTo(403);
      assertThat(send(request(path).POST(json(object()))).status()).as(path).isEqualTo(401);
    }
  }

  @Test
  void theQueueIsOldestFirstAndPagesMeet() {
    var article = id(publish(article()));
    var sent = Newspaper.comments(article, 12);
    assertThat(walk("?limit=5&article=" + article)).isEqualTo(sent);
    var all = walk("?limit=7");
    assertThat(all).containsSubsequence(sent).doesNotHaveDuplicates();
    assertThat(queue("").json().path("oldestPending").asText()).matches("\\d{4}-.*Z");
  }

  @Test
  void nothingIsLeftOutOrGivenTwiceWhileCommentsArrive() {
    var article = id(publish(article()));
    var sent = new ArrayList<>(Newspaper.comments(article, 4));
    var seen = new ArrayList<String>();
    var next = "";
    for (int i = 0; i < 40 && (i == 0 || !next.isEmpty()); i++) {
      var page = queue("?limit=3" + next).json();
      bodies(page).forEach(seen::add);
      next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
      if (i < 4) {
        sent.addAll(Newspaper.comments(article, 2));
      }
    }
    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(sent);
  }

  @Test
  void theQueueIsFilteredByStatusArticleAndFlag() {
    var article = id(publish(article()));
    comment(article, comment().put("body", "عادي"));
    comment(article, comment().put("body", "https://a.example https://b.example"));
    comment(article, comment().put("body", "يا سافل"));
    var of = "article=" + article;
    assertThat(bodies(queue("?" + of).json()))
        .containsExactly("عادي", "https://a.example https://b.example");
    assertThat(bodies(queue("?flag=links&" + of).json()))
        .containsExactly("https://a.example https://b.example");
    assertThat(bodies(queue("?status=rejected&" + of).json())).containsExactly("يا سافل");
    assertThat(bodies(queue("?status=rejected&flag=banned-word&" + of).json())).hasSize(1);
    assertThat(bodies(queue("?status=approved&" + of).json())).isEmpty();
    var flag = queue("?flag=links&" + of).json().at("/items/0/flags/0");
    assertThat(flag.path("field").asText()).isEqualTo("body");
    assertThat(flag.path("matched").asText()).contains("https://a.example");
  }

  @ParameterizedTest
  @CsvSource({
    "article=x, المعرّف غير صحيح.",
    "limit=0, يجب أن تكون القيمة عددا من 1 إلى 100.",
    "limit=101, يجب أن تكون القيمة عددا من 1 إلى 100.",
    "limit=x, يجب أن تكون القيمة عددا من 1 إلى 100.",
    "cursor=x, المؤشر غير صحيح.",
    "cursor=%F0%9F%98%80, المؤشر غير صحيح."
  })
  void aBadFilterIsNamed(String query, String message) {
    refused(query, message);
  }

  @Test
  void aFilterThatIsUnknownIsToldWhichThereAre() {
    refused(
        "status=open",
        "حالة غير معروفة: القيم المقبولة هي " + String.join(", ", Comment.Status.words()) + ".");
    refused("flag=x", "علامة غير معروفة: القيم المقبولة هي " + String.join(", ", Flag.RULES) + ".");
  }

  private static void refused(String query, String message) {
    var answer = queue("?" + query);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error(query.replaceAll("=.*", ""))).isEqualTo(message);
  }

  @Test
  void decisionsAreIdempotentAndCanBeUndone() {
    var article = id(publish(article()));
    Newspaper.comments(article, 1);
    var comment = queue("?article=" + article).json().at("/items/0");
    for (var step : List.of("approve", "approve", "reject", "approve", "undo", "undo", "reject")) {
      var result = decide(comment, step);
      assertThat(result.path("status").asInt()).as(step).isEqualTo(200);
      assertThat(result.path("commentStatus").asText())
          .isEqualTo(
              step.equals("approve") ? "approved" : step.equals("undo") ? "pending" : "rejected");
    }
    var current = queue("?status=rejected&article=" + article).json().at("/items/0");
    assertThat(current.path("revision").asInt()).isEqualTo(6);
    assertThat(current.path("history").size()).isEqualTo(5);
    assertThat(current.at("/history/0/by").asText()).isNotEmpty();
    assertThat(current.at("/history/0/at").asText()).matches("\\d{4}-.*Z");
  }

  @Test
  void nobodyOverwritesAnothersDecisionUnseen() {
    var article = id(publish(article()));
    Newspaper.comments(article, 1);
    var comment = (ObjectNode) queue("?article=" + article).json().at("/items/0");
    var mine = decisionOf(comment, "approve").put("revision", 1);
    var theirs = decisionOf(comment, "reject").put("revision", 1);
    assertThat(results(mine).getFirst().path("status").asInt()).isEqualTo(200);
    var late = results(theirs).getFirst();
    assertThat(late.path("status").asInt()).isEqualTo(412);
    assertThat(late.path("commentStatus").asText()).isEqualTo("approved");
    assertThat(late.path("detail").asText())
        .isEqualTo("تغيّر هذا التعليق بعد أن قرأته. اقرأه من جديد ثم قرّر.");
    assertThat(results(theirs.put("revision", 2)).getFirst().path("status").asInt()).isEqualTo(200);
  }

  @Test
  void oneRequestDecidesManyEachForItself() {
    var article = id(publish(article()));
    Newspaper.comments(article, 30);
    var decisions = new ArrayList<ObjectNode>();
    for (var item : queue("?limit=100&article=" + article).json().path("items")) {
      decisions.add(
          decisionOf((ObjectNode) item, decisions.size() % 3 == 0 ? "reject" : "approve"));
    }
    decisions.add(7, decisionOf(decisions.get(7), "approve"));
    decisions.get(7).put("commentId", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
    var results = results(decisions.toArray(ObjectNode[]::new));
    assertThat(results).hasSize(31);
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).path("commentId")).isEqualTo(decisions.get(i).path("commentId"));
      assertThat(results.get(i).path("status").asInt()).isEqualTo(i == 7 ? 404 : 200);
    }
    assertThat(bodies(queue("?limit=100&status=approved&article=" + article).json())).hasSize(20);
    assertThat(results(decisions.toArray(ObjectNode[]::new))).isEqualTo(results);
  }

  @Test
  void aBadDecisionIsNamedByItsPlace() {
    var good = object().put("articleId", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
    good.put("commentId", "01ARZ3NDEKTSV4RRFFQ69G5FAV").put("decision", "approve");
    var bad = object().put("articleId", "x").put("decision", "burn").put("revision", 0);
    bad.put("colour", "red");
    var answer = decisions(good, bad);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error("decisions[1].articleId")).isEqualTo("المعرّف غير صحيح.");
    assertThat(answer.error("decisions[1].commentId")).isEqualTo("هذه الخانة إلزامية.");
    assertThat(answer.error("decisions[1].decision"))
        .isEqualTo("قرار غير معروف: القيم المقبولة هي approve, reject, undo.");
    assertThat(answer.error("decisions[1].revision")).isEqualTo("يجب أن تكون النسخة عددا موجبا.");
    assertThat(answer.error("decisions[1].colour")).isEqualTo("هذه الخانة غير معروفة.");
    var tooMany = new ObjectNode[101];
    Arrays.fill(tooMany, good);
    assertThat(decisions(tooMany).error("decisions"))
        .isEqualTo("العناصر أكثر من المسموح به: الحد الأقصى 100.");
    assertThat(decisions().error("decisions")).isEqualTo("أرسل قرارا واحدا على الأقل.");
  }

  @Test
  void aPersonsCommentsAreErasedEverywhere() {
    var one = publish(article());
    var other = id(publish(article()));
    var email = "Erase.Me" + System.nanoTime() + "@Example.com";
    comment(id(one), comment().put("email", email).put("body", "كلام سيُمحى"));
    comment(other, comment().put("email", email.toLowerCase(Locale.ROOT)));
    comment(id(one), comment().put("email", "stays@example.com").put("body", "كلام يبقى"));
    for (var item : queue("?article=" + id(one)).json().path("items")) {
      decide(item, "approve");
    }
    Newspaper.stack().settle();
    assertThat(Newspaper.get(Newspaper.url(one)).text()).contains("كلام سيُمحى", "كلام يبقى");

    var erased =
        send(asModerator("/api/comments/erasures").POST(json(object().put("email", email))));
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.json().path("erased").asInt()).isEqualTo(2);
    assertThat(erased.json().path("more").asBoolean()).isFalse();
    Newspaper.stack().settle();
    assertThat(Newspaper.get(Newspaper.url(one)).text())
        .contains("كلام يبقى")
        .doesNotContain("كلام سيُمحى");
    assertThat(bodies(queue("?article=" + other).json())).isEmpty();
    var again =
        send(asModerator("/api/comments/erasures").POST(json(object().put("email", email))));
    assertThat(again.json().path("erased").asInt()).isZero();
    var nobody = object().put("email", "ليس بريدا");
    var refused = send(asModerator("/api/comments/erasures").POST(json(nobody)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.error("email")).isEqualTo("عنوان البريد الإلكتروني غير صحيح.");
  }

  @Test
  void aSheetDoesNotCalculate() {
    var article = id(publish(article()));
    var formulas =
        List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=cmd|' /C calc'!A0", "\"=1\",=2");
    for (var f : formulas) {
      var body = f + "\n" + f + " " + formulas.indexOf(f);
      comment(article, comment().put("name", f).put("title", f).put("body", body));
    }
    var answer =
        send(
            asModerator("/api/comments?limit=1000&article=" + article)
                .header("Accept", "text/csv")
                .GET());
    assertThat(answer.header("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(answer.text()).startsWith("\uFEFF");
    var cells = Csv.read(answer.text().substring(1));
    assertThat(cells).hasSize(formulas.size() + 1);
    assertThat(cells).allSatisfy(row -> assertThat(row).hasSameSizeAs(cells.getFirst()));
    assertThat(cells.stream().flatMap(List::stream))
        .noneMatch(cell -> cell.matches("(?s)^[\\s]*[=+\\-@\\t\\r＝＋－＠].*"));
  }

  @Test
  void aSheetSaysWhatTheListSays() {
    var article = id(publish(article()));
    Newspaper.comments(article, 1);
    var item = (ObjectNode) queue("?article=" + article).json().at("/items/0");
    results(decisionOf(item, "reject").put("reason", "خارج الموضوع"));
    var answer =
        send(
            asModerator("/api/comments?status=rejected&article=" + article)
                .header("Accept", "text/csv")
                .GET());
    var rows = Csv.read(answer.text().substring(1));
    var row = new HashMap<String, String>();
    for (int i = 0; i < rows.getFirst().size(); i++) {
      row.put(rows.getFirst().get(i), rows.getLast().get(i));
    }
    for (var field : List.of("articleId", "commentId", "submittedAt", "name", "email", "body")) {
      assertThat(row).containsEntry(field, item.path(field).asText());
    }
    assertThat(row).containsEntry("revision", "2").containsEntry("status", "rejected");
    assertThat(row.get("terms")).isNotEmpty();
    assertThat(row.get("history")).endsWith("reject: خارج الموضوع");
  }

  private static List<String> walk(String query) {
    var bodies = new ArrayList<String>();
    var next = "";
    do {
      var page = queue(query + next).json();
      bodies.addAll(bodies(page));
      next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return bodies;
  }

  private static List<String> bodies(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("body").asText()).toList();
  }

  private static ObjectNode decisionOf(ObjectNode comment, String decision) {
    return Newspaper.named(comment).put("decision", decision);
  }

  private static Newspaper.Answer decisions(ObjectNode... decisions) {
    var body = object();
    body.putArray("decisions").addAll(List.of(decisions));
    return send(asModerator("/api/comments/decisions").POST(json(body)));
  }

  private static List<JsonNode> results(ObjectNode... decisions) {
    var answer = decisions(decisions);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("results").valueStream().toList();
  }
}
