package news.nashra.local.stack.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerResponseFunctionTest {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String MOVED = "x-amz-meta-moved-to";

  private static final ViewerResponseFunction NEWSPAPER =
      new ViewerResponseFunction(
          EdgeFunctions.of(TemplateText.parse(TemplateText.newspaper()), "FormerAddresses"));

  @ParameterizedTest
  @ValueSource(ints = {200, 304})
  void thePageAtAFormerAddressIsARedirectThatKeepsItsBody(int status) {
    var headers = Map.of("cache-control", "max-age=30", MOVED, "/2026/02/23/%D8%AE%D8%A8%D8%B1/");
    assertThat(answer(NEWSPAPER, status, headers, "moved"))
        .isEqualTo(
            "301 {cache-control=max-age=30, location=/2026/02/23/%D8%AE%D8%A8%D8%B1/,"
                + " x-amz-meta-moved-to=/2026/02/23/%D8%AE%D8%A8%D8%B1/} moved");
  }

  @Test
  void everyOtherPageStaysAsItIs() {
    var headers = Map.of("content-type", HTML, "x-amz-meta-digest", "0a");
    assertThat(answer(NEWSPAPER, 200, headers, "page"))
        .isEqualTo("200 {content-type=" + HTML + ", x-amz-meta-digest=0a} page");
  }

  @Test
  void aFaultOfTheOriginDoesNotReachTheFunction() {
    assertThat(answer(NEWSPAPER, 404, Map.of(MOVED, "/x/"), "not found"))
        .isEqualTo("404 {x-amz-meta-moved-to=/x/} not found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r.body = 'other'; return r                                     | 200 {} other",
        "r.body = ''; return r                                          | 200 {} ''",
        "r.body = { encoding: 'text', data: 'other' }; return r         | 200 {} other",
        "r.body = { encoding: 'base64', data: 'b3RoZXI=' }; return r    | 200 {} other",
        "r.headers['X-Seen'] = { value: e.request.uri }; return r       | 200 {x-seen=/a/} page",
        "r.headers = { a: { value: e.context.eventType } }; return r    | 200 {a=viewer-response} page",
      })
  void aFunctionMayChangeEveryPartOfAnAnswer(String code, String answer) {
    assertThat(answer(function(code), 200, Map.of(), "page")).isEqualTo(answer.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return e.request     | it returns no response",
        "return undefined     | it returns nothing",
        "return r.none.value  | template.yaml:6: TypeError",
      })
  void aFunctionThatFailsIsAnswered503(String code, String why) {
    assertThat(answer(function(code), 200, Map.of(), "page"))
        .startsWith("503 {content-type=text/plain; charset=utf-8} Tested failed: " + why);
  }

  private static ViewerResponseFunction function(String code) {
    return new ViewerResponseFunction(
        EdgeFunctions.of("function handler(e) { var r = e.response; " + code + "; }"));
  }

  private static String answer(
      ViewerResponseFunction function, int status, Map<String, String> headers, String body) {
    var answer =
        function.handle(Requests.get("/a/"), new Answer(status, headers, body.getBytes(UTF_8)));
    return answer.status()
        + " "
        + new TreeMap<>(answer.headers())
        + " "
        + new String(answer.body(), UTF_8);
  }
}
