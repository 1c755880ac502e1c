package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "TEXT/HTML",
        "text/html;q=0.1",
        "text/plain, Text/Html ; level=1 ; Q=0.5",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html, application/json",
        ";, text/html",
        "application/json;q=0.5, text/html;q=0.6",
      })
  void anAcceptedTypeIsPreferred(String accept) {
    assertThat(accepting(accept).prefers("text/html")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/html;q=0",
        "text/html; q=0.000",
        "text/html5",
        "application/json",
        "application/json, text/html;q=0.9",
        "text/plain;note=text/html",
        ";",
        ",;;,",
        "application/json, ;",
      })
  void aTypeThatIsNotAcceptedIsNotPreferred(String accept) {
    assertThat(accepting(accept).prefers("text/html")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF8",
        "application/json; q=1 ; Charset = \"utf-8\"",
      })
  void aBodyInUtf8IsRead(String type) {
    assertThat(Json.body(json(type), 10).path("a").asText()).isEqualTo("é");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-16, utf-16",
    "application/json; q=1; Charset=\"ISO-8859-1\", ISO-8859-1",
    "application/json; charset=utf-8; charset=utf-7, utf-7",
    "application/json; charset=, ''",
    "application/json; charset, ''",
  })
  void aBodyInAnotherEncodingIsRefused(String type, String charset) {
    var refused = catchThrowableOfType(RefusedRequest.class, () -> Json.body(json(type), 10));
    assertThat(refused.problem()).isEqualTo(Problem.of(415, "problem.415.charset", charset));
  }

  private static Request json(String type) {
    return new Request(
        "POST /",
        Map.of("content-type", type),
        Map.of(),
        Map.of(),
        Map.of(),
        "198.51.100.1",
        "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void groupsAreReadToTheLetter(String claim, String groups) {
    var request =
        new Request(
            "GET /",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of("cognito:groups", claim),
            "198.51.100.1",
            new byte[0]);
    assertThat(request.groups())
        .containsExactlyInAnyOrder(groups.isEmpty() ? new String[0] : groups.split(" "));
  }

  private static Stream<Arguments> groups() {
    return CaseFile.read("groups.txt", 2);
  }

  @Test
  void aFormIsMeasuredAfterDecoding() {
    var vocalised = "%D8%B3%D9%8E%D9%91";
    assertThatCode(() -> Form.limitBody(form("body=" + vocalised.repeat(900)), 6 * 1024))
        .doesNotThrowAnyException();
    for (var large : new String[] {vocalised.repeat(1100), "a".repeat(6200), "%".repeat(20_000)}) {
      assertThatThrownBy(() -> Form.limitBody(form("body=" + large), 6 * 1024))
          .hasMessage("413 problem.413.detail");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "username, layla, layla",
    "cognito:username, layla, layla",
    "preferred_username, layla, 3f7c0a52-0000-0000-0000-000000000000",
  })
  void aUserIsNamedByTheNameInTheToken(String claim, String value, String name) {
    var claims =
        Map.of(
            "sub",
            "3f7c0a52-0000-0000-0000-000000000000",
            claim,
            value,
            "cognito:groups",
            "[editors]");
    var request =
        new Request("GET /", Map.of(), Map.of(), Map.of(), claims, "198.51.100.1", new byte[0]);
    assertThat(request.requireGroup("editors")).isEqualTo(name);
  }

  private static Request accepting(String accept) {
    return request(Map.of("accept", accept), "");
  }

  private static Request form(String body) {
    return request(Map.of("content-type", Form.MEDIA_TYPE), body);
  }

  private static Request request(Map<String, String> headers, String body) {
    return new Request(
        "GET /",
        headers,
        Map.of(),
        Map.of(),
        Map.of(),
        "198.51.100.1",
        body.getBytes(StandardCharsets.UTF_8));
  }
}
