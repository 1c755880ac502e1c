package news.nashra.articles.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import news.nashra.core.Sha256;
import news.nashra.core.http.Json;

/// A challenge of the [ALTCHA protocol](https://altcha.org/docs/v2/proof-of-work/), as a reader's
/// browser gets it.
///
/// @param number the highest number to try
record Challenge(String algorithm, String challenge, String salt, String signature, long number) {
  /// The most that moderators can ask of readers (docs/openapi.yaml). With 1,024 MB it takes a
  /// second.
  private static final long MAX_NUMBER = 1_000_000;

  static Challenge read(JsonNode json) {
    return new Challenge(
        json.path("algorithm").asText(),
        json.path("challenge").asText(),
        json.path("salt").asText(),
        json.path("signature").asText(),
        json.path("maxnumber").asLong());
  }

  /// The proof that it was solved, for the field `altcha` of a comment.
  String solve() {
    if (number > MAX_NUMBER) {
      throw new StepFailed("the challenge asks for up to " + number + " hashes");
    }
    for (long candidate = 0; candidate <= number; candidate++) {
      if (Sha256.hex(32, (salt + candidate).getBytes(StandardCharsets.UTF_8)).equals(challenge)) {
        return payload(candidate);
      }
    }
    throw new StepFailed("the challenge has no solution");
  }

  private String payload(long solution) {
    var json =
        Json.write(
            Map.of(
                "algorithm", algorithm,
                "challenge", challenge,
                "number", solution,
                "salt", salt,
                "signature", signature));
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
