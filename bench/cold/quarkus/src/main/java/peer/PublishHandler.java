package peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import news.nashra.bench.cold.PlainNewspaper;

/// What PlainHandler does, as a function of Quarkus.
@Named("publish")
public class PublishHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  @Inject PlainNewspaper newspaper;
  @Inject ObjectMapper json;

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    try {
      var article = json.readTree((String) event.get("body"));
      var answer =
          newspaper.publish(
              article.path("headline").asText(), article.path("bodyHtml").asText());
      return Map.of("statusCode", 201, "body", answer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
