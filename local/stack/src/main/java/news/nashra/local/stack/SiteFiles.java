package news.nashra.local.stack;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The site as CloudFront serves it from its bucket: index documents, the 404 page, the response
/// headers of the template.
final class SiteFiles {
  private final S3Client s3;
  private final String bucket;
  private final Map<String, String> headers;

  SiteFiles(S3Client s3, String bucket, Map<String, String> headers) {
    this.s3 = s3;
    this.bucket = bucket;
    this.headers = Map.copyOf(headers);
  }

  Answer answer(HttpExchange exchange) {
    var method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return new Answer(405, Map.of("allow", "GET, HEAD"), new byte[0]);
    }
    var path = exchange.getRequestURI().getRawPath();
    var last = path.substring(path.lastIndexOf('/') + 1);
    if (!last.isEmpty() && !last.contains(".")) {
      return new Answer(301, Map.of("location", path.replaceFirst("^/+", "/") + "/"), new byte[0]);
    }
    var found = key(path).flatMap(this::read);
    if (found.isEmpty()) {
      return read("404.html")
          .map(page -> new Answer(404, page.headers(), page.body()))
          .orElseGet(() -> new Answer(404, Map.of(), new byte[0]));
    }
    var seen = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (seen != null && seen.replaceAll("^W/", "").equals(found.get().headers().get("etag"))) {
      return new Answer(304, found.get().headers(), new byte[0]);
    }
    return found.get();
  }

  private static Optional<String> key(String rawPath) {
    try {
      var path = URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
      var key = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
      boolean odd =
          key.startsWith("/")
              || key.contains("//")
              || key.contains("..")
              || key.contains("\0")
              || key.contains("\uFFFD");
      return odd ? Optional.empty() : Optional.of(key);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Answer> read(String key) {
    try {
      var object = s3.getObjectAsBytes(r -> r.bucket(bucket).key(key));
      var all = new LinkedHashMap<>(headers);
      all.put("content-type", object.response().contentType());
      all.put("etag", object.response().eTag());
      if (object.response().cacheControl() != null) {
        all.put("cache-control", object.response().cacheControl());
      }
      return Optional.of(new Answer(200, all, object.asByteArray()));
    } catch (S3Exception e) {
      if (e.statusCode() == 404 || e.statusCode() == 400) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
