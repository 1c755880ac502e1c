package news.nashra.comments.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import news.nashra.comments.CommentKeys;
import news.nashra.core.KeyedHash;
import news.nashra.core.http.Json;
import org.altcha.altcha.Altcha;

/// Challenges of the [ALTCHA protocol](https://altcha.org/docs/v2/proof-of-work/), cheap for one
/// comment and expensive for a flood: find the number that, appended to the salt, has the given
/// SHA-256. The signed salt contains the article and the expiry. Thread-safe.
public final class Challenges {
  /// Long enough to write a comment; a reader who takes longer gets another challenge.
  static final Duration LIFETIME = Duration.ofMinutes(20);

  /// What a solved challenge counts in the rate window.
  private static final int WEIGHT = 1;

  private static final String FIELD = "altcha";
  private static final String EXPIRES = "expires";
  private static final String ARTICLE = "article";

  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;

  public Challenges(Supplier<CommentKeys> keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// Creates a challenge: `{algorithm, challenge, maxnumber, salt, signature}`.
  ///
  /// @param maxNumber the highest number to find; the mean cost is half as many hashes
  public Map<String, Object> issue(String articleId, long maxNumber) {
    var challenge =
        create(
            hmacKey(keys.get().current()),
            new Altcha.ChallengeOptions()
                .setMaxNumber(maxNumber)
                .setSecureRandomNumber(true)
                .setExpires(clock.instant().plus(LIFETIME).getEpochSecond())
                .addParam(ARTICLE, articleId));
    var json = new LinkedHashMap<String, Object>();
    json.put("algorithm", challenge.algorithm);
    json.put("challenge", challenge.challenge);
    json.put("maxnumber", challenge.maxnumber);
    json.put("salt", challenge.salt);
    json.put("signature", challenge.signature);
    return json;
  }

  /// Checks a solution: `{algorithm, challenge, number, salt, signature}` as JSON in Base64.
  ProofResult check(String payload, String articleId) {
    JsonNode json;
    try {
      json =
          Json.read(
              new String(Base64.getDecoder().decode(payload.strip()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return ProofResult.invalid(FIELD, "error.challenge.bad");
    }
    var salt = json.path("salt").asText();
    var signature = json.path("signature").asText();
    if (!json.path("algorithm").asText().equals(Altcha.Algorithm.SHA256.getName())
        || !json.path("number").isIntegralNumber()
        || !json.path("number").canConvertToLong()
        || !isSigned(
            salt, json.path("number").longValue(), json.path("challenge").asText(), signature)) {
      return ProofResult.invalid(FIELD, "error.challenge.bad");
    }
    var params = params(salt);
    if (!articleId.equals(params.get(ARTICLE))) {
      return ProofResult.invalid(FIELD, "error.challenge.article");
    }
    var expires = Instant.ofEpochSecond(Long.parseLong(params.getOrDefault(EXPIRES, "0")));
    return clock.instant().isBefore(expires)
        ? new ProofResult.Valid(FIELD, signature, expires, WEIGHT)
        : ProofResult.invalid(FIELD, "error.challenge.expired");
  }

  /// The library compares signatures with `equals`; this compares them in constant time.
  private boolean isSigned(String salt, long number, String challenge, String signature) {
    return keys.get().all().stream()
        .anyMatch(key -> isSigned(hmacKey(key), salt, number, challenge, signature));
  }

  private static String hmacKey(KeyedHash key) {
    return key.base64Url("altcha");
  }

  private static boolean isSigned(
      String key, String salt, long number, String challenge, String signature) {
    var expected = create(key, new Altcha.ChallengeOptions().setSalt(salt).setNumber(number));
    return expected.challenge.equals(challenge)
        && expected.salt.equals(salt)
        && MessageDigest.isEqual(
            expected.signature.getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private static Altcha.Challenge create(String key, Altcha.ChallengeOptions options) {
    try {
      return Altcha.createChallenge(options.setAlgorithm(Altcha.Algorithm.SHA256).setHmacKey(key));
    } catch (Exception e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static Map<String, String> params(String salt) {
    try {
      return Altcha.extractParams(salt);
    } catch (Exception e) {
      throw new IllegalStateException("a signed salt is one of ours", e);
    }
  }
}
