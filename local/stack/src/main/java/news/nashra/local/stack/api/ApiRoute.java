package news.nashra.local.stack.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// A route of the HTTP API.
///
/// @param method in upper case
/// @param path with `{name}` for a parameter
/// @param open whether it takes requests without a token
public record ApiRoute(String method, String path, boolean open, LambdaFunction function) {
  /// The routes of the template.
  public static List<ApiRoute> read(
      Template template, Map<String, ? extends LambdaFunction> functions) {
    return template.events("HttpApi").stream()
        .map(event ->
            read(event.properties(), Objects.requireNonNull(functions.get(event.function()))))
        .toList();
  }

  private static ApiRoute read(TemplateValue event, LambdaFunction function) {
    var authorizer = event.at("Auth", "Authorizer");
    if (authorizer.isPresent() && !authorizer.get().text().equals("NONE")) {
      throw authorizer.get().fault("the local stack has the default authorizer, and NONE");
    }
    return new ApiRoute(
        event.get("Method").text(), event.get("Path").text(), authorizer.isPresent(), function);
  }

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
