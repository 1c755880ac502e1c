package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a page does for a reader fails one thing at a time, in Chromium without the part of it that
/// a thing needs.
class FailingScriptTest extends BrowserTest {
  private final List<String> errors = new ArrayList<>();
  private String address = "";

  @BeforeAll
  void publishSome() {
    publish(article());
    address = url(publish(article().put("headline", "خبر لمتصفح قديم")));
    Newspaper.stack().settle();
    Newspaper.stack().fireSchedules();
    Newspaper.forgetRates();
  }

  @Test
  void withoutSegmenterOnlyTheCountOfCharactersIsMissing() {
    var page = pageAfter("delete Intl.Segmenter");
    latestAndTextSizeWork(page);
    page.locator("#comment-name").fill("قارئة");
    page.locator("#comment-email").fill("reader@example.com");
    page.locator("#comment-title").fill("رأيي");
    page.locator("#comment-body").fill("تعليق من متصفح قديم " + System.nanoTime());
    page.locator("#comment-terms").check();
    page.waitForCondition(() -> errors.size() == 1);
    assertThat(page.locator("#comment-body-left").textContent()).startsWith("الحد الأقصى");
    page.reload();
    PlaywrightAssertions.assertThat(page.locator("#comment-body"))
        .hasValue(Pattern.compile("^تعليق من متصفح قديم"));
    page.locator("#comment-terms").check();
    page.waitForCondition(() -> errors.size() == 2);
    page.locator("#comment-form button").click();
    page.waitForURL("**/?comment=*");
    assertThat(page.locator("#comment-reference").textContent()).matches("[\\w-]{56}");
    assertThat(errors).hasSize(2).allMatch(error -> error.contains("Segmenter"));
  }

  @Test
  void aCommentFormThatFailsWhollyLeavesTheArticleAsItIs() {
    var page = pageAfter("delete globalThis.URLSearchParams");
    latestAndTextSizeWork(page);
    assertThat(page.locator("#comment-form").isVisible()).isTrue();
    assertThat(errors).singleElement().asString().contains("URLSearchParams");
  }

  private void latestAndTextSizeWork(Page page) {
    page.locator("#latest ol").waitFor();
    page.locator("[data-size='1']").click();
    assertThat(page.evaluate("document.documentElement.style.getPropertyValue('--size')"))
        .isEqualTo("1.125");
  }

  private Page pageAfter(String script) {
    errors.clear();
    var page = browser.newContext().newPage();
    page.addInitScript(script);
    Chromium.listen(page, errors);
    page.navigate(Newspaper.uri(address).toString());
    return page;
  }
}
