package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.media.Pictures;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;

/// An editor who publishes through PublishArticle at times that the measurement chooses.
@NullUnmarked
public final class Publisher {
  private final PublishArticle function;

  /// @param articles also used as the table of pictures, of which there are none
  public Publisher(Site site, Table articles, Table comments, Press press, InstantSource clock) {
    this.function =
        new PublishArticle(
            site, articles, comments, new Pictures(articles), press, new Ids(clock), clock);
  }

  /// Publishes an article.
  ///
  /// @return the receipt
  public JsonNode publish(Map<String, Object> article) throws IOException {
    var claims = Map.of("cognito:groups", "[editors]");
    var event =
        Map.of(
            "routeKey", "POST /api/articles",
            "headers", Map.of("content-type", "application/json"),
            "requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))),
            "body", Json.write(article));
    var out = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), out, null);
    var answer = Json.read(out.toString(StandardCharsets.UTF_8));
    if (answer.path("statusCode").asInt() != 201) {
      throw new IllegalStateException(answer.toString());
    }
    return Json.read(answer.path("body").asText());
  }
}
