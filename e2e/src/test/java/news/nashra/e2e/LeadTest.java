package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What editors pin to the head of the homepage.
class LeadTest {
  private static final String LEAD = "/api/homepage/lead";

  @AfterEach
  void unpin() {
    pin();
  }

  @Test
  void whatIsPinnedStandsFirstInTheEditorsOrder() {
    var first = id(publish(article().put("headline", "المثبت أولا")));
    var second = id(publish(article().put("headline", "المثبت ثانيا")));
    publish(article().put("headline", "أحدث منهما"));
    Newspaper.stack().settle();
    var answer = pin(first, second);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString())
        .isEqualTo("{\"articles\":[\"" + first + "\",\"" + second + "\"]}");
    assertThat(get("/").text()).containsSubsequence("المثبت أولا", "المثبت ثانيا", "أحدث منهما");
    assertThat(Newspaper.read(LEAD).json()).isEqualTo(answer.json());
    Newspaper.post("/api/articles/" + first + "/withdraw", object());
    Newspaper.stack().settle();
    assertThat(get("/").text()).doesNotContain("المثبت أولا").contains("المثبت ثانيا");
    assertThat(Newspaper.read(LEAD).json().path("articles")).hasSize(1);
    assertThat(pin().json().path("articles")).isEmpty();
    assertThat(get("/").text()).containsSubsequence("أحدث منهما", "المثبت ثانيا");
  }

  @Test
  void whatCannotBePinnedIsNamed() {
    var published = id(publish(article()));
    var draft = id(publish(article().put("status", "draft")));
    var refused = pin(published, draft, "x", published);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.error("articles[0]")).isEmpty();
    assertThat(refused.error("articles[1]")).isEqualTo("لا يوجد مقال منشور بهذا المعرّف.");
    assertThat(refused.error("articles[2]")).isEqualTo("المعرّف غير صحيح.");
    assertThat(refused.error("articles[3]")).isEqualTo("تكررت هذه القيمة.");
    var six = pin(published, published, published, published, published, published);
    assertThat(six.status()).isEqualTo(422);
    assertThat(six.error("articles")).isEqualTo("العناصر أكثر من المسموح به: الحد الأقصى 5.");
    assertThat(put(object()).error("articles")).isEqualTo("هذه الخانة إلزامية.");
    assertThat(put(object().put("articles", "x")).error("articles"))
        .isEqualTo("يجب أن تكون القيمة قائمة.");
    var more = object().put("note", "x");
    more.putArray("articles");
    assertThat(put(more).error("note")).isEqualTo("هذه الخانة غير معروفة.");
    assertThat(send(request(LEAD).GET()).status()).isEqualTo(401);
    assertThat(send(Newspaper.asModerator(LEAD).GET()).status()).isEqualTo(403);
  }

  private static Newspaper.Answer pin(String... ids) {
    var lead = object();
    var articles = lead.putArray("articles");
    for (var id : ids) {
      articles.add(id);
    }
    return put(lead);
  }

  private static Newspaper.Answer put(Object body) {
    return send(asEditor(LEAD).PUT(json(body)));
  }
}
