package news.nashra.simulation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.s3.S3Client;

/// All objects of a bucket.
///
/// @param s3 not behind the gate
@NullUnmarked
record AllObjects(S3Client s3, String name) {
  /// An object with the headers that readers and the press see.
  record Stored(
      String text, String contentType, String cacheControl, Map<String, String> metadata) {
    /// Where it begins to differ from another, as text.
    String difference(Stored other) {
      if (!metadata.equals(other.metadata) && text.equals(other.text)) {
        return metadata + " for " + other.metadata;
      }
      int at = 0;
      while (at < Math.min(text.length(), other.text.length())
          && text.charAt(at) == other.text.charAt(at)) {
        at++;
      }
      return "«" + around(text, at) + "» for «" + around(other.text, at) + "»";
    }

    private static String around(String text, int at) {
      return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 60))
          .replaceAll("\\s+", " ");
    }
  }

  /// The key of the file with this address.
  static String key(String path) {
    return URLDecoder.decode(path.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  Map<String, Stored> read() {
    var stored = new TreeMap<String, Stored>();
    var listed = s3.listObjectsV2(r -> r.bucket(name).maxKeys(1000));
    if (Boolean.TRUE.equals(listed.isTruncated())) {
      throw new IllegalStateException("more keys than one page of a listing holds");
    }
    for (var object : listed.contents()) {
      var found = s3.getObjectAsBytes(r -> r.bucket(name).key(object.key()));
      var head = found.response();
      stored.put(
          object.key(),
          new Stored(
              new String(found.asByteArrayUnsafe(), StandardCharsets.ISO_8859_1),
              head.contentType(),
              head.cacheControl(),
              head.metadata()));
    }
    return stored;
  }
}
