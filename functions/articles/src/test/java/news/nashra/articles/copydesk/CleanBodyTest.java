package news.nashra.articles.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import news.nashra.articles.body.BodyCase;
import news.nashra.core.http.Json;
import news.nashra.site.Messages;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `POST /api/articles/clean` over HTTP.
class CleanBodyTest {
  private static final String ROUTE = "POST /api/articles/clean";

  private final CheckArticle function =
      new CheckArticle(Messages.load("en"), StyleRulesTest.desk("ar"), "https://news.example");

  static List<BodyCase> cases() {
    return BodyCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsPastedIsWhatThePressPrints(BodyCase body) {
    var answer = clean(body.pasted()).expect(200).json();
    assertThat(answer.path("bodyHtml").asText()).isEqualTo(body.printed());
    assertThat(cleaned(answer)).isEqualTo(body.cleaned());
  }

  @Test
  void aPictureFromElsewhereIsLeftOutAndNamed() {
    var answer =
        clean("<p>x<script>y</script></p><img src='file:///C:/a.png'><p>z</p>").expect(200);
    assertThat(answer.json().path("bodyHtml").asText()).isEqualTo("<p>x</p><p>z</p>");
    assertThat(cleaned(answer.json())).containsExactly("script", "img[foreign]");
  }

  @Test
  void aPictureWithoutADescriptionStays() {
    var answer = clean("<img data-media='01KJ4Z6V8G0000000000000001'>").expect(200);
    assertThat(answer.json().path("bodyHtml").asText())
        .isEqualTo("<figure><img data-media=\"01KJ4Z6V8G0000000000000001\" alt=\"\"></figure>");
  }

  @Test
  void nothingPastedIsNothingCleaned() {
    assertThat(clean("").expect(200).json())
        .isEqualTo(Json.read("{\"bodyHtml\": \"\", \"cleaned\": []}"));
  }

  @Test
  void aTextThatIsTooLargeOrTooComplexIsRefused() {
    refuses(
        clean("<p>" + "كلمة ".repeat(30_000)),
        "The text is too long: at most 200 KB after cleaning.");
    refuses(
        clean("<b>x</b>".repeat(20_001)),
        "The markup of the text is too complex: at most 20000 elements, nested 100 deep. Paste it without formatting, or split it.");
  }

  @Test
  void aWrongFieldIsNamed() {
    refuses(send("{}"), "This field is required.");
    refuses(send("{\"bodyHtml\": 1}"), "The value must be text.");
    assertThat(
            send("{\"bodyHtml\": \"\", \"x\": 1}")
                .expect(422)
                .json()
                .at("/errors/0/field")
                .asText())
        .isEqualTo("x");
    clean("x".repeat(1024 * 1024)).expect(413);
  }

  @Test
  void onlyEditorsAsk() {
    HttpEvent.of(ROUTE).as("moderators").json("{").sendTo(function).expect(403);
    HttpEvent.of(ROUTE).json("{}").sendTo(function).expect(403);
  }

  private static void refuses(HttpAnswer answer, String message) {
    assertThat(answer.expect(422).json().path("errors").path(0))
        .isEqualTo(Json.read(Json.write(Map.of("field", "bodyHtml", "message", message))));
  }

  private static List<String> cleaned(JsonNode answer) {
    return StreamSupport.stream(answer.path("cleaned").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private HttpAnswer clean(String html) {
    return send(Json.write(Map.of("bodyHtml", html)));
  }

  private HttpAnswer send(String body) {
    return HttpEvent.of(ROUTE).as("editors").json(body).sendTo(function);
  }
}
