package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.delete;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import news.nashra.e2e.Newspaper.Answer;
import org.junit.jupiter.api.Test;

/// Editors take articles back and put them back, clear up drafts, and bring an archive.
class TakingBackTest {
  private static final String REASON = "نُشر الخبر قبل التحقق من مصدره، ونعتذر لقرائنا.";
  private static final List<String> LISTS =
      List.of("/", "/society/", "/feed.xml", "/latest.json", "/news-sitemap.xml");

  @Test
  void readersAreToldWhyAnArticleIsGone() {
    var headline = "خبر متسرع " + System.nanoTime();
    var receipt = publish(article().put("headline", headline).put("slug", "hasty-1"));
    put("/api/articles/" + id(receipt), "\"1\"", story(headline).put("slug", "hasty-2"));
    Newspaper.stack().settle();
    var withdrawn = act(receipt, "withdraw", object().put("publicReason", REASON));
    assertThat(withdrawn.status()).isEqualTo(200);
    Newspaper.stack().settle();
    for (var slug : List.of("hasty-1", "hasty-2")) {
      var path = url(receipt).replace("hasty-1", slug);
      var page = get(path);
      assertThat(page.status()).as(slug).isEqualTo(410);
      assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
      assertThat(page.text())
          .contains(REASON, "<meta name=\"robots\" content=\"noindex\">")
          .doesNotContain(headline);
      assertThat(HtmlChecker.faults(page.text())).isEmpty();
      var known = request(path).header("If-None-Match", page.header("etag")).GET();
      assertThat(send(known).status()).isEqualTo(304);
    }
    for (var list : LISTS) {
      assertThat(get(list).text()).as(list).doesNotContain("hasty-", headline);
    }
  }

  @Test
  void anArticleComesBackWithItsCommentsAtItsAddress() {
    var headline = "خبر يعود " + System.nanoTime();
    var receipt = publish(story(headline));
    var path = "/api/articles/" + id(receipt);
    var said = Newspaper.discuss(id(receipt), 1).getFirst();
    Newspaper.stack().settle();
    var before = read(path).json();
    act(receipt, "withdraw", object().put("publicReason", REASON));
    assertThat(act(receipt, "restore", object()).status()).isEqualTo(200);
    assertThat(act(receipt, "restore", object()).status()).isEqualTo(409);
    Newspaper.stack().settle();
    assertThat(get(url(receipt)).status()).isEqualTo(404);
    assertThat(Newspaper.comment(id(receipt), comment()).status()).isEqualTo(409);
    var draft = (ObjectNode) read(path).json();
    assertThat(put(path, "\"3\"", draft.put("status", "published")).status()).isEqualTo(200);
    Newspaper.stack().settle();
    assertThat(get(url(receipt)).status()).isEqualTo(200);
    assertThat(get(url(receipt)).text()).contains(headline, said);
    assertThat(Newspaper.comment(id(receipt), comment()).status()).isEqualTo(202);
    var after = read(path).json();
    assertThat(after.path("publishedAt")).isEqualTo(before.path("publishedAt"));
    assertThat(after.path("related")).isEqualTo(before.path("related"));
    assertThat(after.path("interruptions")).hasSize(1);
    for (var list : LISTS) {
      assertThat(get(list).text()).as(list).contains(headline);
    }
  }

  @Test
  void aDraftBeginsAsAHeadlineAndMayEndAsNothing() {
    var headline = "عنوان وحده " + System.nanoTime();
    var receipt = publish(object().put("headline", headline).put("status", "draft"));
    assertThat(receipt.status()).isEqualTo(201);
    var path = "/api/articles/" + id(receipt);
    assertThat(put(path, "\"1\"", read(path).json()).status()).isEqualTo(200);
    assertThat(read("/api/articles?status=draft&limit=100").text()).contains(headline);
    var copy = act(receipt, "duplicate", object());
    assertThat(copy.status()).isEqualTo(201);
    assertThat(read(copy.header("location")).json().path("headline").asText()).isEqualTo(headline);
    assertThat(delete(path, "\"2\"").status()).isEqualTo(204);
    for (var gone : List.of(path, path + "/revisions", path + "/revisions/1")) {
      assertThat(read(gone).status()).as(gone).isEqualTo(404);
    }
    Newspaper.stack().settle();
    assertThat(read(copy.header("location")).status()).isEqualTo(200);
  }

  @Test
  void anArticleFromAnArchiveIsOnItsDay() {
    var headline = "من صفحات الأرشيف " + System.nanoTime();
    var old = story(headline).put("publishedAt", "1957-06-01T08:00:00Z").put("imported", true);
    var receipt = publish(old);
    assertThat(url(receipt)).startsWith("/1957/06/01/");
    Newspaper.stack().settle();
    for (var list : List.of("/1957/06/01/", "/society/1957/06/")) {
      assertThat(get(list).text()).as(list).contains(headline);
    }
    assertThat(get("/sitemaps/1957-06.xml").text()).contains(url(receipt));
    assertThat(get("/sitemap.xml").text()).contains("/sitemaps/1957-06.xml");
    for (var news : List.of("/latest.json", "/fragments/latest.html", "/news-sitemap.xml")) {
      assertThat(get(news).text()).as(news).doesNotContain(headline);
    }
  }

  private static ObjectNode story(String headline) {
    return article().put("headline", headline);
  }

  private static Answer act(Answer receipt, String action, ObjectNode body) {
    return post("/api/articles/" + id(receipt) + "/" + action, body);
  }
}
