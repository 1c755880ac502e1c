package news.nashra.core.press;

import java.util.Map;
import java.util.Optional;

/// The page that is at a key when a press looks there.
///
/// @param bytes its size
/// @param digest of its bytes and headers; absent when something else than the press wrote it, or
///   when it was found in the listing of a folder, which does not tell
/// @param notes what its composition kept beside it; empty in the listing of a folder
public record StoredPage(
    String etag, int bytes, Optional<String> digest, Map<String, String> notes) {
  static final String DIGEST = "digest";

  public StoredPage {
    notes = Map.copyOf(notes);
  }

  /// As the listing of a folder tells of it.
  static StoredPage listed(String etag, long bytes) {
    return new StoredPage(etag, Math.toIntExact(bytes), Optional.empty(), Map.of());
  }
}
