package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.Test;

class AsyncInvocationTest {
  private static final Map<String, Object> EVENT = Map.of("key", "uploads/1");

  @Test
  void anEventThatSucceedsIsHandedOverOnce() {
    var resize = RecordingFunction.silent("Resize");
    var refuse = RecordingFunction.silent("Refuse");
    invocation(resize, 2, refuse).deliver(EVENT);
    assertThat(resize.events()).containsExactly(Json.read("{\"key\": \"uploads/1\"}"));
    assertThat(refuse.events()).isEmpty();
  }

  @Test
  void anEventThatFailsToTheEndGoesToItsDestination() {
    var resize = RecordingFunction.failing("Resize");
    var refuse = RecordingFunction.silent("Refuse");
    invocation(resize, 2, refuse).deliver(EVENT);
    assertThat(resize.events()).hasSize(3);
    assertThat(refuse.events())
        .containsExactly(
            Json.read(
                "{\"requestContext\": {\"condition\": \"RetriesExhausted\"},"
                    + " \"requestPayload\": {\"key\": \"uploads/1\"}}"));
  }

  @Test
  void aRetryMaySucceed() {
    var tries = new AtomicInteger();
    var resize =
        new RecordingFunction(
            "Resize",
            event -> {
              if (tries.incrementAndGet() < 3) {
                throw new LambdaFunction.Failed("not yet", null);
              }
              return "";
            });
    var refuse = RecordingFunction.silent("Refuse");
    invocation(resize, 2, refuse).deliver(EVENT);
    assertThat(resize.events()).hasSize(3);
    assertThat(refuse.events()).isEmpty();
  }

  @Test
  void theTemplateSaysHowOftenAndWhereTo() {
    var template =
        TemplateText.parse(
            """
            Resources:
              Refuse: { Type: AWS::Serverless::Function, Properties: {} }
              Resize:
                Type: AWS::Serverless::Function
                Properties:
                  EventInvokeConfig:
                    MaximumRetryAttempts: 0
                    DestinationConfig:
                      OnFailure: { Type: Lambda, Destination: !GetAtt Refuse.Arn }
            """);
    var resize = RecordingFunction.failing("Resize");
    var refuse = RecordingFunction.silent("Refuse");
    AsyncInvocation.read(template, resize, Map.of("Resize", resize, "Refuse", refuse))
        .deliver(EVENT);
    assertThat(resize.events()).hasSize(1);
    assertThat(refuse.events()).hasSize(1);
  }

  @Test
  void twoRetriesAreTheDefaultAndAQueueIsNoFunction() {
    var template =
        TemplateText.parse(
            """
            Resources:
              Failures: { Type: AWS::SQS::Queue }
              Resize:
                Type: AWS::Serverless::Function
                Properties:
                  EventInvokeConfig:
                    DestinationConfig:
                      OnFailure: { Type: SQS, Destination: !GetAtt Failures.Arn }
            """);
    var resize = RecordingFunction.failing("Resize");
    AsyncInvocation.read(template, resize, Map.of("Resize", resize)).deliver(EVENT);
    assertThat(resize.events()).hasSize(3);
  }

  private static AsyncInvocation invocation(
      LambdaFunction function, int retries, LambdaFunction onFailure) {
    return new AsyncInvocation(function, retries, Optional.of(onFailure), Duration.ofMillis(1));
  }
}
