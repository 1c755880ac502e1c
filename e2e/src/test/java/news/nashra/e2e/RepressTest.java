package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import news.nashra.local.stack.Audit;
import news.nashra.local.stack.Repress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.core.sync.RequestBody;

/// Tables are the truth: the demo edition, with its comments, and what was published and withdrawn
/// since, comes back byte for byte when all its pages are thrown away.
@ResourceLock(DemoNewspaper.LOCK)
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
    assertThat(new Audit(stack, 0).run()).isEqualTo(new Audit.Outcome(0, 0, 0));
  }

  @Test
  void theAuditSeesWhatIsWrong() {
    var stack = DemoNewspaper.stack();
    stack.settle();
    var s3 = stack.aws().s3();
    var site = stack.site();
    var stray = "2026/02/23/no-such-article/index.html";
    var byHand = "about/index.html"; // which no minute writes
    s3.putObject(r -> r.bucket(site).key(stray), RequestBody.fromString("forgotten"));
    s3.putObject(r -> r.bucket(site).key(byHand), RequestBody.fromString("by hand"));
    s3.deleteObject(r -> r.bucket(site).key("robots.txt"));
    try {
      assertThat(new Audit(stack, 0).run()).isEqualTo(new Audit.Outcome(1, 1, 1));
    } finally {
      s3.deleteObject(r -> r.bucket(site).key(stray));
      stack.invoke("RebuildHomepage", "{\"full\": true}".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(new Audit(stack, 0).run()).isEqualTo(new Audit.Outcome(0, 0, 0));
  }
}
