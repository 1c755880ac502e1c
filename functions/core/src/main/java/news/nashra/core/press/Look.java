package news.nashra.core.press;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is at the keys of a group before the truth is read.
///
/// @param at when the look began
/// @param keys that were checked
/// @param folders that were listed
/// @param found the pages that exist, by key
record Look(Instant at, Set<String> keys, List<String> folders, Map<String, StoredPage> found) {
  Look {
    keys = Set.copyOf(keys);
    folders = List.copyOf(folders);
    found = Map.copyOf(found);
  }

  /// @param seen pages by key, of which it finds those that it covers
  static Look of(
      Instant at, Set<String> keys, List<String> folders, List<Map<String, StoredPage>> seen) {
    var nothing = new Look(at, keys, folders, Map.of());
    var found = new HashMap<String, StoredPage>();
    for (var pages : seen) {
      pages.forEach((key, page) -> {
        if (nothing.covers(key)) {
          found.put(key, page);
        }
      });
    }
    return new Look(at, keys, folders, found);
  }

  /// Whether the look included `key`.
  boolean covers(String key) {
    return keys.contains(key) || folders.stream().anyMatch(key::startsWith);
  }

  Optional<StoredPage> at(String key) {
    return Optional.ofNullable(found.get(key));
  }
}
