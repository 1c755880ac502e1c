package news.nashra.local.stack.cloudfront;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.Template;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The objects of a bucket, by the paths of their keys.
public final class SiteFiles implements WebHandler {
  private static final int MAX_NAME_BYTES = 255;

  private final S3Client s3;
  private final String bucket;
  private final int missing;

  /// @param missing the status where there is no object
  SiteFiles(S3Client s3, String bucket, int missing) {
    this.s3 = s3;
    this.bucket = bucket;
    this.missing = missing;
  }

  /// The bucket as the distribution reads it. S3 [answers
  /// 404](https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html) for an object that is
  /// not there to those who may list the bucket, and 403 to others.
  public static SiteFiles of(Template template, S3Client s3, String bucket) {
    return new SiteFiles(s3, bucket, listed(template) ? 404 : 403);
  }

  private static boolean listed(Template template) {
    return template.resources("AWS::S3::BucketPolicy").values().stream()
        .flatMap(policy -> policy.get("PolicyDocument").get("Statement").list().stream())
        .filter(statement -> statement.get("Effect").text().equals("Allow"))
        .flatMap(statement -> statement.get("Action").texts().stream())
        .anyMatch("s3:ListBucket"::equals);
  }

  /// The object of a request's path; 304 if the client has it already.
  @Override
  public Answer answer(WebRequest request) {
    return read(request.path())
        .map(found ->
            request
                .header("if-none-match")
                .filter(seen -> seen.replaceAll("^W/", "").equals(found.headers().get("etag")))
                .map(seen -> Answer.of(304, found.headers()))
                .orElse(found))
        .orElseGet(() -> Answer.of(missing, Map.of()));
  }

  /// The object of an encoded path.
  private Optional<Answer> read(String path) {
    return key(path).flatMap(this::object);
  }

  private static Optional<String> key(String path) {
    try {
      var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
      var key = decoded.substring(1);
      boolean odd =
          key.isEmpty()
              || key.startsWith("/")
              || key.contains("//")
              || key.contains("..")
              || key.contains("\0")
              || key.contains("\uFFFD");
      return odd ? Optional.empty() : Optional.of(key);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Answer> object(String key) {
    if (!mayBeAFile(key)) {
      return Optional.empty();
    }
    try {
      var object = s3.getObjectAsBytes(r -> r.bucket(bucket).key(key));
      var headers = new LinkedHashMap<String, String>();
      headers.put("content-type", object.response().contentType());
      headers.put("etag", object.response().eTag());
      if (object.response().cacheControl() != null) {
        headers.put("cache-control", object.response().cacheControl());
      }
      object.response().metadata().forEach((name, note) -> headers.put("x-amz-meta-" + name, note));
      return Optional.of(new Answer(200, headers, object.asByteArray()));
    } catch (S3Exception e) {
      if (e.statusCode() == 404 || e.statusCode() == 400) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Whether the file system can have a file of this name: S3 takes longer ones, but no page has
  /// one.
  private static boolean mayBeAFile(String key) {
    return Arrays.stream(key.split("/"))
        .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES);
  }
}
