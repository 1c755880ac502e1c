package news.nashra.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Stack;

/// One newspaper with the demo edition for all tests of a run. Whoever writes there holds [#LOCK].
final class DemoNewspaper {
  /// The name of a [org.junit.jupiter.api.parallel.ResourceLock].
  static final String LOCK = "demo newspaper";

  /// Readers of the demo edition solve easy challenges: a hundred of the usual ones take seconds.
  private static final Map<String, String> EASY = Map.of("ChallengeMaxNumber", "1000");

  private static final Stack STACK = start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private DemoNewspaper() {}

  static Stack stack() {
    return STACK;
  }

  static HttpResponse<String> get(String path) {
    try {
      var request = HttpRequest.newBuilder(STACK.uri().resolve(path)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Stack start() {
    var stack =
        Stack.start(new Options(Newspaper.HOME, Optional.empty(), 0, true, EASY, Optional.empty()));
    stack.settle();
    return stack;
  }
}
