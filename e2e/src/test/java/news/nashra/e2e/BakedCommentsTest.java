package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.decide;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.queue;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Comments as readers find them: on the article's page and on the pages of comments.
@Order(1)
class BakedCommentsTest {
  private static final Pattern SAID =
      Pattern.compile("<blockquote class=\"said\" dir=\"rtl\">([^<]*)</blockquote>");

  @Test
  void anApprovedCommentIsOnThePageUntilItIsRejected() {
    var receipt = publish(article());
    var sent = comment(id(receipt), comment().put("body", "تعليق يظهر ثم يختفي"));
    var reference = sent.json().path("reference").asText();
    assertThat(status(reference).path("status").asText()).isEqualTo("pending");
    assertThat(status(reference).has("url")).isFalse();
    var comment = queue("?article=" + id(receipt)).json().at("/items/0");

    decide(comment, "approve");
    Newspaper.stack().settle();
    assertThat(said(url(receipt))).containsExactly("تعليق يظهر ثم يختفي");
    assertThat(get(url(receipt)).text()).contains("\"commentCount\":1");
    var published = status(reference);
    assertThat(published.path("status").asText()).isEqualTo("published");
    var place = published.path("url").asText().split("#", 2);
    assertThat(place[0]).isEqualTo(url(receipt) + "comments/1/");
    assertThat(get(place[0]).text()).contains("<article id=\"" + place[1] + "\"");

    decide(comment, "reject");
    Newspaper.stack().settle();
    assertThat(said(url(receipt))).isEmpty();
    assertThat(status(reference).path("status").asText()).isEqualTo("declined");
    assertThat(status(reference).has("url")).isFalse();
  }

  @Test
  void aStatusIsAPageWhereABrowserAsks() {
    var receipt = publish(article());
    var reference = comment(id(receipt), comment()).json().path("reference").asText();
    var page = send(request("/api/comments/" + reference).header("Accept", "text/html,*/*").GET());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.text()).contains("لم يقرأه المحررون بعد", reference, "noindex");
    assertThat(HtmlChecker.faults(page.text())).isEmpty();
    for (var bad : List.of("x", reference + "x", reference.substring(1), "%00", "a%2Fb")) {
      assertThat(get("/api/comments/" + bad).status()).as(bad).isEqualTo(404);
    }
    var gone = send(request("/api/comments/none").header("Accept", "text/html").GET());
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.header("content-type")).startsWith("text/html");
  }

  @Test
  void aNewCommentRewritesTwoPages() {
    var receipt = publish(article());
    var path = url(receipt);
    var bodies = Newspaper.discuss(id(receipt), 104);
    Newspaper.stack().settle();
    assertThat(said(path)).isEqualTo(bodies.subList(94, 104).reversed());
    assertThat(said(path + "comments/1/")).isEqualTo(bodies.subList(0, 50).reversed());
    assertThat(said(path + "comments/2/")).isEqualTo(bodies.subList(50, 100).reversed());
    assertThat(said(path + "comments/3/")).isEqualTo(bodies.subList(100, 104).reversed());
    assertThat(get(path + "comments/4/").status()).isEqualTo(404);
    for (var page : List.of(path, path + "comments/1/", path + "comments/3/")) {
      assertThat(HtmlChecker.faults(get(page).text())).as(page).isEmpty();
    }
    var first = get(path + "comments/1/").header("etag");
    bodies.addAll(Newspaper.discuss(id(receipt), 1));
    Newspaper.stack().settle();
    assertThat(get(path + "comments/1/").header("etag")).isEqualTo(first);
    assertThat(said(path + "comments/3/")).isEqualTo(bodies.subList(100, 105).reversed());
    assertThat(said(path)).isEqualTo(bodies.subList(95, 105).reversed());

    var oldest = Newspaper.items("?status=approved&limit=60&article=" + id(receipt));
    Newspaper.decideAll(oldest, "reject");
    bodies.subList(0, 60).clear();
    Newspaper.stack().settle();
    assertThat(said(path)).isEqualTo(bodies.subList(35, 45).reversed());
    assertThat(said(path + "comments/1/")).isEqualTo(bodies.reversed());
    for (var page : List.of("comments/2/", "comments/3/")) {
      assertThat(get(path + page).status()).as(page).isEqualTo(404);
    }

    post("/api/articles/" + id(receipt) + "/withdraw", object());
    Newspaper.stack().settle();
    for (var page : List.of("", "comments/1/", "comments/2/")) {
      assertThat(get(path + page).status()).as(page).isEqualTo(404);
    }
  }

  @Test
  void aClosedArticleShowsItsCommentsAndSaysSo() {
    var receipt = publish(article());
    Newspaper.discuss(id(receipt), 2);
    put("/api/articles/" + id(receipt), "\"1\"", article().put("commentsOpen", false));
    Newspaper.stack().settle();
    assertThat(said(url(receipt))).hasSize(2);
    assertThat(get(url(receipt)).text()).contains("باب التعليق مغلق").doesNotContain("<form");
    assertThat(comment(id(receipt), comment()).status()).isEqualTo(409);
  }

  private static List<String> said(String path) {
    return SAID.matcher(get(path).text()).results().map((MatchResult m) -> m.group(1)).toList();
  }

  private static JsonNode status(String reference) {
    return get("/api/comments/" + reference).json();
  }
}
