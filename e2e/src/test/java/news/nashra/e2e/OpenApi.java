package news.nashra.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `docs/openapi.yaml`. A route is written as `GET /api/articles/{id}`; an answer as `GET
/// /api/articles/{id} 404 application/problem+json`, without a media type where it has no body.
final class OpenApi {
  private static final JsonNode DOCUMENT = read();
  private static final Set<String> ROUTES = findRoutes();
  private static final Set<String> ANSWERS = findAnswers();

  private OpenApi() {}

  static JsonNode document() {
    return DOCUMENT;
  }

  static Set<String> routes() {
    return ROUTES;
  }

  static Set<String> answers() {
    return ANSWERS;
  }

  /// The routes that need a token.
  static Set<String> guardedRoutes() {
    var guarded = new TreeSet<>(ROUTES);
    guarded.removeIf(route -> DOCUMENT.at(operation(route)).has("security"));
    return guarded;
  }

  /// The route of a request; the one with the fewest parameters where several match.
  static Optional<String> route(String method, String path) {
    return ROUTES.stream()
        .filter(route -> (method + " " + path).matches(route.replaceAll("\\{\\w+}", "[^/]+")))
        .min(Comparator.comparingLong(route -> route.chars().filter(c -> c == '{').count()));
  }

  /// The pointer to the description of an answer, with its reference followed.
  static String response(String route, String status) {
    var pointer = operation(route) + "/responses/" + status;
    var reference = DOCUMENT.at(pointer).path("$ref").asText();
    return reference.isEmpty() ? pointer : reference.substring(1);
  }

  /// What `node` refers to, or `node` itself.
  static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
  }

  /// A name as a part of a JSON pointer.
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String operation(String route) {
    var words = route.split(" ", 2);
    return "/paths/" + escape(words[1]) + "/" + words[0].toLowerCase(Locale.ROOT);
  }

  private static Set<String> findRoutes() {
    var routes = new TreeSet<String>();
    for (var path : DOCUMENT.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (operation.getValue().has("operationId")) {
          routes.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return routes;
  }

  private static Set<String> findAnswers() {
    var answers = new TreeSet<String>();
    for (var route : ROUTES) {
      var responses = DOCUMENT.at(operation(route) + "/responses");
      responses
          .fieldNames()
          .forEachRemaining(status -> {
            var content = DOCUMENT.at(response(route, status)).path("content");
            if (content.isEmpty()) {
              answers.add(route + " " + status);
            }
            content
                .fieldNames()
                .forEachRemaining(type -> answers.add(route + " " + status + " " + type));
          });
    }
    return answers;
  }

  private static JsonNode read() {
    try {
      var yaml = new Load(LoadSettings.builder().build());
      var text = Files.readString(Newspaper.HOME.resolve("docs/openapi.yaml"));
      return new JsonMapper().valueToTree(yaml.loadFromString(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
