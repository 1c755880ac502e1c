package news.nashra.articles.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import news.nashra.core.http.Json;
import news.nashra.site.Messages;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// `POST /api/articles/check` over HTTP.
class CheckArticleTest {
  private static final String ROUTE = "POST /api/articles/check";

  private final CheckArticle function =
      new CheckArticle(Messages.load("en"), StyleRulesTest.desk("ar"), "https://news.example");

  @Test
  void aSlipIsFoundWhereItStands() {
    var answer = check("{\"headline\": \"سافر الفريق الى الشمال\"}").expect(200);
    assertThat(answer.json())
        .isEqualTo(
            Json.read(
                """
                {"findings": [{"field": "headline", "from": 12, "to": 15,
                "message": "«إلى» بهمزة تحت الألف وألف مقصورة.", "replacements": ["إلى"]}]}
                """));
  }

  @Test
  void everyTextOfADraftIsChecked() {
    var draft =
        """
        {"headline": "الى", "summary": "الى", "city": "الى", "source": "الى", "byline": "الى", "publicReason": "الى",
        "bodyHtml": "<p>الى", "image": {"mediaId": "x", "alt": "الى", "caption": "الى", "credit": "الى"},
        "tags": ["نعم", "الى"], "correction": "الى", "corrections": [{"text": "الى"}],
        "section": "culture", "status": "draft", "kind": "live", "coverage": "open", "slug": "الى"}
        """;
    assertThat(check(draft).expect(200).json().path("findings").findValuesAsText("field"))
        .containsExactly(
            "headline",
            "summary",
            "city",
            "source",
            "byline",
            "publicReason",
            "bodyHtml",
            "image.alt",
            "image.caption",
            "image.credit",
            "tags[1]",
            "correction",
            "corrections[0].text");
  }

  @Test
  void nothingSentIsNothingFound() {
    assertThat(check("{}").expect(200).json()).isEqualTo(Json.read("{\"findings\": []}"));
  }

  @Test
  void aSummaryThatWasMadeFromTheBodyIsNotChecked() {
    var draft = "{\"summary\": \"الى\", \"summaryMade\": true}";
    assertThat(check(draft).expect(200).json().path("findings")).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/copydesk/refused.csv", numLinesToSkip = 1, delimiter = ';')
  void aWrongFieldIsNamed(String body, String field, String message) {
    assertThat(check(body).expect(422).json().path("errors").path(0))
        .isEqualTo(Json.read(Json.write(Map.of("field", field, "message", message))));
  }

  @Test
  void moreThanAnArticleCanHoldIsTooMuch() {
    check("{\"bodyHtml\": \"" + "a".repeat(330_000) + "\"}").expect(413);
  }

  @Test
  void onlyEditorsAsk() {
    HttpEvent.of(ROUTE).as("moderators").json("{").sendTo(function).expect(403);
    HttpEvent.of(ROUTE).json("{}").sendTo(function).expect(403);
  }

  private HttpAnswer check(String body) {
    return HttpEvent.of(ROUTE).as("editors").json(body).sendTo(function);
  }
}
