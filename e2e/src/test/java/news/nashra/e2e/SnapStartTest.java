package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;
import news.nashra.testing.lambda.FunctionProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions with SnapStart: what they do before a snapshot, in processes of their own with the
/// runtime that Lambda has, and what they are after it.
class SnapStartTest {
  @Test
  void eachRouteOfAFunctionWithSnapStartIsPrimed() throws Exception {
    var template = Template.read(Newspaper.HOME.resolve("template.yaml"), Map.of(), name -> "");
    var routes = new TreeSet<String>();
    var primed = new TreeSet<String>();
    for (var entry : template.resources("AWS::Serverless::Function").entrySet()) {
      var function = entry.getValue();
      if (function.find("SnapStart").isPresent()) {
        routes(function).forEach(route -> routes.add(entry.getKey() + " " + route));
        var handler = Class.forName(function.get("Handler").text());
        for (var event : handler.getAnnotation(PrimedBy.class).value()) {
          var route = new JsonMapper().readTree(bytes(event)).path("routeKey").asText();
          primed.add(entry.getKey() + " " + route);
        }
      }
    }
    assertThat(routes).hasSizeGreaterThan(50);
    assertThat(primed).containsAll(routes);
  }

  private static Stream<String> routes(TemplateValue function) {
    return function.find("Events").map(TemplateValue::fields).orElse(Map.of()).values().stream()
        .filter(event -> event.get("Type").text().equals("HttpApi"))
        .map(event -> event.get("Properties"))
        .map(properties -> properties.get("Method").text() + " " + properties.get("Path").text());
  }

  /// The credentials come from an address, as Lambda hands them to a restored function.
  @ParameterizedTest
  @CsvSource({
    "PublishArticle, publish-article, 201",
    "SubmitComment, comment-challenge, 200",
    "ModerateComments, moderate-comments, 200"
  })
  void aFunctionIsPrimedAndRestored(String function, String event, int status) throws Exception {
    var before = newest();
    var asked = new AtomicInteger();
    var credentials = credentials(asked);
    try (var process = start(function, credentials)) {
      process.api().ready();
      assertThat(process.log()).contains("\"event\":\"primed\"").doesNotContain("ERROR", "_aws");
      assertThat(newest()).isEqualTo(before); // nothing was written
      assertThat(asked).hasValue(0); // no credentials are in the snapshot

      process.api().restore();
      process.api().invoke(bytes(event), "\"statusCode\":" + status);
      assertThat(asked).hasPositiveValue();
    } finally {
      credentials.stop(0);
    }
  }

  private static FunctionProcess start(String function, HttpServer credentials) throws IOException {
    var deployment = Newspaper.stack().deployment(function);
    var environment = new HashMap<>(deployment.environment());
    environment.keySet().removeIf(name -> name.matches("AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY)"));
    environment.put(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "http://127.0.0.1:" + credentials.getAddress().getPort() + "/");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    return new FunctionProcess(
        FunctionProcess.command(deployment.handler()), deployment.folder(), environment);
  }

  private static HttpServer credentials(AtomicInteger asked) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(loopback, 0);
    var environment = Newspaper.stack().deployment("PublishArticle").environment();
    var answer =
        new JsonMapper()
            .writeValueAsBytes(
                Map.of(
                    "AccessKeyId", environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                    "SecretAccessKey", environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""),
                    "Expiration", Instant.now().plusSeconds(3_600).toString()));
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }

  /// The newest article and the comments that wait.
  private static List<String> newest() {
    return List.of(
        Newspaper.send(Newspaper.asEditor("/api/articles?limit=1")).text(),
        Newspaper.queue("").text());
  }

  private static byte[] bytes(String event) throws IOException {
    return Files.readString(Newspaper.HOME.resolve("events/" + event + ".json"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
