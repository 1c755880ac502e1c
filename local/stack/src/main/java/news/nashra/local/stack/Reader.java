package news.nashra.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import news.nashra.core.http.Json;

/// A reader who comments: solves the challenges of [ALTCHA](https://altcha.org/docs/) as a browser
/// does, and has a loopback address of their own, so that the newspaper tells readers apart.
public final class Reader implements AutoCloseable {
  private final URI newspaper;
  private final HttpClient http;

  /// @param number 0 to 65535, of the reader's address
  public Reader(URI newspaper, int number) {
    try {
      byte[] address = {127, 1, (byte) (number >> 8), (byte) number};
      this.newspaper = newspaper;
      this.http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .localAddress(InetAddress.getByAddress(address))
              .build();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Sends a comment with a new proof, unless it has one.
  public HttpResponse<String> comment(String articleId, ObjectNode comment) {
    var proven =
        comment.has("altcha") ? comment : comment.deepCopy().put("altcha", proof(articleId));
    return send(
        HttpRequest.newBuilder(newspaper.resolve("/api/articles/" + articleId + "/comments"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(proven.toString())));
  }

  /// The solution of a new challenge for an article.
  ///
  /// @throws UncheckedIOException if the newspaper is down; it may be asked again
  public String proof(String articleId) {
    var answer =
        send(
            HttpRequest.newBuilder(
                newspaper.resolve("/api/comments/challenge?article=" + articleId)));
    if (answer.statusCode() >= 500) {
      throw new UncheckedIOException(new IOException("no challenge: " + answer.body()));
    }
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("no challenge: " + answer.body());
    }
    return solve((ObjectNode) Json.read(answer.body()));
  }

  /// The payload that proves that a challenge was solved.
  public static String solve(ObjectNode challenge) {
    try {
      var salted = MessageDigest.getInstance("SHA-256");
      salted.update(challenge.path("salt").asText().getBytes(StandardCharsets.UTF_8));
      var wanted = HexFormat.of().parseHex(challenge.path("challenge").asText());
      long most = challenge.path("maxnumber").asLong();
      for (long number = 0; number <= most; number++) {
        var sha256 = (MessageDigest) salted.clone();
        var hash = sha256.digest(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        if (Arrays.equals(hash, wanted)) {
          var solution = challenge.deepCopy().put("number", number);
          solution.remove("maxnumber");
          return Base64.getEncoder()
              .encodeToString(solution.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
      throw new IllegalArgumentException("a challenge without a solution");
    } catch (NoSuchAlgorithmException | CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends a request from the reader's address.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a comment was sent", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
