package news.nashra.local.stack.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import news.nashra.local.aws.DirectS3;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

/// The distribution of the newspaper's template.
class DistributionTest {
  private static final Distribution DISTRIBUTION =
      Distribution.read(TemplateText.parse(TemplateText.newspaper()));

  private final DirectS3 s3 = new DirectS3();
  private final WebHandler pages = DISTRIBUTION.pages(new SiteFiles(s3, "pages"));

  @BeforeEach
  void writePages() {
    s3.createBucket(r -> r.bucket("pages"));
    put("index.html", "the homepage");
    put("politics/index.html", "politics");
    put("404.html", "not found");
    put("2026/درب/index.html", "an article");
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200 the homepage",
    "/politics/, 200 politics",
    "/politics/index.html, 200 politics",
    "/2026/%D8%AF%D8%B1%D8%A8/, 200 an article",
    "/sports/, 404 not found",
    "/none.html, 404 not found",
    "/politics/../404.html, 404 not found",
    "//politics/, 404 not found",
    "/%ZZ.html, 404 not found",
  })
  void anAddressIsAPage(String path, String answer) throws IOException {
    assertThat(text(pages.answer(Requests.get(path)))).isEqualTo(answer);
  }

  @Test
  void aPageHasItsOwnHeadersAndThoseOfTheTemplate() throws IOException {
    var headers = pages.answer(Requests.get("/politics/")).headers();
    assertThat(headers)
        .contains(
            entry("content-type", "text/html; charset=utf-8"),
            entry("cache-control", "max-age=30"),
            entry("x-content-type-options", "nosniff"),
            entry("x-frame-options", "DENY"),
            entry("referrer-policy", "strict-origin-when-cross-origin"))
        .containsOnlyKeys(
            "content-type",
            "cache-control",
            "etag",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "content-security-policy");
    assertThat(headers.get("content-security-policy"))
        .startsWith("default-src 'self'; script-src 'self'; ")
        .endsWith("; require-trusted-types-for 'script'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "W/"})
  void aReaderWhoHasThePageIsAnswered304(String prefix) throws IOException {
    var etag = pages.answer(Requests.get("/")).headers().get("etag");
    var answer = pages.answer(Requests.get("/", Map.of("if-none-match", prefix + etag)));
    assertThat(text(answer)).isEqualTo("304 ");
    assertThat(answer.headers()).containsEntry("etag", etag);
    assertThat(text(pages.answer(Requests.get("/", Map.of("if-none-match", "\"other\"")))))
        .isEqualTo("200 the homepage");
  }

  @Test
  void aPathWithoutItsSlashIsSentOn() throws IOException {
    var answer = pages.answer(Requests.get("/politics?utm=1"));
    assertThat(text(answer)).isEqualTo("301 ");
    assertThat(answer.headers()).isEqualTo(Map.of("location", "/politics/"));
  }

  @Test
  void aFormerAddressAnswersWithTheNewOne() throws IOException {
    s3.putObject(
        r -> r.bucket("pages").key("old/index.html").metadata(Map.of("moved-to", "/politics/")),
        RequestBody.fromString("moved"));
    var answer = pages.answer(Requests.get("/old/"));
    assertThat(text(answer)).isEqualTo("301 moved");
    assertThat(answer.headers())
        .containsEntry("location", "/politics/")
        .containsEntry("x-frame-options", "DENY");
  }

  @Test
  void pagesAreReadOnly() throws IOException {
    var answer = pages.answer(Requests.request("POST", "/", Map.of(), ""));
    assertThat(text(answer)).isEqualTo("405 ");
    assertThat(answer.headers()).isEqualTo(Map.of("allow", "GET, HEAD"));
  }

  @Test
  void aChangedFunctionOfTheTemplateServesOtherPages() throws IOException {
    var template = TemplateText.newspaper("+= \"index.html\"", "+= \"front.html\"");
    put("front.html", "another front");
    var changed = Distribution.read(template).pages(new SiteFiles(s3, "pages"));
    assertThat(text(changed.answer(Requests.get("/")))).isEqualTo("200 another front");
  }

  @Test
  void theApiGetsTheHeadersThatThePoliciesNameAndNoOthers() throws IOException {
    var seen = new ArrayList<WebRequest>();
    var api =
        DISTRIBUTION.api(request -> {
          seen.add(request);
          return new Answer(
              200, Map.of("etag", "\"1\"", "x-frame-options", "SAMEORIGIN"), new byte[0]);
        });
    var answer =
        api.answer(
            Requests.get(
                "/api/articles?limit=1",
                Map.ofEntries(
                    entry("host", "localhost:8080"),
                    entry("authorization", "Bearer x"),
                    entry("accept", "text/csv"),
                    entry("content-type", "application/json"),
                    entry("idempotency-key", "k"),
                    entry("if-match", "\"1\""),
                    entry("origin", "http://localhost:8080"),
                    entry("sec-fetch-site", "same-origin"),
                    entry("user-agent", "curl"),
                    entry("cookie", "a=1"),
                    entry("accept-language", "fr"),
                    entry("x-forwarded-for", "9.9.9.9"),
                    entry("cloudfront-viewer-address", "9.9.9.9:1"))));
    assertThat(seen.getFirst().path()).isEqualTo("/api/articles");
    assertThat(seen.getFirst().query()).isEqualTo("limit=1");
    assertThat(seen.getFirst().headers())
        .containsOnly(
            entry("host", "localhost:8080"),
            entry("authorization", "Bearer x"),
            entry("accept", "text/csv"),
            entry("content-type", "application/json"),
            entry("idempotency-key", "k"),
            entry("if-match", "\"1\""),
            entry("origin", "http://localhost:8080"),
            entry("sec-fetch-site", "same-origin"),
            entry("user-agent", "Amazon CloudFront"),
            entry("x-forwarded-for", "9.9.9.9,192.0.2.7"),
            entry("cloudfront-viewer-address", "192.0.2.7:4711"));
    assertThat(answer.headers())
        .containsEntry("etag", "\"1\"")
        .containsEntry("x-frame-options", "DENY")
        .containsKey("content-security-policy");
  }

  @Test
  void aHeaderThatThePolicyNoLongerNamesDoesNotReachTheApi() throws IOException {
    var template = TemplateText.newspaper("Idempotency-Key, ", "");
    var api =
        Distribution.read(template)
            .api(request -> Answer.text(200, request.headers().keySet().toString()));
    var request = Requests.get("/api/", Map.of("idempotency-key", "k", "if-match", "\"1\""));
    assertThat(text(api.answer(request)))
        .isEqualTo("200 [cloudfront-viewer-address, if-match, user-agent, x-forwarded-for]");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            "            Override: true\n            FrameOption",
            "            Override: false\n            FrameOption",
            "the local stack has Override: true only"),
        arguments(
            "          StrictTransportSecurity:",
            "          XSSProtection: { Override: true }\n          StrictTransportSecurity:",
            "PageHeaders: the local stack does not support XSSProtection"),
        arguments(
            "HeaderBehavior: whitelist\n          Headers: [Accept,",
            "HeaderBehavior: allViewer\n          Headers: [Accept,",
            "the local stack has whitelist here, not allViewer"),
        arguments(
            "CookieBehavior: none }\n          EnableAccept",
            "CookieBehavior: all }\n          EnableAccept",
            "the local stack has none here, not all"),
        arguments(
            "PathPattern: /api/*",
            "PathPattern: /v1/*",
            "Distribution: the local stack has one path pattern, /api/*"),
        arguments(
            "EventType: viewer-request",
            "EventType: origin-request",
            "no CloudFront function is for the event origin-request"),
        arguments(
            "EventType: viewer-response",
            "EventType: viewer-request",
            "a second function for viewer-request"),
        arguments(
            "ErrorCode: 403", "ErrorCode: 404", "the local stack has one error response, for 403"),
        arguments(
            "HttpVersion: http2and3",
            "Staging: true",
            "Distribution: the local stack does not support Staging"));
  }

  /// Each fault is on the line of the text that was replaced.
  @ParameterizedTest
  @MethodSource("faults")
  void whatTheLocalStackDoesNotHaveStopsTheStartWithItsLine(
      String text, String replacement, String message) {
    var template = TemplateText.newspaper(text, replacement);
    assertThatThrownBy(() -> Distribution.read(template))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:" + TemplateText.line(text) + ": " + message);
  }

  private void put(String key, String text) {
    s3.putObject(
        r ->
            r.bucket("pages")
                .key(key)
                .contentType("text/html; charset=utf-8")
                .cacheControl("max-age=30"),
        RequestBody.fromString(text));
  }

  private static String text(Answer answer) {
    return answer.status() + " " + new String(answer.body(), UTF_8);
  }
}
