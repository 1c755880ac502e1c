package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PagesTest {
  private static final String BUCKET = "nashra-sitebucket";

  @Test
  @ResourceLock(value = DemoNewspaper.LOCK, mode = ResourceAccessMode.READ)
  void everyPageOfTheDemoEditionIsValidHtml() {
    var s3 = DemoNewspaper.stack().aws().s3();
    var keys =
        s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
            .map(object -> object.key())
            .filter(key -> key.endsWith(".html"))
            .toList();
    assertThat(keys).hasSizeGreaterThanOrEqualTo(24 + 6 + 4);
    for (var key : keys) {
      var html = s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String();
      assertThat(HtmlChecker.faults(html)).as(key).isEmpty();
    }
  }

  @Test
  void scriptsAreSmall() throws IOException {
    var page = get(url(publish(article()))).text();
    var script =
        Pattern.compile("(?:src|data-writing|data-solver)=\"(/assets/(\\w+)-\\w+\\.js)\"")
            .matcher(page);
    var names = new ArrayList<String>();
    while (script.find()) {
      names.add(script.group(2));
      int most = script.group(2).equals("reader") ? 3 * 1024 : 1024;
      assertThat(Gzip.bytes(get(script.group(1)).text()))
          .as(script.group(1))
          .isLessThanOrEqualTo(most);
    }
    assertThat(names).containsExactlyInAnyOrder("reader", "writing", "solver");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<li>بند وحيد</li>",
        "<ul>نص <p>فقرة</p><li>بند</li></ul>",
        "<em><p>مائل</p></em>",
        "<h2>عنوان <p>فقرة</p></h2>",
        "<figcaption>شرح</figcaption><p>نص</p>",
        "<figure><figcaption>أ</figcaption><p>نص</p><figcaption>ب</figcaption></figure>",
        "<table><tr></tr><tr><th></th><td>خلية</td></tr></table>",
        "<table><caption>جدول <p>أ</p></caption><tr><td colspan=\"99\">خلية</td></tr></table>",
        "<table><tr><td colspan=\"2\" rowspan=\"9\">أ</td><td>ب</td></tr><tr><td>ج</td></tr></table>",
        "<p lang=\"zz-bad\" dir=\"up\">نص</p>",
        "<p><a href=\"http://exa mple.com/|\">رابط</a> <a href=\"javascript:alert(1)\">آخر</a></p>",
        "نص بلا فقرة <b>غامق</b><p>فقرة</p>ذيل",
        "<div><span>نص <div>في قسم</div></span></div>",
        "<blockquote>اقتباس</blockquote><hr><pre>سطر\n  سطر</pre>",
        "<a href=\"/x\"><h2>عنوان في رابط</h2></a><p>نص</p>",
        "<p>نص<script>alert(1)</script><style>p{}</style><iframe src=\"//x\"></iframe></p>",
        "<p onclick=\"x()\" style=\"color:red\" class=\"a\" id=\"main\">نص</p>",
        "<h3>عنوان ثالث أولا</h3><p>نص</p><h3>ثان</h3>",
        "<ol start=\"-3\"><li></li><li>بند<ul><li>داخلي</li></ul></li></ol>",
        "<p>\u202Eنص مقلوب\u202C \u2066معزول\u2069 \u0000</p>",
        "<svg><a xlink:href=\"javascript:1\">x</a></svg><math><mi>y</mi></math><p>نص</p>",
        "<p>a<table><tr><td>x</table>b",
        "<b><i>متداخل</b></i><sup><ul><li>قائمة</li></ul></sup>",
        "<textarea></textarea></div></article></main><p>خروج</p>",
        "<aside><h3>صندوق</h3><p>نص</p></aside><blockquote data-pull>قول</blockquote><p>نص</p>",
        "<figure data-embed=\"https://youtu.be/x\"><figcaption>شرح</figcaption></figure><p>نص</p>",
        "<p>نص</p><iframe src=\"https://t.me/a/1?embed=1\"></iframe><iframe src=\"x\"></iframe>",
        "<col><tr><td>صيدا</td><td>12</td></tr>",
        "<p><a href=\"https://موقع.مصر/?a=ب ج\">رابط</a> <a href=\"tel:+961 1\">هاتف</a></p>",
        "<table><tr><th><h2>أ</h2></th><td rowspan=3 colspan=3>ب</td></tr><tr><td>ج</td></tr></table>"
      })
  void anyBodyBecomesAValidPage(String body) {
    var receipt = publish(article().put("bodyHtml", body));
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
    var page = get(url(receipt)).text();
    assertThat(HtmlChecker.faults(page)).isEmpty();
    assertThat(page)
        .doesNotContain("alert(1)")
        .doesNotContain("javascript:")
        .doesNotContain("onclick")
        .doesNotContain("\u202E")
        .doesNotContain("\u2066");
  }

  @Test
  void aCardNamesItsPlatformAndLoadsNothing() {
    var embed =
        "<figure data-embed=\"https://youtu.be/x\"><figcaption>الخطاب</figcaption></figure>";
    var receipt = publish(article().put("bodyHtml", "<p>نص</p>" + embed));
    var page = get(url(receipt)).text();
    assertThat(page)
        .contains(
            "<p><a href=\"https://youtu.be/x\" rel=\"noopener\"><b><bdi>افتح على YouTube</bdi></b>"
                + " <bdi dir=\"ltr\">youtu.be/x</bdi></a></p><figcaption>الخطاب</figcaption>")
        .doesNotContain("<iframe");
    var stored = read("/api/articles/" + id(receipt)).json().path("bodyHtml").asText();
    assertThat(stored).isEqualTo("<p>نص</p>" + embed);
  }

  @Test
  void whatWasDroppedIsReported() {
    var cleaned =
        publish(
                article()
                    .put("bodyHtml", "<p onclick=\"x\">نص</p><script>1</script><h1>عنوان</h1>"))
            .json()
            .path("cleaned");
    assertThat(cleaned.toString()).isEqualTo("[\"script\",\"p[onclick]\"]");
  }

  @Test
  void markupInAHeadlineIsText() {
    var receipt = publish(article().put("headline", "<script>alert(\"&</title>\")</script> 'خبر'"));
    var page = get(url(receipt)).text();
    assertThat(page).contains("&lt;script&gt;alert");
    assertThat(HtmlChecker.faults(page)).isEmpty();
  }

  @Test
  void theFrontsShowTheNewestFirstAndRestWhenNothingChanged() {
    var older = url(publish(article().put("headline", "الأقدم").put("section", "economy")));
    var newer = url(publish(article().put("headline", "الأحدث").put("section", "economy")));
    Newspaper.stack().settle();
    for (var front : new String[] {"/", "/economy/", "/fragments/latest.html", "/latest.json"}) {
      var page = get(front);
      assertThat(page.status()).as(front).isEqualTo(200);
      assertThat(page.text()).containsSubsequence(newer, older);
      if (!front.endsWith("json")) {
        assertThat(HtmlChecker.faults(page.text())).as(front).isEmpty();
      }
    }
    post("/api/homepage/rebuild", object());
    var rebuilt = post("/api/homepage/rebuild", object());
    assertThat(rebuilt.status()).isEqualTo(200);
    assertThat(rebuilt.json().path("pressed").asInt()).isZero();
    assertThat(rebuilt.json().path("unchanged").asInt()).isGreaterThan(8);
    assertThat(get("/404.html").status()).isEqualTo(200);
    assertThat(get("/terms/").status()).isEqualTo(200);
  }

  @Test
  void aFrontThatLosesItsNewsToAFaultIsKept() {
    for (int i = 0; i < 4; i++) {
      publish(article().put("section", "culture").put("headline", "خبر ثقافي " + i));
    }
    Newspaper.stack().settle();
    post("/api/homepage/rebuild", object());
    var dynamoDb = Newspaper.stack().aws().dynamoDb();
    var table = "nashra-articlestable";
    var pk = AttributeValue.fromS("LIST#section#culture");
    dynamoDb
        .query(r ->
            r.tableName(table)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", pk)))
        .items()
        .forEach(item ->
            dynamoDb.deleteItem(
                r -> r.tableName(table).key(Map.of("pk", pk, "sk", item.get("sk")))));
    var rebuilt = post("/api/homepage/rebuild", object());
    assertThat(rebuilt.json().path("refused").asInt()).isEqualTo(2);
    assertThat(get("/culture/").text()).contains("خبر ثقافي 3");

    var wrong = post("/api/homepage/rebuild", object().put("accept", "yes"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.error("accept")).isEqualTo("يجب أن تكون القيمة true أو false.");
    var unknown = post("/api/homepage/rebuild", object().put("acept", true));
    assertThat(unknown.error("acept")).isEqualTo("هذه الخانة غير معروفة.");
    var accepted = post("/api/homepage/rebuild", object().put("accept", true));
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.json().has("refused")).isFalse();
    assertThat(get("/culture/").text()).doesNotContain("خبر ثقافي 3");
  }

  @Test
  void aFrontMayBecomeEmptyByWithdrawals() {
    var receipt = publish(article().put("section", "sports").put("headline", "خبر رياضي وحيد"));
    var second = publish(article().put("section", "sports"));
    Newspaper.stack().settle();
    assertThat(get("/sports/").text()).contains("خبر رياضي وحيد");
    post("/api/articles/" + id(receipt) + "/withdraw", object());
    put("/api/articles/" + id(second), "\"1\"", article().put("section", "politics"));
    Newspaper.stack().settle();
    post("/api/homepage/rebuild", object());
    assertThat(get("/sports/").text()).doesNotContain("خبر رياضي وحيد");
  }

  @Test
  void pagesComeWithTheHeadersOfTheTemplate() {
    var page = get(url(publish(article())));
    assertThat(page.header("cache-control"))
        .isEqualTo("max-age=30, s-maxage=60, stale-while-revalidate=300, stale-if-error=864000");
    assertThat(page.header("content-security-policy"))
        .contains("require-trusted-types-for 'script'");
    assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
    var script = page.text().replaceAll("(?s).*src=\"(/assets/reader-[^\"]+)\".*", "$1");
    assertThat(get(script).header("cache-control")).contains("immutable");
    assertThat(
            send(Newspaper.request(url(publish(article())))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .status())
        .isEqualTo(200);
  }
}
