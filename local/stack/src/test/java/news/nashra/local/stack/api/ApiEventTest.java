package news.nashra.local.stack.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.http.WebRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiEventTest {
  @Test
  void aRequestIsAnEventOfFormat2() {
    var request =
        Requests.request(
            "POST",
            "/api/articles/a%20b+c?q=%D8%AF&q=x+y&empty=&flag",
            Map.of("content-type", "application/json", "x-tag", "a,b"),
            "{\"a\": 1}");
    var event = (ObjectNode) event(request, Optional.of(Map.of("username", "editor")));
    var context = (ObjectNode) event.path("requestContext");
    assertThat(context.remove("requestId").asText()).hasSize(36);
    assertThat(event)
        .isEqualTo(
            Json.read(
                """
                {
                  "version": "2.0",
                  "routeKey": "POST /api/articles/{id}",
                  "rawPath": "/api/articles/a%20b+c",
                  "rawQueryString": "q=%D8%AF&q=x+y&empty=&flag",
                  "headers": {"content-type": "application/json", "x-tag": "a,b"},
                  "queryStringParameters": {"q": "د,x y", "empty": "", "flag": ""},
                  "pathParameters": {"id": "a b+c"},
                  "requestContext": {
                    "http": {
                      "method": "POST",
                      "path": "/api/articles/a%20b+c",
                      "protocol": "HTTP/1.1",
                      "sourceIp": "192.0.2.7"
                    },
                    "routeKey": "POST /api/articles/{id}",
                    "stage": "$default",
                    "authorizer": {"jwt": {"claims": {"username": "editor"}}}
                  },
                  "body": "{\\"a\\": 1}",
                  "isBase64Encoded": false
                }
                """));
  }

  @Test
  void cookiesHaveAFieldOfTheirOwn() {
    var event =
        event(Requests.get("/", Map.of("cookie", "a=1; b=2", "accept", "*/*")), Optional.empty());
    assertThat(event.path("cookies")).isEqualTo(Json.read("[\"a=1\", \"b=2\"]"));
    assertThat(event.path("headers")).isEqualTo(Json.read("{\"accept\": \"*/*\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, {}, {}, false",
    "application/json; charset=utf-8, {}, {}, false",
    "Text/Plain, a, a, false",
    "application/x-www-form-urlencoded, a=b, YT1i, true",
    "image/png, a, YQ==, true",
    "'', a, YQ==, true",
  })
  void aBodyOfTextIsTextAndAnyOtherBase64(String type, String body, String seen, boolean base64) {
    var request = Requests.request("POST", "/", Map.of("content-type", type), body);
    var event = event(request, Optional.empty());
    assertThat(event.path("body").asText()).isEqualTo(seen);
    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
  }

  @Test
  void aBodyThatIsNoUtf8IsBase64WhateverItsTypeSays() {
    byte[] latin1 = {'d', (byte) 0xe9};
    var request = Requests.request("POST", "/", Map.of("content-type", "text/plain"), latin1);
    var event = event(request, Optional.empty());
    assertThat(event.path("body").asText()).isEqualTo("ZOk=");
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void aBrokenEscapeStaysAsItIs() {
    var event = event(Requests.get("/?q=%ZZ"), Optional.empty());
    assertThat(event.path("queryStringParameters")).isEqualTo(Json.read("{\"q\": \"%ZZ\"}"));
  }

  private static JsonNode event(WebRequest request, Optional<Map<String, String>> claims) {
    var route = new ApiRoute("POST", "/api/articles/{id}", false, new FixedFunction("{}"));
    var parameters = route.match(request.path()).orElse(Map.of());
    try {
      var body = request.body().readAllBytes();
      var json = new ApiEvent(request, route.key(), parameters, claims, body).json();
      return Json.read(new String(json, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
