package peer;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Function;
import news.nashra.bench.cold.PlainNewspaper;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/// What PlainHandler does, as a function of Spring.
@SpringBootApplication
public class Application {
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Bean
  PlainNewspaper newspaper() {
    return new PlainNewspaper();
  }

  @Bean
  Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> publish(PlainNewspaper newspaper) {
    var json = new JsonMapper();
    return event -> {
      var article = json.readTree(event.getBody());
      var answer =
          newspaper.publish(
              article.path("headline").asString(), article.path("bodyHtml").asString());
      return APIGatewayV2HTTPResponse.builder().withStatusCode(201).withBody(answer).build();
    };
  }
}
