package news.nashra.local.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A route of the HTTP API.
///
/// @param method in upper case
/// @param path with `{name}` for a parameter
/// @param open whether it takes requests without a token
record ApiRoute(String method, String path, boolean open, LocalFunction function) {
  /// As API Gateway names it: `POST /api/articles`.
  String key() {
    return method + " " + path;
  }

  /// Routes with fewer parameters are matched first.
  long parameters() {
    return path.chars().filter(c -> c == '{').count();
  }

  /// The parameters of a path, still encoded, if it is one of this route.
  Optional<Map<String, String>> match(String requested) {
    var own = path.split("/", -1);
    var theirs = requested.split("/", -1);
    if (own.length != theirs.length) {
      return Optional.empty();
    }
    var parameters = new HashMap<String, String>();
    for (int i = 0; i < own.length; i++) {
      if (own[i].startsWith("{") && !theirs[i].isEmpty()) {
        parameters.put(own[i].substring(1, own[i].length() - 1), theirs[i]);
      } else if (!own[i].equals(theirs[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
