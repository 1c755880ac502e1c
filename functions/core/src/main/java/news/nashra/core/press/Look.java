package news.nashra.core.press;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was at the keys of a group before its truth was read.
///
/// @param at when the look began
/// @param keys that were looked at
/// @param folders whose listing was read
/// @param found what was found
record Look(Instant at, Set<String> keys, List<String> folders, Map<String, StoredPage> found) {
  Look {
    keys = Set.copyOf(keys);
    folders = List.copyOf(folders);
    found = Map.copyOf(found);
  }

  boolean covers(String key) {
    return keys.contains(key) || folders.stream().anyMatch(key::startsWith);
  }

  Optional<StoredPage> at(String key) {
    return Optional.ofNullable(found.get(key));
  }
}
