package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import news.nashra.core.Parallel;
import org.junit.jupiter.api.Test;

class PublishTest {
  @Test
  void aPublishedArticleStandsAtItsAddressAtOnce() {
    var receipt = publish(article().put("headline", "درب \"الغابة\" وشركة ACME في 2026 🎉"));
    assertThat(receipt.status()).isEqualTo(201);
    assertThat(receipt.header("location")).isEqualTo("/api/articles/" + id(receipt));
    assertThat(receipt.header("etag")).isEqualTo("\"1\"");
    assertThat(receipt.json().path("pressed")).hasSize(1);
    assertThat(receipt.json().path("millis").isIntegralNumber()).isTrue();
    assertThat(url(receipt)).matches("/\\d{4}/\\d\\d/\\d\\d/[a-z0-9%A-F-]+/");
    var page = get(url(receipt));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("etag"))
        .isEqualTo(receipt.json().path("pressed").get(0).path("etag").asText());
    assertThat(page.text()).contains("ACME في 2026 🎉").contains("جملة أولى في هذا الخبر");
  }

  @Test
  void aSecondArticleOfTheSameNameGetsANumber() {
    var first = url(publish(article().put("slug", "Same Name")));
    assertThat(first).endsWith("/same-name/");
    assertThat(url(publish(article().put("slug", "same-name")))).endsWith("/same-name-2/");
    assertThat(url(publish(article().put("slug", "same-name")))).endsWith("/same-name-3/");
  }

  @Test
  void aDraftHasNoAddressUntilItIsPublished() {
    var draft = publish(article().put("status", "draft"));
    assertThat(draft.status()).isEqualTo(201);
    assertThat(draft.json().has("url")).isFalse();
    assertThat(draft.json().path("pressed")).isEmpty();
    var published = put("/api/articles/" + id(draft), "\"1\"", article());
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.header("etag")).isEqualTo("\"2\"");
    assertThat(get(url(published)).status()).isEqualTo(200);
  }

  @Test
  void ofTwoEditorsOfOneRevisionOneIsRefused() {
    var id = id(publish(article()));
    var tasks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 4; i++) {
      var text = "نسخة المحرر " + i;
      tasks.add(
          () -> put("/api/articles/" + id, "\"1\"", article().put("headline", text)).status());
    }
    assertThat(Parallel.all(tasks)).containsExactlyInAnyOrder(200, 412, 412, 412);
    var head = read("/api/articles/" + id);
    assertThat(head.json().path("revision").asInt()).isEqualTo(2);
    assertThat(get(url(head)).text()).contains(head.json().path("headline").asText());
    assertThat(read("/api/articles/" + id + "/revisions").json().path("items")).hasSize(2);
    assertThat(read("/api/articles/" + id + "/revisions/1").json().path("headline").asText())
        .isEqualTo("خبر قصير للتجربة");
  }

  @Test
  void aRevisionNeedsTheRevisionThatWasSeen() {
    var path = "/api/articles/" + id(publish(article()));
    assertThat(send(asEditor(path).PUT(json(article()))).status()).isEqualTo(428);
    assertThat(put(path, "*", article()).status()).isEqualTo(428);
    assertThat(put(path, "\"7\"", article()).status()).isEqualTo(412);
    var stale = put(path, "W/\"7\"", article());
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.detail())
        .isEqualTo("لا تطابق قيمة If-Match النسخة الحالية. اقرأ المقال من جديد ثم أعد المحاولة.");
    assertThat(put(path, "\"7\", \"1\"", article()).status()).isEqualTo(200);
    assertThat(put(path, "W/\"2\"", article()).status())
        .as("weakened by CloudFront")
        .isEqualTo(200);
    assertThat(put("/api/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV", "\"1\"", article()).status())
        .isEqualTo(404);
  }

  @Test
  void aRepeatedRequestMakesOneArticle() {
    var key = "key-" + System.nanoTime();
    var first = keyed(key, article().toString());
    var again = keyed(key, article().toString());
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(id(again)).isEqualTo(id(first));
    assertThat(url(again)).isEqualTo(url(first));
    assertThat(again.header("etag")).isEqualTo("\"1\"");
    var other = keyed(key, article().put("headline", "خبر آخر").toString());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.error("Idempotency-Key"))
        .isEqualTo("استُعمل هذا المفتاح من قبل مع طلب مختلف.");
  }

  @Test
  void requestsSentAtTheSameTimeUnderOneKeyMakeOneArticle() {
    var key = "race-" + System.nanoTime();
    var tasks = new ArrayList<Callable<String>>();
    for (int i = 0; i < 6; i++) {
      tasks.add(() -> id(keyed(key, article().toString())));
    }
    var ids = Parallel.all(tasks);
    assertThat(ids).doesNotContain("").containsOnly(ids.getFirst());
  }

  @Test
  void aFormerAddressLeadsToTheNewOne() {
    var receipt = publish(article().put("slug", "before-" + System.nanoTime()));
    var old = url(receipt);
    var moved =
        put(
            "/api/articles/" + id(receipt),
            "\"1\"",
            article().put("slug", "after-" + System.nanoTime()));
    assertThat(url(moved)).isNotEqualTo(old);
    assertThat(get(url(moved)).status()).isEqualTo(200);
    var redirect = get(old);
    assertThat(redirect.status()).isEqualTo(301);
    assertThat(redirect.header("location")).isEqualTo(url(moved));
    assertThat(redirect.text()).contains("url=" + url(moved));
    var removed =
        post("/api/articles/" + id(receipt) + "/withdraw", object()).json().path("removed");
    assertThat(removed).hasSize(2);
    assertThat(get(old).status()).isEqualTo(404);
    assertThat(get(url(moved)).status()).isEqualTo(404);
  }

  @Test
  void aHeadlineThatChangesKeepsItsAddressAndReachesThePagesThatPointToIt() {
    var target = publish(article().put("headline", "عنوان قديم " + System.nanoTime()));
    var pointing = article();
    pointing.putArray("related").add(id(target));
    var from = publish(pointing);
    assertThat(get(url(from)).text()).contains("عنوان قديم");
    var renamed =
        put("/api/articles/" + id(target), "\"1\"", article().put("headline", "عنوان جديد تماما"));
    assertThat(url(renamed)).isEqualTo(url(target));
    Newspaper.stack().settle();
    assertThat(get(url(from)).text()).contains("عنوان جديد تماما").doesNotContain("عنوان قديم");
    assertThat(post("/api/articles/" + id(target) + "/withdraw", object()).status()).isEqualTo(200);
    Newspaper.stack().settle();
    assertThat(get(url(from)).text()).doesNotContain("عنوان جديد تماما");
  }

  @Test
  void aWithdrawnArticleIsGoneForReadersAndKeptForEditors() {
    var receipt = publish(article());
    var path = "/api/articles/" + id(receipt);
    var withdrawn = post(path + "/withdraw", object().put("reason", "خطأ في المصدر"));
    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(withdrawn.json().path("removed").get(0).asText()).endsWith("/index.html");
    assertThat(get(url(receipt)).status()).isEqualTo(404);
    assertThat(read(path).json().path("status").asText()).isEqualTo("withdrawn");
    var again = post(path + "/withdraw", object());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.detail()).isEqualTo("سُحب هذا المقال من النشر، فلا يمكن تغييره.");
    assertThat(put(path, "\"2\"", article()).status()).isEqualTo(409);
    assertThat(read("/api/articles?status=withdrawn").text()).contains(id(receipt));
    assertThat(read("/api/articles?status=published&limit=100").text()).doesNotContain(id(receipt));
  }

  @Test
  void aPublishedArticleDoesNotBecomeADraft() {
    var path = "/api/articles/" + id(publish(article()));
    var refused = put(path, "\"1\"", article().put("status", "draft"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).isEqualTo("نُشر هذا المقال، فلا يعود مسودة. يمكنك سحبه من النشر.");
  }

  @Test
  void whatWasReadCanBeSentBack() {
    var path = "/api/articles/" + id(publish(article().put("city", "الرباط")));
    var sent = put(path, "\"1\"", read(path).text());
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    assertThat(read(path).json().path("city").asText()).isEqualTo("الرباط");
  }

  @Test
  void theListGoesOnWhereItStopped() {
    var published = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      published.add(id(publish(article().put("section", "technology"))));
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page =
          read("/api/articles?status=published&section=technology&limit=2&cursor=" + cursor).json();
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      cursor = page.path("next").asText();
    } while (!cursor.isEmpty());
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.subList(0, 5)).isEqualTo(published.reversed());
  }

  @Test
  void aPreviewStoresNothing() {
    var preview = post("/api/articles/preview", article().put("headline", "معاينة فقط"));
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.header("content-type")).startsWith("text/html");
    assertThat(preview.text()).contains("معاينة فقط");
    assertThat(read("/api/articles?limit=100").text()).doesNotContain("معاينة فقط");
  }

  @Test
  void aCorrectionIsShownToReaders() {
    var receipt = publish(article());
    put("/api/articles/" + id(receipt), "\"1\"", article().put("correction", "صححنا اسم المدينة."));
    assertThat(get(url(receipt)).text()).contains("صححنا اسم المدينة.");
  }

  private static Newspaper.Answer keyed(String key, String body) {
    return send(asEditor("/api/articles").header("Idempotency-Key", key).POST(json(body)));
  }
}
