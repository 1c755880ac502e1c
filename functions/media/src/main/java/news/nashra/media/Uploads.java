package news.nashra.media;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Signs S3 URLs to which a browser uploads one file. The signature covers the file's size and
/// type, and allows only a key that does not exist yet, so each URL works once. Thread-safe.
public final class Uploads {
  /// How long after its announcement an upload may start.
  static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(10);

  /// Signed headers that every client sets by itself.
  private static final Set<String> HEADERS_SET_BY_CLIENTS = Set.of("host", "content-length");

  private final S3Presigner presigner;
  private final String bucket;

  public Uploads(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /// @param headers that the client must send
  record Address(String url, Map<String, String> headers) {}

  Address presign(Media media) {
    var signed =
        presigner.presignPutObject(r ->
            r.signatureDuration(ADDRESS_LIFETIME)
                .putObjectRequest(p ->
                    p.bucket(bucket)
                        .key(media.id())
                        .contentType(media.format().mediaType())
                        .contentLength(media.bytes())
                        .ifNoneMatch("*")));
    var headers = new TreeMap<String, String>();
    signed
        .signedHeaders()
        .forEach((name, values) -> {
          if (!HEADERS_SET_BY_CLIENTS.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, values.getFirst());
          }
        });
    return new Address(signed.url().toString(), headers);
  }
}
