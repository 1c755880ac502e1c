package news.nashra.local.stack.cloudfront;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The objects of a bucket, by the paths of their keys.
public final class SiteFiles {
  private final S3Client s3;
  private final String bucket;

  public SiteFiles(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /// The object of a request's path; 304 if the client has it already; empty if there is none.
  Optional<Answer> answer(WebRequest request) {
    return read(request.path())
        .map(found ->
            request
                .header("if-none-match")
                .filter(seen -> seen.replaceAll("^W/", "").equals(found.headers().get("etag")))
                .map(seen -> Answer.of(304, found.headers()))
                .orElse(found));
  }

  /// The object of an encoded path.
  Optional<Answer> read(String path) {
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
}
