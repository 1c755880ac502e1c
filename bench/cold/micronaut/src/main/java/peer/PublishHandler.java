package peer;

import io.micronaut.function.aws.MicronautRequestHandler;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import news.nashra.bench.cold.PlainNewspaper;

/// What PlainHandler does, as a function of Micronaut.
public class PublishHandler
    extends MicronautRequestHandler<Map<String, Object>, Map<String, Object>> {
  @Inject PlainNewspaper newspaper;
  @Inject ObjectMapper json;

  @Override
  public Map<String, Object> execute(Map<String, Object> event) {
    try {
      var article = json.readValue((String) event.get("body"), Map.class);
      var answer =
          newspaper.publish((String) article.get("headline"), (String) article.get("bodyHtml"));
      return Map.of("statusCode", 201, "body", answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
