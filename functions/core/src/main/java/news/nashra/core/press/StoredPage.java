package news.nashra.core.press;

import java.util.Map;
import java.util.Optional;

/// The current page at a key.
///
/// @param bytes the size of the page
/// @param digest of its bytes and headers; absent if something other than the press wrote it, or if
///   it comes from the listing of a folder
/// @param notes that its composition stored with it; empty if it comes from the listing of a folder
public record StoredPage(
    String etag, int bytes, Optional<String> digest, Map<String, String> notes) {
  static final String DIGEST = "digest";

  public StoredPage {
    notes = Map.copyOf(notes);
  }

  /// A page as the listing of a folder shows it.
  static StoredPage listed(String etag, long bytes) {
    return new StoredPage(etag, Math.toIntExact(bytes), Optional.empty(), Map.of());
  }
}
