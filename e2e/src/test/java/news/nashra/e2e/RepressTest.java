package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static org.assertj.core.api.Assertions.assertThat;

import news.nashra.local.stack.Repress;
import org.junit.jupiter.api.Test;

/// Tables are the truth: the demo edition, with its comments, and what was published and withdrawn
/// since, comes back byte for byte when all its pages are thrown away.
class RepressTest {
  @Test
  void aSitePressedFromTheTablesIsTheSiteThatWas() {
    var stack = DemoNewspaper.stack();
    var gone = article().put("headline", "خبر سيُسحب").put("byline", "كاتب وحيد");
    gone.putArray("tags").add("وسم وحيد");
    var id = Newspaper.call(stack, "editor", "/api/articles", gone).path("id").asText();
    stack.settle();
    assertThat(DemoNewspaper.get("/topics/%D9%88%D8%B3%D9%85-%D9%88%D8%AD%D9%8A%D8%AF/"))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(200);
    Newspaper.call(stack, "editor", "/api/articles/" + id + "/withdraw", Newspaper.object());
    stack.settle();
    assertThat(DemoNewspaper.get("/topics/%D9%88%D8%B3%D9%85-%D9%88%D8%AD%D9%8A%D8%AF/"))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(404);
    var outcome = new Repress(stack, stack.site()).run();
    assertThat(outcome.differing()).isEmpty();
    assertThat(outcome.pages()).isGreaterThan(100);
  }
}
