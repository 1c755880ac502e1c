package news.nashra.core.aws;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;

/// A client of S3 for reading, writing, deleting and listing objects; other operations throw
/// [UnsupportedOperationException]. It fails with the exceptions of the SDK. Thread-safe.
final class LightS3 implements S3Client {
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  private final ServiceCalls calls;
  private final URI endpoint;
  private final boolean bucketInPath;

  /// @param endpoint of the region
  /// @param bucketInPath whether a bucket is named in the path of addresses, not in their host
  LightS3(ServiceCalls calls, URI endpoint, boolean bucketInPath) {
    this.calls = calls;
    this.endpoint = endpoint;
    this.bucketInPath = bucketInPath;
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    try (var answer = send("HeadObject", "HEAD", request, Optional.empty())) {
      var builder = HeadObjectResponse.builder();
      read(answer.headers(), (SdkPojo) builder);
      return builder.build();
    }
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    var answer = send("GetObject", "GET", request, Optional.empty());
    var builder = GetObjectResponse.builder();
    read(answer.headers(), (SdkPojo) builder);
    try {
      var object =
          transformer.transform(builder.build(), AbortableInputStream.create(answer.body()));
      if (!transformer.needsConnectionLeftOpen()) {
        answer.close();
      }
      return object;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw SdkClientException.create("the object broke off", e);
    }
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    try (var bytes = body.contentStreamProvider().newStream();
        var answer = send("PutObject", "PUT", request, Optional.of(bytes.readAllBytes()))) {
      var builder = PutObjectResponse.builder();
      read(answer.headers(), (SdkPojo) builder);
      return builder.build();
    } catch (IOException e) {
      throw SdkClientException.create("the body cannot be read", e);
    }
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    send("DeleteObject", "DELETE", request, Optional.empty()).close();
    return DeleteObjectResponse.builder().build();
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    try (var answer = send("ListObjectsV2", "GET", request, Optional.empty())) {
      return S3Listing.read(answer.body());
    }
  }

  private ServiceCalls.Answer send(
      String operation, String method, S3Request request, Optional<byte[]> body) {
    var headers = new HashMap<String, String>();
    var query = new TreeMap<String, String>();
    var path = new TreeMap<String, String>();
    if (operation.equals("ListObjectsV2")) {
      query.put("list-type", "2");
    }
    for (var field : request.sdkFields()) {
      var value = field.getValueOrDefault(request);
      if (value instanceof Map<?, ?> map) {
        map.forEach(
            (name, text) -> headers.put(lower(field.locationName() + name), text.toString()));
      } else if (value != null && !(value instanceof SdkAutoConstructList)) {
        switch (field.location()) {
          case HEADER -> headers.put(lower(field.locationName()), value.toString());
          case QUERY_PARAM -> query.put(field.locationName(), value.toString());
          case PATH, GREEDY_PATH -> path.put(field.memberName(), value.toString());
          case PAYLOAD, STATUS_CODE ->
              throw new IllegalArgumentException("cannot be sent: " + field.memberName());
        }
      }
    }
    var address = address(path.get("Bucket"), path.getOrDefault("Key", ""), query);
    return calls.send(new ServiceCalls.Call(operation, request, method, address, headers, body));
  }

  private URI address(String bucket, String key, SortedMap<String, String> query) {
    var parameters =
        query.entrySet().stream()
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    var path = (bucketInPath ? "/" + bucket : "") + "/" + encoded(key).replace("%2F", "/");
    var host = (bucketInPath ? "" : bucket + ".") + endpoint.getRawAuthority();
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

  /// Reads texts, lengths and what is noted beside an object.
  private static void read(Map<String, String> headers, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      if (field.location() == MarshallLocation.HEADER) {
        var name = lower(field.locationName());
        var value = headers.get(name);
        if (field.marshallingType() == MarshallingType.MAP) {
          field.set(builder, notes(headers, name));
        } else if (value != null && field.marshallingType() == MarshallingType.STRING) {
          field.set(builder, value);
        } else if (value != null && field.marshallingType() == MarshallingType.LONG) {
          field.set(builder, Long.valueOf(value));
        }
      }
    }
  }

  private static Map<String, String> notes(Map<String, String> headers, String prefix) {
    var notes = new HashMap<String, String>();
    headers.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        notes.put(name.substring(prefix.length()), value);
      }
    });
    return notes;
  }

  private static String lower(String header) {
    return header.toLowerCase(Locale.ROOT);
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

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // The connections are the process's.
  }
}
