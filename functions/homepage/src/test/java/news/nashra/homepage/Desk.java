package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.media.Pictures;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;

/// An editor, who calls PublishArticle.
@NullUnmarked
public final class Desk {
  private final PublishArticle function;

  /// @param articles also used as the table of pictures, of which there are none
  public Desk(Site site, Table articles, Table comments, Press press, InstantSource clock) {
    this.function =
        new PublishArticle(
            site, articles, comments, new Pictures(articles), press, new Ids(clock), clock);
  }

  /// Publishes an article and returns its id.
  public String publish(Map<String, Object> article) {
    return call("POST /api/articles", Map.of(), Map.of(), article, 201).path("id").asText();
  }

  public void revise(String id, long seen, Map<String, Object> article) {
    call(
        "PUT /api/articles/{id}",
        Map.of("id", id),
        Map.of("if-match", "\"" + seen + "\""),
        article,
        200);
  }

  public void withdraw(String id) {
    call("POST /api/articles/{id}/withdraw", Map.of("id", id), Map.of(), Map.of(), 200);
  }

  private JsonNode call(
      String route,
      Map<String, String> path,
      Map<String, String> headers,
      Object body,
      int expected) {
    var all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    var claims = Map.of("cognito:groups", "[editors]");
    var event =
        Map.of(
            "routeKey", route,
            "pathParameters", path,
            "headers", all,
            "requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))),
            "body", Json.write(body));
    var out = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), out, null);
      var answer = Json.read(new ByteArrayInputStream(out.toByteArray()));
      assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(expected);
      return Json.read(
          new ByteArrayInputStream(answer.path("body").asText().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
