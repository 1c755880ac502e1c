package news.nashra.local.stack.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.nashra.local.aws.DirectS3;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.Template;
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
  private static final Template TEMPLATE = TemplateText.parse(TemplateText.newspaper());
  private static final Distribution DISTRIBUTION = Distribution.read(TEMPLATE);

  private final DirectS3 s3 = new DirectS3();
  private final List<WebRequest> missed = new ArrayList<>();
  private final WebHandler pages = pages(TEMPLATE, DISTRIBUTION);

  @BeforeEach
  void writePages() {
    s3.createBucket(r -> r.bucket("pages"));
    put("index.html", "the homepage");
    put("politics/index.html", "politics");
    put("404.html", "the page of an old deployment");
    put("2026/درب/index.html", "an article");
    put("media/1/640.webp", "a picture");
    put("assets/a-1.js", "a script");
    put("desk/index.html", "the desk");
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
    "/media/1/640.webp, 200 a picture",
    "/media/2/640.webp, 404 not found",
    "/media/1/640, 404 not found",
    "/assets/a-1.js, 200 a script",
    "/assets/, 404 not found",
    "/desk/, 200 the desk",
    "/desk/none.js, 404 not found",
  })
  void anAddressIsAPage(String path, String answer) throws IOException {
    assertThat(text(pages.answer(Requests.get(path)))).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "%D8%A8"})
  void anAddressThatIsTooLongForAFileIsNoPage(String letter) throws IOException {
    var path = "/" + letter.repeat(256) + "/";
    assertThat(text(pages.answer(Requests.get(path)))).isEqualTo("404 not found");
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
    assertThat(answer.headers()).isEqualTo(Map.of("location", "/politics/?utm=1"));
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
    assertThat(text(answer)).isEqualTo("403 ");
    assertThat(missed).isEmpty();
  }

  @Test
  void theFunctionForMissingPagesSeesNothingOfTheReader() throws IOException {
    var request = Requests.get("/sports/?q=1", Map.of("cookie", "a=1", "authorization", "x"));
    assertThat(text(pages.answer(request))).isEqualTo("404 not found");
    var seen = missed.getFirst();
    assertThat(seen.path()).isEqualTo("/sports/index.html");
    assertThat(seen.query()).isEmpty();
    assertThat(seen.headers()).containsOnlyKeys("user-agent", "x-forwarded-for");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 416, 422, 429, 500, 503})
  void theApiAnswersForItself(int status) throws IOException {
    var backends = backends(TEMPLATE, request -> Answer.text(status, "its own"));
    var answer = DISTRIBUTION.over(backends).answer(Requests.get("/api/articles/1"));
    assertThat(text(answer)).isEqualTo(status + " its own");
    assertThat(missed).isEmpty();
  }

  @Test
  void aBucketThatMayNotBeListedAnswers403WhichIsNoMissingPage() throws IOException {
    var template =
        TemplateText.newspaper(
            "- Sid: MissingPages\n            Effect: Allow",
            "- Sid: MissingPages\n            Effect: Deny");
    var answer = pages(template, Distribution.read(template)).answer(Requests.get("/sports/"));
    assertThat(text(answer)).isEqualTo("403 ");
  }

  @Test
  void theRootIsNeverAListing() throws IOException {
    var template = TemplateText.newspaper("+= \"index.html\"", "+= \"\"");
    var answer = pages(template, Distribution.read(template)).answer(Requests.get("/"));
    assertThat(text(answer)).isEqualTo("200 the homepage");
  }

  /// Each kind of page has a content policy of its own.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/            | default-src 'self'; script-src 'self'; | require-trusted-types-for 'script'",
        "/sports/     | default-src 'self'; script-src 'self'; | require-trusted-types-for 'script'",
        "/media/1/640.webp | default-src 'none'; style-src     | frame-ancestors 'none'",
        "/assets/a-1.js    | default-src 'none'; style-src     | frame-ancestors 'none'",
        "/api/        | default-src 'none'; script-src 'self'; | require-trusted-types-for 'script'",
        "/desk/       | default-src 'none'; script-src 'self'; | trusted-types lit-html ProseMirrorClipboard nashra-preview",
      })
  void eachKindOfPageHasItsOwnPolicy(String path, String start, String end) throws IOException {
    var backends = backends(TEMPLATE, request -> Answer.text(200, "{}"));
    var answer = DISTRIBUTION.over(backends).answer(Requests.get(path));
    assertThat(answer.headers().get("content-security-policy")).startsWith(start).endsWith(end);
    assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
  }

  @Test
  void whatTheDeskMayDoReadersPagesMayNot() throws IOException {
    assertThat(policy("/desk/"))
        .contains(
            "https://NewsroomDomain.auth.local.amazoncognito.com", "blob:", "https://Uploads");
    assertThat(policy("/")).doesNotContain("https:", "blob:").isEqualTo(policy("/politics/"));
  }

  private String policy(String path) throws IOException {
    return pages.answer(Requests.get(path)).headers().getOrDefault("content-security-policy", "");
  }

  @Test
  void aChangedFunctionOfTheTemplateServesOtherPages() throws IOException {
    var template = TemplateText.newspaper("+= \"index.html\"", "+= \"front.html\"");
    put("front.html", "another front");
    var changed = pages(template, Distribution.read(template));
    assertThat(text(changed.answer(Requests.get("/")))).isEqualTo("200 another front");
  }

  @Test
  void theApiGetsTheHeadersThatThePoliciesNameAndNoOthers() throws IOException {
    var seen = new ArrayList<WebRequest>();
    var api =
        api(
            DISTRIBUTION,
            request -> {
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
                    entry("if-none-match", "\"2\""),
                    entry("origin", "http://localhost:8080"),
                    entry("sec-fetch-site", "same-origin"),
                    entry("user-agent", "curl"),
                    entry("cookie", "a=1"),
                    entry("accept-language", "fr"),
                    entry("x-forwarded-for", "9.9.9.9"),
                    entry("x-nashra-origin-key", "guessed"),
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
            entry("if-none-match", "\"2\""),
            entry("origin", "http://localhost:8080"),
            entry("sec-fetch-site", "same-origin"),
            entry("user-agent", "Amazon CloudFront"),
            entry("x-forwarded-for", "9.9.9.9,192.0.2.7"),
            entry("x-nashra-origin-key", "the secret of OriginKey"),
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
        api(
            Distribution.read(template),
            request -> Answer.text(200, request.headers().keySet().toString()));
    var request = Requests.get("/api/", Map.of("idempotency-key", "k", "if-match", "\"1\""));
    assertThat(text(api.answer(request)))
        .isEqualTo(
            "200 [cloudfront-viewer-address, if-match, user-agent, x-forwarded-for,"
                + " x-nashra-origin-key]");
  }

  @Test
  void anAnswerKeepsTheHeadersThatThePolicyDoesNotOverride() throws IOException {
    var own = Map.of("referrer-policy", "no-referrer", "x-frame-options", "SAMEORIGIN");
    var api = api(Distribution.read(TEMPLATE), request -> Answer.of(200, own));
    assertThat(api.answer(Requests.get("/api/previews/x", Map.of())).headers())
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("x-frame-options", "DENY");
    var bare = api(Distribution.read(TEMPLATE), request -> Answer.of(200, Map.of()));
    assertThat(bare.answer(Requests.get("/api/articles", Map.of())).headers())
        .containsEntry("referrer-policy", "strict-origin-when-cross-origin");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            "          ContentSecurityPolicy:\n            Override: true\n            ContentSecurityPolicy: !Sub",
            "          XSSProtection: { Override: true }\n          ContentSecurityPolicy:\n            Override: true\n            ContentSecurityPolicy: !Sub",
            "DeskHeaders: the local stack does not support XSSProtection"),
        arguments(
            "HeaderBehavior: whitelist\n          Headers: [Accept,",
            "HeaderBehavior: allViewer\n          Headers: [Accept,",
            "the local stack has whitelist here, not allViewer"),
        arguments(
            "CookieBehavior: none }\n          EnableAccept",
            "CookieBehavior: all }\n          EnableAccept",
            "the local stack has none here, not all"),
        arguments("TargetOriginId: api", "TargetOriginId: apis", "there is no origin apis"),
        arguments(
            "OriginId: missing-page", "OriginId: other-page", "there is no origin other-page"),
        arguments(
            "!GetAtt MissingPageUrl.FunctionUrl",
            "!GetAtt MissingPageUrl.Address",
            "a bucket, the HTTP API or the URL of a function is expected here"),
        arguments(
            "EventType: viewer-response",
            "EventType: origin-request",
            "no CloudFront function is for the event origin-request"),
        arguments("viewer-response\n", "viewer-request\n", "a second function for viewer-request"),
        arguments(
            "{ ErrorCode: 500, ErrorCachingMinTTL: 0 }",
            "{ ErrorCode: 500, ResponsePagePath: /500.html }",
            "Distribution: the local stack does not support ResponsePagePath"),
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

  private WebHandler pages(Template template, Distribution distribution) {
    return distribution.over(backends(template, request -> Answer.text(500, "the API")));
  }

  private WebHandler api(Distribution distribution, WebHandler api) {
    return distribution.over(backends(TEMPLATE, api));
  }

  private Backends backends(Template template, WebHandler api) {
    return new Backends(
        SiteFiles.of(template, s3, "pages"),
        api,
        function ->
            request -> {
              assertThat(function).isEqualTo("MissingPage");
              missed.add(request);
              return Answer.text(404, "not found");
            });
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
