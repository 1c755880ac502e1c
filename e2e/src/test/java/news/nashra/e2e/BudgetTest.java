package news.nashra.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import news.nashra.core.Parallel;
import news.nashra.e2e.Newspaper.Answer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// The weight of pages: bytes as gzip sends them, and what a page asks for before anybody scrolls.
/// What weighs more than its budget fails the build; the figures go to `e2e/target/budgets.md`.
class BudgetTest {
  private static final int KIB = 1024;

  /// All scripts that a page loads before a reader writes a comment.
  private static final int SCRIPTS = 3 * KIB;

  /// A reader's comment that a page shows beyond its first ten.
  private static final int COMMENT = 130;

  /// Each kind of page of the demo edition, by its key, and how many KiB it may weigh.
  private static final Map<String, Integer> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("index[.]html", 20);
    KINDS.put("[a-z]+/index[.]html", 14);
    KINDS.put("topics/.*", 14);
    KINDS.put("authors/.*", 14);
    KINDS.put("\\d{4}/\\d\\d/\\d\\d/index[.]html", 14);
    KINDS.put("\\d{4}/\\d\\d/index[.]html", 8);
    KINDS.put("[a-z]+/\\d{4}/\\d\\d/index[.]html", 14);
    KINDS.put("\\d{4}/\\d\\d/\\d\\d/.*", 14);
    KINDS.put("404[.]html", 8);
    KINDS.put("fragments/.*", 4);
    KINDS.put("(.*/)?feed[.]xml", 14);
    KINDS.put("feed[.]json", 14);
    KINDS.put("latest[.]json", 14);
    KINDS.put("(.*)sitemap.*[.]xml|sitemaps/.*", 8);
    KINDS.put("assets/reader.*", 3);
    KINDS.put("assets/live.*", 3);
    KINDS.put("assets/writing.*", 1);
    KINDS.put("assets/solver.*", 1);
    KINDS.put("assets/logo.*|robots.txt|manifest[.]webmanifest", 1);
    // Counts apart: pages are read in another face until it is there.
    KINDS.put("assets/naskh.*", 60);
    KINDS.put("assets/icon.*|apple-touch-icon[.]png|favicon[.]ico", 12);
  }

  @Test
  @ResourceLock(value = DemoNewspaper.LOCK, mode = ResourceAccessMode.READ)
  void everyKindOfPageOfTheDemoEditionIsWithinItsBudget() throws IOException {
    var stack = DemoNewspaper.stack();
    var s3 = stack.aws().s3();
    var heaviest = new TreeMap<String, Integer>();
    for (var object : s3.listObjectsV2Paginator(r -> r.bucket(stack.site())).contents()) {
      // Readers load nothing of the desk.
      if (object.key().startsWith("media/") || object.key().startsWith("desk/")) {
        continue;
      }
      var file = s3.getObjectAsBytes(r -> r.bucket(stack.site()).key(object.key()));
      var kind = kind(object.key());
      int bytes = Gzip.bytes(file.asByteArray());
      var text = new String(file.asByteArray(), UTF_8);
      heaviest.merge(kind, bytes, Math::max);
      int more = Math.max(0, Jsoup.parse(text).select(".comments li").size() - 10) * COMMENT;
      assertThat(bytes - more)
          .as("gzip bytes of " + object.key())
          .isLessThanOrEqualTo(KINDS.getOrDefault(kind, 0) * KIB);
      if (object.key().endsWith(".html")) {
        assertThat(requests(Jsoup.parse(text))).as("requests of " + object.key()).isLessThan(6);
      }
    }
    assertThat(heaviest.keySet()).isEqualTo(new TreeMap<>(KINDS).keySet());
    var table = new StringBuilder("| kind | heaviest, bytes gzip | budget |\n|---|---:|---:|\n");
    KINDS.forEach((kind, most) ->
        table.append(
            "| `%s` | %d | %d |%n"
                .formatted(kind.replace("|", " or "), heaviest.get(kind), most * KIB)));
    Files.writeString(Path.of("target/budgets.md"), table);
    System.out.println(table);
  }

  /// An open page asks for `live.json` every 20 seconds.
  @Test
  void aPageOfLiveCoverageLoadsThreeKilobytesOfScriptAndAsksForTwo() {
    var coverage = publish(article().put("kind", "live"));
    for (int n = 0; n < 30; n++) {
      var entry = Newspaper.object().put("bodyHtml", "<p>" + words(n, 60) + "</p>");
      var answer = Newspaper.post("/api/articles/" + id(coverage) + "/entries", entry);
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
    var page = Jsoup.parse(get(url(coverage)).text());
    assertThat(page.select("#live .entry")).hasSize(30);
    System.out.println("live coverage: " + scripts(page) + " bytes gzip of script");
    assertThat(scripts(page)).isBetween(1, SCRIPTS);
    assertThat(get(url(coverage) + "live.json").text()).hasSizeLessThanOrEqualTo(2 * KIB);
  }

  @Test
  void anArticleOfSixHundredWordsWithTenCommentsWeighsAtMostFourteenKilobytes() {
    var body = new StringBuilder();
    for (int paragraph = 0; paragraph < 10; paragraph++) {
      body.append("<p>").append(words(paragraph, 60)).append("</p>");
    }
    var receipt =
        publish(
            article()
                .put("headline", words(3, 14))
                .put("summary", words(5, 30))
                .put("byline", "سلمى بن علي")
                .put("bodyHtml", body.toString()));
    Newspaper.comments(id(receipt), 10);
    Newspaper.queue("?article=" + id(receipt))
        .json()
        .path("items")
        .forEach(comment -> Newspaper.decide(comment, "approve"));
    Newspaper.stack().settle();
    var page = get(url(receipt)).text();
    assertThat(Jsoup.parse(page).select(".comments li")).hasSize(10);
    System.out.println("600 words, 10 comments: " + Gzip.bytes(page) + " bytes gzip");
    assertThat(Gzip.bytes(page)).isLessThanOrEqualTo(14 * KIB);
  }

  @Test
  void aHomepageOfSixtyItemsWeighsAtMostTwentyKilobytes() {
    var picture = Photographs.ready(640, 400, Color.GRAY);
    var sections =
        new String[] {"politics", "economy", "society", "culture", "sports", "technology"};
    var articles = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < 72; i++) {
      var article =
          article()
              .put("headline", words(i, 12))
              .put("summary", words(i + 7, 28))
              .put("section", sections[i % sections.length]);
      article.putObject("image").put("mediaId", picture).put("alt", words(i, 6));
      articles.add(() -> publish(article));
    }
    assertThat(Parallel.all(articles)).allMatch(answer -> answer.status() == 201);
    Newspaper.stack().settle();
    Newspaper.post("/api/homepage/rebuild", Newspaper.object());
    var home = get("/").text();
    var links = Jsoup.parse(home).select("main li");
    System.out.println("homepage, " + links.size() + " items: " + Gzip.bytes(home) + " bytes gzip");
    // The lead, the latest news, and a block for each section: all that a homepage of six shows.
    assertThat(links).hasSize(1 + 8 + sections.length * 6);
    assertThat(Gzip.bytes(home) * 60 / links.size()).isLessThanOrEqualTo(20 * KIB);
  }

  /// The bytes of the scripts that a page loads.
  private static int scripts(Document page) {
    return page.select("script[src]").eachAttr("src").stream()
        .mapToInt(path -> Gzip.bytes(get(path).text()))
        .sum();
  }

  private static String kind(String key) {
    return KINDS.keySet().stream().filter(key::matches).findFirst().orElse(key);
  }

  /// The page itself, its font, its scripts, its icon, and the pictures that are not put off.
  private static int requests(Document page) {
    return 1
        + page.select("link[rel=preload]").size()
        + page.select("script[src]").size()
        + page.select("link[rel=icon]").size()
        + page.select("main img:not([loading=lazy])").size();
  }

  /// Arabic words that differ enough not to compress like one.
  private static String words(int seed, int count) {
    var roots =
        "كتب درس قرأ نشر حمل فتح سمع وصل عرف بحث سكن زرع صنع نقل طبع جمع رسم شرح حفظ قطع"
            .split(" ");
    var forms = "@ الم@ة ي@ون @ت وال@ مست@ ت@ها @وا".split(" ");
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int n = Math.floorMod((seed * 31 + i) * 7919 + i * i * 13, 10_007);
      text.append(forms[n % forms.length].replace("@", roots[(n / 8) % roots.length])).append(' ');
    }
    return text.toString().strip();
  }
}
