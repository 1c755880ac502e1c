package news.nashra.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.core.press.Page.Present;
import news.nashra.homepage.archives.ArchivePageComposer;
import news.nashra.homepage.archives.Neighbours;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Measures of the pages that are not articles, on phones first, with the longest words that news
/// has.
class FrontLookTest extends BrowserTest {
  private static final int PHONE = 360;
  private static final int FINGER = 44; // WCAG 2.2, target size (enhanced)
  private static final String HASHTAG = "#الحملة_الوطنية_لمكافحة_حرائق_الغابات";
  private static final String LATIN = "Donaudampfschifffahrtsgesellschaft".repeat(3);

  private String address = "";
  private String withdrawn = "";

  @BeforeAll
  void publishLongWords() {
    var picture = Photographs.ready(640, 400, Color.GRAY);
    for (int i = 0; i < 9; i++) {
      var word = i % 2 == 0 ? HASHTAG : LATIN;
      var article =
          article()
              .put("headline", "خبر " + i + " عن " + word + " في المدن الصغيرة القريبة من البحر")
              .put("summary", "ملخص فيه " + word + " وكلمات أخرى تصف ما جرى ومن حضر ومن غاب.")
              .put("byline", "Salma " + LATIN.substring(0, 60))
              .put("section", "technology");
      article.putArray("tags").add(HASHTAG);
      article.putObject("image").put("mediaId", picture).put("alt", word);
      var receipt = publish(article);
      assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
      address = url(receipt);
    }
    var gone = publish(article());
    withdrawn = url(gone);
    var reason = object().put("publicReason", "سحبناه: " + HASHTAG + " " + LATIN);
    assertThat(post("/api/articles/" + id(gone) + "/withdraw", reason).status()).isEqualTo(200);
    Newspaper.stack().settle();
    post("/api/homepage/rebuild", object());
  }

  @Test
  void noPageScrollsSidewaysAtAnyWidth() {
    for (int width : new int[] {320, PHONE, 768, 1024, 1280, 1920}) {
      var page = open(width);
      for (var path : pages()) {
        page.navigate(Newspaper.uri(path).toString());
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
            .as(path + " at " + width)
            .isEqualTo(0);
      }
      page.context().close();
    }
  }

  @Test
  void theHeaderOfAPhoneIsANameAndOneRowOfSections() {
    var page = open(PHONE);
    page.navigate(Newspaper.uri("/technology/").toString());
    assertThat(number(page, "document.querySelector('header').offsetHeight"))
        .isLessThanOrEqualTo(100);
    assertThat(page.locator(".tagline").isVisible()).isFalse();
    assertThat(page.locator("header .updated").isVisible()).isFalse();
    assertThat(page.locator("footer .updated").isVisible()).isTrue();
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.mast ul')).maskImage"))
        .asString()
        .startsWith("linear-gradient");
    // The current section is the last of the row, and is scrolled into view.
    Chromium.await(
        page,
        "(({left, right}) => left >= 0 && right <= innerWidth)"
            + "(document.querySelector('.mast [aria-current=page]').getBoundingClientRect())");
    page.context().close();
    var wide = open(1280);
    wide.navigate(Newspaper.uri("/technology/").toString());
    assertThat(wide.locator("header .updated").isVisible()).isTrue();
    assertThat(wide.locator("footer .updated").isVisible()).isFalse();
    wide.context().close();
  }

  @Test
  void aSectionOfSixtyStoriesIsShortOnAPhone() {
    var page = open(PHONE);
    page.navigate(DemoNewspaper.stack().uri().resolve("/culture/").toString());
    // The stories of the demo edition, as often as a full section has some.
    page.evaluate(
        """
        () => {
          const list = document.querySelector(".front");
          const stories = [...list.children].slice(1);
          for (let i = 0; list.children.length < 60; i++) list.append(stories[i % stories.length].cloneNode(true));
        }
        """);
    assertThat(page.locator(".front > li").count()).isEqualTo(60);
    int height = number(page, "document.documentElement.scrollHeight");
    System.out.println("a section of 60 at 360 px: " + height + " px");
    assertThat(height).isLessThanOrEqualTo(12_500);
    page.context().close();
  }

  @Test
  void theBlocksOfSectionsBeginEarlyOnAPhone() {
    var page = open(PHONE);
    page.navigate(DemoNewspaper.stack().uri().toString());
    assertThat(page.locator(".news li").count()).isBetween(6, 8);
    assertThat(number(page, "document.querySelector('.blocks').getBoundingClientRect().top"))
        .isLessThanOrEqualTo(2200);
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1024, 1280, 1920})
  void theHeadlineOfTheFirstStoryIsShortAndFillsItsPlace(int width) {
    var page = open(width);
    page.navigate(DemoNewspaper.stack().uri().toString());
    var lines =
        "(() => { const h = document.querySelector('.top h2'); return Math.round(h.offsetHeight"
            + " / parseFloat(getComputedStyle(h).lineHeight)); })()";
    assertThat(number(page, lines)).isLessThanOrEqualTo(3);
    assertThat(number(page, "document.querySelector('.top h2').offsetWidth"))
        .isGreaterThanOrEqualTo(Math.min(width - 32, 380));
    page.context().close();
  }

  @Test
  void aFingerFindsEveryLinkOnAPhone() {
    for (int width : new int[] {320, PHONE}) {
      var page = open(width);
      for (var path : pages()) {
        page.navigate(Newspaper.uri(path).toString());
        var small =
            page.evaluate(
                """
                ([finger]) => [...document.querySelectorAll("header a, main a, footer a, summary, button")]
                  .filter((link) => link.checkVisibility() && !link.closest("p:not(.more), .body"))
                  .map((link) => {
                    const all = getComputedStyle(link, "::after").position === "absolute";
                    const box = (all ? link.closest("li") : link).getBoundingClientRect();
                    return [link.textContent.trim(), Math.round(box.width), Math.round(box.height)];
                  })
                  .filter(([, width, height]) => width < finger || height < finger)
                  .join("; ")
                """,
                List.of(FINGER));
        assertThat(small).as(path + " at " + width).isEqualTo("");
      }
      page.context().close();
    }
  }

  @Test
  void headlinesLookTheSameOnEveryPage() {
    var page = open(1280);
    for (var path : List.of("/", "/technology/", day(), "/404.html")) {
      page.navigate(Newspaper.uri(path).toString());
      if (path.equals("/404.html")) {
        page.locator("#latest ol").waitFor();
      }
      var looks =
          page.evaluate(
              """
              () => [...new Set([...document.querySelectorAll(".front h2 a, main .links a")].map((link) => {
                const { color, fontWeight, textDecorationLine } = getComputedStyle(link);
                return [color, fontWeight, textDecorationLine].join(" ");
              }))].join("; ")
              """);
      assertThat(looks).as(path).isEqualTo("rgb(28, 25, 23) 700 none");
    }
    page.context().close();
  }

  @Test
  void theRuleOfTheFooterIsAsWideAsTheText() {
    for (int width : new int[] {PHONE, 768, 1280, 1920}) {
      var page = open(width);
      page.navigate(Newspaper.uri("/technology/").toString());
      var difference =
          "(() => { const a = document.querySelector('footer').getBoundingClientRect();"
              + " const b = document.querySelector('.front').getBoundingClientRect();"
              + " return Math.abs(a.left - b.left) + Math.abs(a.right - b.right); })()";
      assertThat(number(page, difference)).as("at " + width).isZero();
      page.context().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void theNamesOfWeekdaysStayWhole(String language) {
    var month = YearMonth.of(2026, 11);
    var calendar =
        new ArchivePageComposer(Site.of(edition(language), "https://news.example"))
            .month(month, List.of(), new Neighbours<>(Optional.empty(), Optional.empty()));
    for (int width : new int[] {320, PHONE, 768}) {
      var page = open(width);
      page.setContent(new String(((Present) calendar).bytes(), UTF_8));
      var broken =
          "[...document.querySelectorAll('.month th')].filter((name) => name.scrollWidth >"
              + " name.clientWidth || name.firstElementChild.getClientRects().length > 1)"
              + ".map((name) => name.textContent).join()";
      assertThat(page.evaluate(broken)).as(language + " at " + width).isEqualTo("");
      page.context().close();
    }
  }

  private static Edition edition(String language) {
    var e = Edition.load();
    var months = language.equals("ar") ? e.monthNames() : List.of(Locale.forLanguageTag(language));
    var country = language.equals("ar") ? "MA" : language.equals("en") ? "GB" : "FR";
    var region = new Edition.Region(language, country, e.timeZone(), months, e.region().clock());
    return new Edition(e.masthead(), region, e.sections(), e.comments(), e.feeds(), e.imprint());
  }

  private List<String> pages() {
    var month = day().substring(0, "/2026/02/".length());
    return Stream.of(
            "/",
            "/technology/",
            "/sports/",
            day(),
            month,
            "/technology" + month,
            "/topics/" + topic() + "/",
            author(),
            "/archive/",
            "/corrections/",
            "/404.html",
            "/about/",
            "/privacy/",
            "/terms/",
            withdrawn)
        .toList();
  }

  private String day() {
    return address.substring(0, "/2026/02/23/".length());
  }

  private String topic() {
    return link("/topics/");
  }

  private String author() {
    return "/authors/" + link("/authors/") + "/";
  }

  /// The slug in the article's link to one of its lists.
  private String link(String folder) {
    var page = Newspaper.get(address).text();
    int at = page.indexOf("href=\"" + folder) + 6 + folder.length();
    return page.substring(at, page.indexOf("/\"", at));
  }

  private Page open(int width) {
    return browser.newContext(new Look(width, ColorScheme.LIGHT).options()).newPage();
  }

  private static int number(Page page, String expression) {
    return (int) Math.round(((Number) page.evaluate(expression)).doubleValue());
  }
}
