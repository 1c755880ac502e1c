package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import news.nashra.core.Sha256;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// The [examples of
/// S3](https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), with their
/// signatures.
class SignatureV4Test {
  private static final String HOST = "examplebucket.s3.amazonaws.com";
  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
  private static final SignatureV4 SIGNATURE = new SignatureV4("s3", "us-east-1");

  @Test
  void anObjectIsRead() {
    var headers = Map.of("host", HOST, "range", "bytes=0-9");
    assertThat(authorization("GET", "/test.txt", "", headers, ""))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void anObjectIsWritten() {
    var headers =
        Map.of(
            "host", HOST,
            "date", "Fri, 24 May 2013 00:00:00 GMT",
            "x-amz-storage-class", "REDUCED_REDUNDANCY");
    assertThat(authorization("PUT", "/test%24file.text", "", headers, "Welcome to Amazon S3."))
        .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }

  @Test
  void aBucketIsListed() {
    assertThat(authorization("GET", "/", "max-keys=2&prefix=J", Map.of("host", HOST), ""))
        .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  }

  @Test
  void theTokenOfASessionIsSentAndSigned() {
    var session = AwsSessionCredentials.create(KEY, SECRET, "token");
    var signed = SIGNATURE.sign("GET", "/", "", Map.of("host", HOST), hash(""), session, NOW);
    assertThat(signed).containsEntry("x-amz-security-token", "token");
    assertThat(signed.get("authorization")).contains(";x-amz-date;x-amz-security-token,");
  }

  private static String authorization(
      String method, String path, String query, Map<String, String> headers, String body) {
    var credentials = AwsBasicCredentials.create(KEY, SECRET);
    return SIGNATURE
        .sign(method, path, query, headers, hash(body), credentials, NOW)
        .getOrDefault("authorization", "");
  }

  private static String hash(String body) {
    return Sha256.hex(32, body.getBytes(StandardCharsets.UTF_8));
  }
}
