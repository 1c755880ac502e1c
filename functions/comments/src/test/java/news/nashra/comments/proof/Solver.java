package news.nashra.comments.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.LongStream;
import news.nashra.core.Sha256;
import news.nashra.core.http.Json;

/// Solves challenges as a reader's browser does.
public final class Solver {
  private Solver() {}

  /// Returns the challenge with its number, in the form that is sent back.
  public static ObjectNode solve(Map<String, Object> challenge) {
    var solution = (ObjectNode) Json.read(Json.write(challenge));
    var salt = solution.path("salt").asText();
    var wanted = solution.path("challenge").asText();
    long most = solution.remove("maxnumber").asLong();
    return solution.put(
        "number",
        LongStream.rangeClosed(0, most)
            .filter(number -> sha256(salt + number).equals(wanted))
            .findFirst()
            .orElseThrow());
  }

  public static String payload(ObjectNode solution) {
    return base64(solution.toString());
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(String text) {
    return Sha256.hex(32, text.getBytes(StandardCharsets.UTF_8));
  }
}
