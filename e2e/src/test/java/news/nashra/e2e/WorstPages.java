package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;

/// Each kind of page, with the words that are hardest to fit on a phone, and a section of 60
/// stories with pictures.
final class WorstPages {
  static final String HASHTAG = "#الحملة_الوطنية_لمكافحة_حرائق_الغابات";
  static final String LATIN = "Donaudampfschifffahrts".repeat(5).substring(0, 100);

  private static final String CREDIT = LATIN.substring(0, 80);
  private static final String TAG = HASHTAG.substring(1);
  private static final String PARAGRAPH =
      "<p>قال مدير الورش إن الأشغال ستتواصل ليلا خلال أيام الأسبوع كي لا تتعطل حركة السير في الشارع الكبير، "
          + "وإن السكان سيُبلَّغون بكل تغيير قبل يومين على الأقل. وتشارك في المشروع ثلاث شركات محلية يعمل فيها "
          + "نحو مئتي شخص، أغلبهم من أحياء المدينة نفسها، على أن تُسلَّم المرحلة الأولى قبل نهاية الصيف المقبل. "
          + "ويقول أصحاب المحلات المجاورة إنهم يفضلون أن تنتهي الأشغال قبل العيد، حتى لا تضيع عليهم أيام البيع.</p>";
  private static final String ENGLISH =
      "<p>The library opened its doors on a cold morning in March, and by noon every seat at the long table was taken. "
          + "People came with notebooks, with children, with questions about the old maps on the wall. The staff had "
          + "expected forty visitors; they counted more than three hundred before the lights went out.</p>";

  private final Map<String, String> paths = new LinkedHashMap<>();
  private final Map<String, String> documents = new LinkedHashMap<>();

  private WorstPages() {}

  /// The address of each kind of page, by its name.
  Map<String, String> paths() {
    return paths;
  }

  /// Answers to forms, by their names: the HTML of pages that have no address.
  Map<String, String> documents() {
    return documents;
  }

  static WorstPages publishAll() {
    Newspaper.forgetRates();
    var pages = new WorstPages();
    pages.section();
    pages.articles();
    pages.live();
    pages.comments();
    pages.fronts();
    return pages;
  }

  private void section() {
    var picture = Photographs.ready(1200, 800, Color.GRAY);
    for (int i = 0; i < 60; i++) {
      var story =
          article()
              .put(
                  "headline",
                  "مجلس المدينة يوافق على المرحلة " + (i + 1) + " من مشروع الحافلات السريعة")
              .put(
                  "summary",
                  "تشمل المرحلة أربعة أحياء، وتكتمل قبل نهاية السنة، ويقول السكان إنهم ينتظرونها منذ زمن.")
              .put("section", "technology");
      story.putObject("image").put("mediaId", picture).put("alt", "حافلة في شارع واسع");
      published(story);
    }
    paths.put("section of 60", "/technology/");
  }

  private void articles() {
    paths.put(
        "article",
        path(article().put("headline", headline()).put("bodyHtml", PARAGRAPH.repeat(4))));
    paths.put(
        "article in English",
        path(
            article()
                .put("headline", "The village library that lends seeds along with its books")
                .put("bodyHtml", ENGLISH.repeat(4))));
    paths.put(
        "article with picture",
        path(
            withPicture(
                article().put("headline", headline()).put("bodyHtml", PARAGRAPH), "تصوير: سلمى")));
    var worst =
        withPicture(article(), CREDIT)
            .put("headline", "حرائق الشمال: " + HASHTAG + " " + LATIN)
            .put("summary", HASHTAG + " " + LATIN)
            .put("city", CREDIT)
            .put("source", CREDIT)
            .put("byline", CREDIT)
            .put("kind", "opinion")
            .put("correction", HASHTAG + " " + LATIN)
            .put("bodyHtml", worstBody());
    worst.putArray("tags").add(TAG).add(LATIN.substring(0, 40)).add("غابات");
    var receipt = published(worst);
    var path = url(receipt);
    paths.put("worst article", path);
    paths.put("topic", "/topics/" + TAG.replace('_', '-') + "/");
    paths.put("author", "/authors/" + CREDIT.toLowerCase(Locale.ROOT) + "/");
    paths.put("day", path.substring(0, "/2026/02/23/".length()));
    paths.put("month", path.substring(0, "/2026/02/".length()));
    paths.put("month of a section", "/society" + path.substring(0, "/2026/02/".length()));
    paths.put("corrections", "/corrections/");
    var gone = published(article().put("headline", LATIN));
    var reason = object().put("publicReason", HASHTAG + " " + LATIN);
    accepted(post("/api/articles/" + id(gone) + "/withdraw", reason));
    paths.put("withdrawn", url(gone));
  }

  private static String worstBody() {
    return PARAGRAPH
        + "<p>"
        + HASHTAG
        + " "
        + LATIN
        + " <a href=\"https://example.org/"
        + LATIN
        + "\">https://example.org/"
        + LATIN
        + "</a></p><h2>"
        + LATIN
        + "</h2><ul><li>"
        + LATIN
        + "</li></ul><blockquote data-pull>"
        + HASHTAG
        + "</blockquote><aside><h3>"
        + LATIN
        + "</h3><p>"
        + HASHTAG
        + "</p></aside><table><caption>"
        + LATIN
        + "</caption><tr><th>"
        + HASHTAG
        + "</th><th>الركاب</th></tr><tr><td>2026</td><td>"
        + LATIN
        + "</td></tr></table><pre>"
        + LATIN
        + "</pre><figure data-embed='https://youtu.be/x'><figcaption>"
        + LATIN
        + "</figcaption></figure>";
  }

  private void live() {
    var receipt = published(article().put("headline", HASHTAG).put("kind", "live"));
    for (int n = 0; n < 52; n++) {
      var entry = object().put("bodyHtml", "<p>" + n + " " + HASHTAG + " " + LATIN + "</p>");
      accepted(post("/api/articles/" + id(receipt) + "/entries", entry));
    }
    paths.put("live", url(receipt));
    paths.put("older live", url(receipt) + "live/1/");
  }

  private void comments() {
    var receipt = published(article().put("headline", HASHTAG + " " + LATIN));
    var worst =
        Newspaper.comment()
            .put("name", LATIN.substring(0, 60))
            .put("title", HASHTAG)
            .put("body", LATIN + "\n" + HASHTAG + "\nhttps://example.org/" + LATIN);
    var sent = Newspaper.comment(id(receipt), worst);
    assertThat(sent.status()).isEqualTo(202);
    Newspaper.discuss(id(receipt), 61);
    paths.put("discussed", url(receipt));
    paths.put("status", "/api/comments/" + sent.json().path("reference").asText());
    documents.put(
        "refused form",
        form(id(receipt), Map.of("name", LATIN, "email", LATIN, "title", LATIN, "body", LATIN)));
    documents.put(
        "question",
        form(
            id(receipt),
            Map.of(
                "name",
                "قارئة",
                "email",
                "r@example.com",
                "title",
                HASHTAG,
                "body",
                LATIN,
                "termsAccepted",
                "true")));
    documents.put("refused request", form("01KJ5Y3R8000000000000000ZZ", Map.of("name", LATIN)));
  }

  private void fronts() {
    var strip = object().put("text", HASHTAG + " " + LATIN.substring(0, 60));
    strip.put("until", Instant.now().plus(Duration.ofHours(2)).toString());
    assertThat(
            Newspaper.send(Newspaper.asEditor("/api/homepage/breaking").PUT(Newspaper.json(strip)))
                .status())
        .isEqualTo(200);
    Newspaper.stack().settle();
    post("/api/homepage/rebuild", object());
    paths.put("home", "/");
    paths.put("section", "/society/");
    paths.put("terms", "/terms/");
    paths.put("not found", "/no/such/page/");
    paths.put("older comments", older(Objects.requireNonNull(paths.get("discussed"))));
  }

  /// The first page of comments that the article links to.
  private static String older(String article) {
    var links = Jsoup.parse(Newspaper.get(article).text()).select("#comments a[href*=comments/]");
    return links.eachAttr("href").stream()
        .filter(path -> !path.startsWith("/api/"))
        .map(path -> Newspaper.uri(article).resolve(path).getRawPath())
        .findFirst()
        .orElseThrow();
  }

  private static String headline() {
    return "مدينة جرّبت الحافلة المجانية سنة كاملة وهذا ما وجدته";
  }

  private static ObjectNode withPicture(ObjectNode article, String credit) {
    article
        .putObject("image")
        .put("mediaId", Photographs.ready(1200, 800, Color.DARK_GRAY))
        .put("alt", "غابة")
        .put("caption", "الغابة بعد المطر")
        .put("credit", credit);
    return article;
  }

  private static Newspaper.Answer published(ObjectNode article) {
    return accepted(publish(article));
  }

  /// 202 is an article whose page follows, on a machine that is busy.
  private static Newspaper.Answer accepted(Newspaper.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 201, 202);
    return answer;
  }

  private static String path(ObjectNode article) {
    return url(published(article));
  }

  /// The page that answers a form which was sent without a script.
  private static String form(String articleId, Map<String, String> fields) {
    var answer =
        Newspaper.send(
            Newspaper.request("/api/articles/" + articleId + "/comments")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(Newspaper.form(fields)));
    assertThat(answer.header("content-type")).startsWith("text/html");
    return answer.text();
  }

  /// What other tests do not expect is taken away.
  static void leave() {
    Newspaper.send(Newspaper.asEditor("/api/homepage/breaking").DELETE());
    Newspaper.stack().settle();
  }
}
