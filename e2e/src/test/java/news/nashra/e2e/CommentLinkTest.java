package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

/// What a link to a comment leads to, when it is new and after many newer ones, and what it says.
class CommentLinkTest extends BrowserTest {
  @Test
  void aLinkToACommentLeadsToItAfterFiftyNewerOnes() {
    var receipt = publish(article());
    Newspaper.discuss(id(receipt), 1);
    Newspaper.stack().settle();
    var unscripted = new Browser.NewPageOptions().setJavaScriptEnabled(false);
    var page = browser.newPage(unscripted);
    page.navigate(Newspaper.uri(url(receipt)).toString());
    var said = page.locator(".said").textContent();
    page.locator(".who a").click();
    var link = page.url();
    assertThat(page.locator(".comments :target .said").textContent()).isEqualTo(said);

    Newspaper.discuss(id(receipt), 51);
    Newspaper.stack().settle();
    page = browser.newPage(unscripted);
    page.navigate(Newspaper.uri(url(receipt)).toString());
    assertThat(page.locator(".comments li").count()).isEqualTo(10);
    page.locator(".more a").click();
    assertThat(page.locator(".comments :target").count()).isEqualTo(1);
    page.navigate(link);
    assertThat(page.locator(".comments :target .said").textContent()).isEqualTo(said);

    // A link to the article, as people write them, finds the comment where scripts run.
    var scripted = browser.newPage();
    scripted.navigate(Newspaper.uri(url(receipt)) + link.substring(link.indexOf('#')));
    scripted.locator(".comments :target").waitFor();
    assertThat(scripted.locator(".comments :target .said").textContent()).isEqualTo(said);
  }

  @Test
  void aLinkSaysHowLongAgoACommentWasOnceTheCommentIsSeen() {
    var receipt = publish(article().put("bodyHtml", "<p>جملة في خبر طويل.</p>".repeat(60)));
    Newspaper.discuss(id(receipt), 1);
    Newspaper.stack().settle();
    var page = browser.newPage();
    page.navigate(Newspaper.uri(url(receipt)).toString());
    page.locator("#latest ol").waitFor(); // by then all scripts have run
    var time = page.locator(".who time");
    var full = time.textContent();
    assertThat(full).contains("GMT");
    page.locator(".comments").scrollIntoViewIfNeeded();
    PlaywrightAssertions.assertThat(time).not().containsText("GMT");
    assertThat(time.getAttribute("title")).isEqualTo(full);
  }
}
