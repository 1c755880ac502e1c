package news.nashra.core.aws;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.S3Request;

/// A client of S3 for reading, writing, deleting and listing objects; other operations throw
/// [UnsupportedOperationException]. It fails with the exceptions of the SDK. Thread-safe.
final class LightS3 implements S3Client {
  private final S3Calls calls;

  LightS3(S3Calls calls) {
    this.calls = calls;
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
      var listing = S3Listing.read(answer.text());
      return ListObjectsV2Response.builder()
          .contents(listing.objects().stream().map(LightS3::object).toList())
          .isTruncated(listing.next().isPresent())
          .nextContinuationToken(listing.next().orElse(null))
          .build();
    }
  }

  private static S3Object object(Bucket.Listed listed) {
    return S3Object.builder().key(listed.key()).eTag(listed.etag()).size(listed.bytes()).build();
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
    var place = new S3Calls.Place(path.getOrDefault("Bucket", ""), path.getOrDefault("Key", ""));
    return calls.send(operation, () -> request, method, place, query, headers, body);
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

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // The connections are the process's.
  }
}
