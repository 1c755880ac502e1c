package news.nashra.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import news.nashra.local.stack.template.StackFault;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final Retry retry = new Retry(Duration.ofMillis(1));

  @Test
  void aServerThatIsDownIsAskedAgain() throws IOException {
    try (var server = new FlakyServer(500, 0, 503, 201)) {
      assertThat(retry.send("a test", server::post).statusCode()).isEqualTo(201);
      assertThat(server.requests()).isEqualTo(4);
    }
  }

  @Test
  void aRefusalIsAnAnswer() throws IOException {
    try (var server = new FlakyServer(409, 201)) {
      assertThat(retry.send("a test", server::post).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void whatGoesOnFailingIsAFaultInTheEnd() throws IOException {
    try (var server = new FlakyServer(503)) {
      assertThatThrownBy(() -> retry.send("a test", server::post))
          .isInstanceOf(StackFault.class)
          .hasMessage("a test failed 8 times, at last with: 503; start again to go on from here");
      assertThat(server.requests()).isEqualTo(Retry.TRIES);
    }
  }
}
