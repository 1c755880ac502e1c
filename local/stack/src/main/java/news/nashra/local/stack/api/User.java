package news.nashra.local.stack.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Someone of the local newsroom.
///
/// @param name that records keep
/// @param groups of the user pool
public record User(String name, List<String> groups) {
  /// The users that there are.
  public static final List<String> NAMES =
      List.of("editor", "moderator", "editor,moderator", "nobody");

  private static final Map<String, String> GROUPS =
      Map.of("editor", "editors", "moderator", "moderators");

  /// One of [#NAMES], whose parts may be in any order; empty for anyone else.
  public static Optional<User> of(String someone) {
    var name = String.join(",", Stream.of(someone.split(",", -1)).sorted().toList());
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    var groups =
        Arrays.stream(name.split(",")).filter(GROUPS::containsKey).map(GROUPS::get).toList();
    return Optional.of(new User(name, groups));
  }

  String subject() {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  String email() {
    return name.replace(',', '-') + "@newsroom.example";
  }
}
