package news.nashra.core.press;

import java.util.Map;
import java.util.Optional;

/// The page that stands at a key when a press begins.
///
/// @param notes what its composer kept beside it
/// @param digest of its bytes and headers, absent when something else than the press wrote it
public record Standing(String etag, int bytes, Optional<String> digest, Map<String, String> notes) {
  static final String DIGEST = "digest";

  public Standing {
    notes = Map.copyOf(notes);
  }
}
