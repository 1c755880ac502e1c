package news.nashra.core.aws;

import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket through a client of the SDK. Thread-safe.
record SdkBucket(S3Client s3, String name) implements Bucket {
  @Override
  public Optional<Head> head(String key) {
    try {
      var head = s3.headObject(r -> r.bucket(name).key(key));
      return Optional.of(new Head(head.eTag(), head.contentLength(), head.metadata()));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public String create(NewObject object) {
    return put(object, request(object).ifNoneMatch("*"));
  }

  @Override
  public String replace(NewObject object, String etag) {
    return put(object, request(object).ifMatch(etag));
  }

  private PutObjectRequest.Builder request(NewObject object) {
    return PutObjectRequest.builder()
        .bucket(name)
        .key(object.key())
        .contentType(object.contentType())
        .cacheControl(object.cacheControl())
        .metadata(object.notes());
  }

  private String put(NewObject object, PutObjectRequest.Builder request) {
    return s3.putObject(request.build(), RequestBody.fromBytes(object.bytes())).eTag();
  }

  @Override
  public void delete(String key, String etag) {
    s3.deleteObject(r -> r.bucket(name).key(key).ifMatch(etag));
  }

  @Override
  public Listing list(String prefix, Optional<String> from) {
    return listing(
        s3.listObjectsV2(r -> r.bucket(name).prefix(prefix).continuationToken(from.orElse(null))));
  }

  @Override
  public Listing listAfter(String key) {
    return listing(s3.listObjectsV2(r -> r.bucket(name).startAfter(key.isEmpty() ? null : key)));
  }

  private static Listing listing(ListObjectsV2Response answer) {
    return new Listing(
        answer.contents().stream()
            .map(object -> new Listed(object.key(), object.eTag(), object.size()))
            .toList(),
        Boolean.TRUE.equals(answer.isTruncated())
            ? Optional.ofNullable(answer.nextContinuationToken())
            : Optional.empty());
  }
}
