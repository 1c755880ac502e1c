package news.nashra.core.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.core.FieldError;
import news.nashra.core.Text;

/// The query parameters that each route takes. Any other is an error, and so is one that is given
/// twice: a misspelt filter must not answer with everything. Immutable.
///
/// @param byRoute what a route takes; a route that is not in it takes none
/// @param pages routes that answer with a page where a request prefers HTML. People share the
///   addresses of pages, and mail and social networks add parameters to them (`fbclid`), so these
///   requests may have any
/// @param onlyPages those of them that answer every request with a page
record QueryParameters(
    Map<String, List<String>> byRoute, Set<String> pages, Set<String> onlyPages) {
  static final QueryParameters NONE = new QueryParameters(Map.of(), Set.of(), Set.of());

  private static final int MAX_NAME_LENGTH = 80;

  QueryParameters {
    byRoute = Map.copyOf(byRoute);
    pages = Set.copyOf(pages);
    onlyPages = Set.copyOf(onlyPages);
  }

  QueryParameters with(String route, List<String> names) {
    var all = new HashMap<>(byRoute);
    all.put(route, names);
    return new QueryParameters(all, pages, onlyPages);
  }

  QueryParameters withPage(String route) {
    return new QueryParameters(byRoute, with(pages, route), onlyPages);
  }

  QueryParameters withOnlyPage(String route) {
    return new QueryParameters(byRoute, pages, with(onlyPages, route));
  }

  private static Set<String> with(Set<String> routes, String route) {
    var all = new HashSet<>(routes);
    all.add(route);
    return all;
  }

  /// @param query as it was sent, `status=draft&limit=5`
  List<FieldError> faults(Request request, String query) {
    var route = request.route();
    if (onlyPages.contains(route) || (pages.contains(route) && request.prefers("text/html"))) {
      return List.of();
    }
    var taken = byRoute.getOrDefault(route, List.of());
    var seen = new HashSet<String>();
    var unknown = new LinkedHashSet<String>();
    var repeated = new LinkedHashSet<String>();
    for (var name : names(query)) {
      if (!taken.contains(name)) {
        unknown.add(name);
      } else if (!seen.add(name)) {
        repeated.add(name);
      }
    }
    var faults = new ArrayList<FieldError>();
    unknown.forEach(name -> faults.add(unknown(name, taken)));
    repeated.forEach(name -> faults.add(FieldError.of(name, "error.repeatedParameter")));
    return faults;
  }

  private static FieldError unknown(String name, List<String> taken) {
    var field = Text.quote(name, MAX_NAME_LENGTH);
    return taken.isEmpty()
        ? FieldError.of(field, "error.noParameters")
        : FieldError.of(field, "error.unknownParameter", String.join(", ", taken));
  }

  private static List<String> names(String query) {
    var names = new ArrayList<String>();
    for (var pair : query.split("&")) {
      if (!pair.isEmpty()) {
        names.add(decoded(pair.split("=", 2)[0]));
      }
    }
    return names;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
