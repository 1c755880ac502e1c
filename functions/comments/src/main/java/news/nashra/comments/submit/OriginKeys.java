package news.nashra.comments.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Secret;
import news.nashra.core.http.Json;

/// The keys by which the API recognises requests of the distribution. The distribution sends one of
/// them; during a rotation some of its servers send the old one and some the new one, so both are
/// known.
public record OriginKeys(List<String> all) {
  /// A rotation needs two.
  public static final int MAX_KEYS = 4;

  private static final int MIN_KEY_LENGTH = 32;

  public OriginKeys {
    all = List.copyOf(all);
    if (all.isEmpty() || all.size() > MAX_KEYS) {
      throw new IllegalArgumentException("the secret holds 1 to " + MAX_KEYS + " keys");
    }
    if (all.stream().anyMatch(key -> key.length() < MIN_KEY_LENGTH)) {
      throw new IllegalArgumentException(
          "each key needs at least " + MIN_KEY_LENGTH + " characters");
    }
  }

  /// The keys in the secret that `ORIGIN_KEY_SECRET` names.
  public static Secret<OriginKeys> secret(Aws aws, InstantSource clock) {
    return Secret.of(aws, "ORIGIN_KEY_SECRET", OriginKeys::read, clock);
  }

  /// Reads the values of a JSON object: `{"turn1": "…", "turn2": "…"}`.
  public static OriginKeys read(String secret) {
    return new OriginKeys(json(secret).valueStream().map(JsonNode::asText).toList());
  }

  /// Whether `sent` is one of the keys. It takes as long for a guess that is almost right.
  boolean has(String sent) {
    var bytes = sent.getBytes(StandardCharsets.UTF_8);
    return all.stream()
        .anyMatch(key -> MessageDigest.isEqual(bytes, key.getBytes(StandardCharsets.UTF_8)));
  }

  /// The message of a parser would quote the secret.
  private static JsonNode json(String secret) {
    try {
      return Json.read(secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the secret is not JSON");
    }
  }
}
