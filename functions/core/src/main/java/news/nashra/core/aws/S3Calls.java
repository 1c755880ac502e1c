package news.nashra.core.aws;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Calls S3. Thread-safe.
///
/// @param endpoint of the region
/// @param bucketInPath whether a bucket is named in the path of addresses, not in their host
record S3Calls(ServiceCalls service, URI endpoint, boolean bucketInPath) {
  /// As the SDK's client sends objects: TLS keeps them as they are, and a checksum costs a tenth of
  /// a hash.
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  /// An object, or a bucket.
  ///
  /// @param key empty for the bucket
  record Place(String bucket, String key) {}

  /// @param request the same for whoever follows the calls of the SDK
  /// @param query the parameters, not encoded
  /// @param headers by their names in lower case
  ServiceCalls.Answer send(
      String operation,
      Supplier<SdkRequest> request,
      String method,
      Place place,
      SortedMap<String, String> query,
      Map<String, String> headers,
      Optional<byte[]> body) {
    var all = new HashMap<>(headers);
    body.ifPresent(bytes -> {
      all.put(SignatureV4.BODY_HASH, UNSIGNED);
      all.put("x-amz-checksum-crc32", crc32(bytes));
    });
    return service.send(
        new ServiceCalls.Call(operation, request, method, address(place, query), all, body));
  }

  /// S3 refuses a body that arrives otherwise.
  private static String crc32(byte[] bytes) {
    var checksum = new CRC32();
    checksum.update(bytes);
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array());
  }

  private URI address(Place place, SortedMap<String, String> query) {
    var parameters =
        query.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    var host = (bucketInPath ? "" : place.bucket() + ".") + endpoint.getRawAuthority();
    var path =
        (bucketInPath ? "/" + place.bucket() : "") + "/" + encoded(place.key()).replace("%2F", "/");
    var suffix = parameters.isEmpty() ? "" : "?" + parameters;
    return URI.create(endpoint.getScheme() + "://" + host + path + suffix);
  }

  /// As [a signature
  /// needs](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html):
  /// everything but unreserved characters.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /// The exception for an answer that is a failure.
  static AwsServiceException failure(int status, byte[] body) {
    var text = new String(body, StandardCharsets.UTF_8);
    var code = CODE.matcher(text);
    // An answer to HEAD has no body.
    var name = code.find() ? code.group(1) : status == 404 ? "NoSuchKey" : "";
    var message = MESSAGE.matcher(text);
    var said = message.find() ? message.group(1) : "";
    var builder = name.equals("NoSuchKey") ? NoSuchKeyException.builder() : S3Exception.builder();
    return builder
        .statusCode(status)
        .message(name + " " + status + " " + said)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(name).errorMessage(said).serviceName("S3").build())
        .build();
  }
}
