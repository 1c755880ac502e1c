package news.nashra.core.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/// The objects of a bucket of S3. A write or delete that S3 refuses throws
/// [software.amazon.awssdk.services.s3.model.S3Exception], with 412 where another object is there
/// than the one expected, 409 where another write is in progress, 404 where none is there.
/// Implementations are thread-safe.
public interface Bucket {
  /// What is noted of an object that is there.
  ///
  /// @param etag with its quotation marks
  /// @param notes its metadata, by names in lower case
  record Head(String etag, long bytes, Map<String, String> notes) {}

  /// An object to write.
  ///
  /// @param notes its metadata
  record NewObject(
      String key,
      byte[] bytes,
      String contentType,
      String cacheControl,
      Map<String, String> notes) {}

  /// An object as a listing shows it.
  record Listed(String key, String etag, long bytes) {}

  /// A page of a listing, in the order of the keys.
  ///
  /// @param next where the next page begins, if there is one
  record Listing(List<Listed> objects, Optional<String> next) {}

  /// Looks at the object with this key, if there is one.
  Optional<Head> head(String key);

  /// Writes an object that must not be there yet.
  ///
  /// @return its ETag
  String create(NewObject object);

  /// Writes an object in place of the one with this ETag.
  ///
  /// @return its ETag
  String replace(NewObject object, String etag);

  /// Deletes the object with this key, if it has this ETag.
  void delete(String key, String etag);

  /// Lists the objects whose keys begin with `prefix`, at most a thousand.
  ///
  /// @param from what an earlier page of the listing said; absent for the first
  Listing list(String prefix, Optional<String> from);

  /// Lists the objects whose keys come after `key`, at most a thousand.
  Listing listAfter(String key);

  /// A bucket through a client of the SDK.
  static Bucket of(S3Client s3, String name) {
    return new SdkBucket(s3, name);
  }
}
