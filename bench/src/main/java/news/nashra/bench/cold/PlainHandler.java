package news.nashra.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/// The plainest function that takes an article: it reads JSON, and hands it to [PlainNewspaper].
@NullUnmarked // without Lambda's context
public final class PlainHandler implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final PlainNewspaper newspaper = new PlainNewspaper();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode article = json.readTree(json.readTree(in).path("body").asText());
    var published =
        newspaper.publish(article.path("headline").asText(), article.path("bodyHtml").asText());
    var answer = Map.of("statusCode", 201, "body", published);
    out.write(json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
  }
}
