package news.nashra.core.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who may call the routes of a function.
///
/// @param usual the groups of a route that `routes` does not name; none if anybody may call it
/// @param routes the groups of a route, of which a token needs one
record RouteGroups(List<String> usual, Map<String, List<String>> routes) {
  static final RouteGroups ANYBODY = new RouteGroups(List.of(), Map.of());

  RouteGroups {
    usual = List.copyOf(usual);
    routes = Map.copyOf(routes);
  }

  RouteGroups requiring(String group) {
    return new RouteGroups(List.of(group), routes);
  }

  RouteGroups admitting(String routeKey, List<String> groups) {
    var more = new HashMap<>(routes);
    more.put(routeKey, groups);
    return new RouteGroups(usual, more);
  }

  /// Refuses with 403 a token that lacks every group of the route.
  void check(Request request) {
    var groups = routes.getOrDefault(request.route(), usual);
    if (!groups.isEmpty()) {
      request.requireGroup(groups.toArray(String[]::new));
    }
  }
}
