package news.nashra.articles.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import news.nashra.core.http.Json;

/// The newspaper at its public address, as a reader reaches it. Thread-safe.
final class PublicSite {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI origin;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  PublicSite(String origin) {
    this.origin = URI.create(origin);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", Json.MEDIA_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(origin.resolve(path))
        .timeout(TIMEOUT)
        .header("User-Agent", "nashra-check");
  }

  private Answer send(HttpRequest.Builder request) {
    var asked = request.build();
    try {
      var answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new StepFailed(asked.method() + " " + asked.uri().getPath() + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted");
    }
  }
}
