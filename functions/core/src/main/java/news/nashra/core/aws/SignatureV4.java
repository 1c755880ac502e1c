package news.nashra.core.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.nashra.core.Sha256;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Signs requests with [Signature Version
/// 4](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// The signer of the SDK takes six times as long to load. Thread-safe.
///
/// @param service as the credential scope names it: `dynamodb`
record SignatureV4(String service, String region) {
  /// The header that says what the signature covers of the body.
  static final String BODY_HASH = "x-amz-content-sha256";

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DAY_LENGTH = 8;
  private static final int SHA_256_BYTES = 32;

  /// Returns the headers to send: those of the request, all of which are signed, and those of the
  /// signature.
  ///
  /// @param path encoded as it is sent, for S3 once
  /// @param query encoded, sorted by name
  /// @param headers by their names in lower case, with `host`
  /// @param body its SHA-256 in hexadecimal, or what a service takes in its place
  SortedMap<String, String> sign(
      String method,
      String path,
      String query,
      Map<String, String> headers,
      String body,
      AwsCredentialsIdentity credentials,
      Instant now) {
    var time = TIME.format(now);
    var day = time.substring(0, DAY_LENGTH);
    var all = new TreeMap<>(headers);
    all.put("x-amz-date", time);
    all.put(BODY_HASH, body);
    if (credentials instanceof AwsSessionCredentialsIdentity session) {
      all.put("x-amz-security-token", session.sessionToken());
    }
    var signed = String.join(";", all.keySet());
    var lines =
        all.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
            .collect(Collectors.joining());
    var canonical = String.join("\n", method, path, query, lines, signed, body);
    var scope = String.join("/", day, region, service, "aws4_request");
    var text =
        String.join("\n", ALGORITHM, time, scope, Sha256.hex(SHA_256_BYTES, bytes(canonical)));
    var signature = HexFormat.of().formatHex(hmac(key(credentials, day), text));
    all.put(
        "authorization",
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(ALGORITHM, credentials.accessKeyId(), scope, signed, signature));
    return all;
  }

  private byte[] key(AwsCredentialsIdentity credentials, String day) {
    var ofDay = hmac(bytes("AWS4" + credentials.secretAccessKey()), day);
    return hmac(hmac(hmac(ofDay, region), service), "aws4_request");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
