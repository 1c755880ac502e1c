package news.nashra.local.stack.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.core.Parallel;
import news.nashra.local.stack.cloudfront.ViewerRequestFunction.Result;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ViewerRequestFunctionTest {
  private static final String REDIRECT = "statusCode: 301";

  private static final ViewerRequestFunction NEWSPAPER =
      function(TemplateText.parse(TemplateText.newspaper()));

  @ParameterizedTest
  @CsvSource({
    "/, /index.html",
    "/politics/, /politics/index.html",
    "/2026/11/26/%D8%AF%D8%B1%D8%A8/, /2026/11/26/%D8%AF%D8%B1%D8%A8/index.html",
    "/assets/reader-1.js, /assets/reader-1.js",
    "/feed.xml, /feed.xml",
    "/media/1/640.webp, /media/1/640.webp",
    "//evil.example/, //evil.example/index.html",
  })
  void theTemplatesFunctionNamesTheObject(String path, String object) {
    assertThat(NEWSPAPER.handle(Requests.get(path))).isEqualTo(new Result.Forward(object));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/politics /politics/",
        "/politics?a=b /politics/?a=b",
        "/politics?a=b&c=d&a=e /politics/?a=b&a=e&c=d",
        "/politics?q=%D8%AF+x%26y&&flag&empty= /politics/?q=%D8%AF+x%26y&flag=&empty=",
        "/politics?a=b=c&u=//evil.example /politics/?a=b=c&u=//evil.example",
        "/politics?comment=1,2&comment=1,2 /politics/?comment=1,2&comment=1,2",
        "/v1.2/politics /v1.2/politics/",
        "/2026/11/26/%D8%AF /2026/11/26/%D8%AF/",
        "//evil /evil/",
        "//evil?x=1 /evil/?x=1",
        "///a.example/b /a.example/b/",
        "/\\evil /evil/",
        "/\\ /",
      })
  void theTemplatesFunctionSendsOnToAPathOfThisSite(String path, String location) {
    assertThat(respond(NEWSPAPER, Requests.get(path)))
        .isEqualTo("301 {location=" + location + "} ");
  }

  static Stream<String> hostilePaths() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/hostile-paths.txt")).stream()
        .filter(line -> !line.startsWith("# "))
        .map(String::translateEscapes);
  }

  @Test
  void thereAre200HostilePaths() throws IOException {
    assertThat(hostilePaths().distinct()).hasSizeGreaterThanOrEqualTo(200);
  }

  /// A browser [drops tabs and line breaks](https://url.spec.whatwg.org/#url-parsing) from an
  /// address, and controls and spaces at its ends. A slash at the start of what is left, with
  /// neither a slash nor a backslash behind it, is a path of the same site.
  @ParameterizedTest
  @MethodSource("hostilePaths")
  void noRedirectLeavesTheSite(String path) {
    for (var query : List.of("", "?u=//evil.example", "?//evil.example&\\\\evil.example")) {
      if (NEWSPAPER.handle(Requests.get(path + query)) instanceof Result.Respond(var answer)) {
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.headers().get("location")).matches("/(?![/\\\\])[^\\x00-\\x20\\x7f]*");
      } else {
        assertThat(path.endsWith("/") || path.substring(path.lastIndexOf('/')).contains("."))
            .isTrue();
      }
    }
  }

  @Test
  void aChangedRuleOfTheTemplateGivesAnotherAnswer() {
    var changed = function(TemplateText.newspaper(REDIRECT, "statusCode: 308"));
    assertThat(respond(changed, Requests.get("/politics"))).isEqualTo("308 {location=/politics/} ");
    var html = function(TemplateText.newspaper("\"index.html\"", "\"home.html\""));
    assertThat(html.handle(Requests.get("/"))).isEqualTo(new Result.Forward("/home.html"));
  }

  @Test
  void aSyntaxErrorInTheTemplateStopsTheStartWithItsLine() {
    var template = TemplateText.newspaper(REDIRECT, "statusCode 301");
    assertThatThrownBy(() -> function(template))
        .isInstanceOf(StackFault.class)
        .hasMessage(
            "template.yaml:"
                + TemplateText.line(REDIRECT)
                + ": IndexDocuments: missing ( before function parameters.");
  }

  @Test
  void aFunctionWithoutAHandlerStopsTheStart() {
    assertThatThrownBy(() -> function("var handle = function (event) { return event; };"))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:5: Tested: FunctionCode has no function handler(event)");
  }

  @Test
  void aFunctionThatThrowsIsAnswered503WithItsLine() {
    var function = function("function handler(event) { return event.requests.uri; }");
    assertThat(respond(function, Requests.get("/")))
        .isEqualTo(
            "503 {content-type=text/plain; charset=utf-8} Tested failed: template.yaml:6:"
                + " TypeError: Cannot read property \"uri\" from undefined\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return undefined | it returns nothing",
        "return {}        | it returns neither a request nor a response: {}",
        "return 1         | it returns neither a request nor a response: 1",
        "event.request.uri = 'x'; return {uri: 'x'} | it returns neither a request nor a response: {\"uri\":\"x\"}",
      })
  void aFunctionThatReturnsSomethingElseIsAnswered503(String body, String why) {
    var function = function("function handler(event) { " + body + "; }");
    assertThat(respond(function, Requests.get("/")))
        .isEqualTo("503 {content-type=text/plain; charset=utf-8} Tested failed: " + why + "\n");
  }

  @Test
  void theEventIsThatOfCloudFront() {
    var function =
        function(
            "function handler(e) { var r = e.request; return { statusCode: 200, headers: { 'X-Seen': { value: "
                + "[e.version, e.context.eventType, e.viewer.ip, r.method, r.uri, r.querystring.q.value,"
                + " r.querystring.flag.value, r.headers.accept.value, r.headers.cookie,"
                + " r.cookies.a.value, r.cookies.b.value].join(' ') } } }; }");
    var request =
        Requests.get("/x%20y?q=%D8%AF&flag", Map.of("accept", "text/html", "cookie", "a=1; b=2"));
    assertThat(respond(function, request))
        .isEqualTo("200 {x-seen=1.0 viewer-request 192.0.2.7 GET /x%20y %D8%AF  text/html  1 2} ");
  }

  @Test
  void requestsShareNoVariables() {
    var function =
        function(
            "var seen = []; function handler(event) { seen.push(1);"
                + " return { statusCode: 200 + seen.length }; }");
    var together =
        Parallel.all(
            IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () -> respond(function, Requests.get("/")))
                .toList());
    assertThat(List.copyOf(together)).containsOnly("201 {} ");
  }

  private static String respond(ViewerRequestFunction function, WebRequest request) {
    return switch (function.handle(request)) {
      case Result.Forward(var uri) -> "forward " + uri;
      case Result.Respond(var answer) ->
          answer.status() + " " + answer.headers() + " " + new String(answer.body(), UTF_8);
    };
  }

  private static ViewerRequestFunction function(Template template) {
    return new ViewerRequestFunction(EdgeFunctions.of(template, "IndexDocuments"));
  }

  private static ViewerRequestFunction function(String code) {
    return new ViewerRequestFunction(EdgeFunctions.of(code));
  }
}
