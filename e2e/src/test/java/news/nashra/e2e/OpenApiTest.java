package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `docs/openapi.yaml` says what the handlers do: the same routes, and answers of the written
/// shape.
class OpenApiTest {
  private static final JsonNode API = read("docs/openapi.yaml");

  @Test
  void theDocumentAndTheTemplateHaveTheSameRoutes() throws IOException {
    var documented = new TreeSet<String>();
    API.path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(e -> e.getValue().has("operationId"))
                .forEach(e ->
                    documented.add(e.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    var deployed = new TreeSet<String>();
    var template = Files.readString(Newspaper.HOME.resolve("template.yaml"));
    var route = Pattern.compile("Method: (\\w+),?\\s+Path: \"?(/[^\"\\s]+)");
    route.matcher(template).results().forEach(m -> deployed.add(m.group(1) + " " + m.group(2)));
    assertThat(deployed).hasSize(20).isEqualTo(documented);
  }

  @Test
  void picturesHaveTheWrittenShape() {
    var announced = Photographs.announce("image/png", 10);
    conforms("POST", "/api/media", announced);
    conforms("POST", "/api/media", Photographs.announce("image/svg+xml", 0));
    var ready = Photographs.ready(400, 300, Color.BLUE);
    for (var id : List.of(announced.json().path("mediaId").asText(), ready)) {
      conforms("GET", "/api/media/{id}", Newspaper.read("/api/media/" + id));
    }
    conforms("GET", "/api/media/{id}", Newspaper.read("/api/media/x"));
    conforms("GET", "/api/media", Newspaper.read("/api/media?limit=2"));
    conforms("GET", "/api/media", Newspaper.read("/api/media?limit=x"));
    var image = object().put("mediaId", ready).put("alt", "بحر").put("credit", "سلمى");
    var created = publish(article().set("image", image));
    conforms("GET", "/api/articles/{id}", Newspaper.read("/api/articles/" + id(created)));
    conforms("GET", "/api/articles", Newspaper.read("/api/articles?limit=3"));
  }

  @Test
  void answersHaveTheWrittenShape() {
    var story = article().put("correction", "تصويب").put("byline", "كاتبة");
    story.putArray("translations").addObject().put("language", "en").put("url", "/en/story/");
    var created = publish(story);
    conforms("POST", "/api/articles", created);
    var path = "/api/articles/" + id(created);
    conforms("POST", "/api/articles", publish(article().put("status", "draft")));
    conforms("POST", "/api/articles", publish(object()));
    conforms("POST", "/api/articles", publish("{"));
    conforms("POST", "/api/articles", send(request("/api/articles").POST(json("{}"))));
    conforms("GET", "/api/articles", Newspaper.read("/api/articles?limit=3"));
    conforms("GET", "/api/articles", Newspaper.read("/api/articles?limit=x"));
    conforms("GET", "/api/articles/{id}", Newspaper.read(path));
    conforms("GET", "/api/articles/{id}", Newspaper.read("/api/articles/x"));
    conforms("PUT", "/api/articles/{id}", Newspaper.put(path, "\"1\"", article()));
    conforms("PUT", "/api/articles/{id}", Newspaper.put(path, "\"1\"", article()));
    conforms("PUT", "/api/articles/{id}", send(asEditor(path).PUT(json(article()))));
    conforms("GET", "/api/articles/{id}/revisions", Newspaper.read(path + "/revisions"));
    conforms("GET", "/api/articles/{id}/revisions/{n}", Newspaper.read(path + "/revisions/2"));
    conforms("POST", "/api/articles/preview", Newspaper.post("/api/articles/preview", article()));
    conforms("POST", "/api/homepage/rebuild", Newspaper.post("/api/homepage/rebuild", object()));
    var lead = object();
    lead.putArray("articles").add(id(created));
    conforms("PUT", "/api/homepage/lead", send(asEditor("/api/homepage/lead").PUT(json(lead))));
    conforms("PUT", "/api/homepage/lead", send(asEditor("/api/homepage/lead").PUT(json(object()))));
    conforms("GET", "/api/homepage/lead", Newspaper.read("/api/homepage/lead"));
    lead.putArray("articles");
    conforms("PUT", "/api/homepage/lead", send(asEditor("/api/homepage/lead").PUT(json(lead))));
    var comments = request(path + "/comments").header("Content-Type", "application/json");
    conforms("POST", "/api/articles/{id}/comments", comment(id(created), comment()));
    conforms("POST", "/api/articles/{id}/comments", send(comments.copy().POST(json(object()))));
    moderationHasTheWrittenShape(id(created));
    conforms("POST", "/api/articles/{id}/withdraw", Newspaper.post(path + "/withdraw", object()));
    conforms("POST", "/api/articles/{id}/withdraw", Newspaper.post(path + "/withdraw", object()));
    conforms("GET", "/api/articles/{id}", Newspaper.read(path));
  }

  private static void moderationHasTheWrittenShape(String article) {
    conforms("GET", "/api/comments/challenge", get("/api/comments/challenge?article=" + article));
    conforms("GET", "/api/comments/challenge", get("/api/comments/challenge"));
    var sent =
        comment(article, comment().put("body", "رابطان https://a.example https://b.example"));
    var status = "/api/comments/" + sent.json().path("reference").asText();
    var queue = Newspaper.queue("?article=" + article);
    conforms("GET", "/api/comments", queue);
    conforms("GET", "/api/comments", Newspaper.queue("?status=x"));
    conforms("GET", "/api/comments", get("/api/comments"));
    conforms(
        "GET",
        "/api/comments",
        send(Newspaper.asModerator("/api/comments").header("Accept", "text/csv").GET()));
    var decisions = Newspaper.asModerator("/api/comments/decisions");
    conforms("POST", "/api/comments/decisions", send(decisions.copy().POST(json(object()))));
    for (var decision : List.of("approve", "reject", "undo")) {
      var body = object();
      var one = body.putArray("decisions").addObject().put("articleId", article);
      one.put("commentId", queue.json().at("/items/0/commentId").asText());
      one.put("decision", decision).put("revision", 1).put("reason", "للتجربة");
      conforms("POST", "/api/comments/decisions", send(decisions.copy().POST(json(body))));
      conforms("GET", "/api/comments/{reference}", get(status));
      conforms("GET", "/api/comments", Newspaper.queue("?status=approved&article=" + article));
    }
    conforms(
        "GET",
        "/api/comments/{reference}",
        send(request(status).header("Accept", "text/html,*/*").GET()));
    conforms("GET", "/api/comments/{reference}", get("/api/comments/none"));
    var erasures = Newspaper.asModerator("/api/comments/erasures");
    conforms("POST", "/api/comments/erasures", send(erasures.copy().POST(json(object()))));
    conforms(
        "POST",
        "/api/comments/erasures",
        send(erasures.POST(json(object().put("email", "nobody.here@example.com")))));
  }

  private static void conforms(String method, String path, Newspaper.Answer answer) {
    var operation = API.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    var response = resolve(operation.path("responses").path(Integer.toString(answer.status())));
    var name = method + " " + path + " " + answer.status();
    assertThat(response.isMissingNode()).as(name + " is documented: " + answer.text()).isFalse();
    var type = answer.header("content-type").split(";", 2)[0];
    var content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as(name + " answers " + type).isFalse();
    if (type.endsWith("json")) {
      var faults = new ArrayList<String>();
      check(resolve(content.path("schema")), answer.json(), "$", faults);
      assertThat(faults).as(name + " " + answer.text()).isEmpty();
    }
  }

  /// The part of JSON Schema that the document uses.
  private static void check(JsonNode schema, JsonNode value, String place, List<String> faults) {
    var type = schema.path("type").asText();
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          default -> true;
        };
    if (!fits) {
      faults.add(place + " is no " + type);
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)
        || schema.has("const") && !schema.path("const").equals(value)
        || schema.has("pattern") && !value.asText().matches(schema.path("pattern").asText())) {
      faults.add(place + " may not be " + value);
    }
    for (var name : schema.path("required")) {
      if (!value.has(name.asText())) {
        faults.add(place + "." + name.asText() + " is missing");
      }
    }
    for (var item : value.isArray() ? value : List.<JsonNode>of()) {
      check(resolve(schema.path("items")), item, place + "[]", faults);
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(e -> {
            var property = schema.path("properties").path(e.getKey());
            if (!property.isMissingNode()) {
              check(resolve(property), e.getValue(), place + "." + e.getKey(), faults);
            } else if (schema.has("additionalProperties")) {
              faults.add(place + "." + e.getKey() + " is not documented");
            }
          });
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (var item : list) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? API.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static JsonNode read(String file) {
    try {
      var yaml = new Load(LoadSettings.builder().build());
      return new JsonMapper()
          .valueToTree(yaml.loadFromString(Files.readString(Newspaper.HOME.resolve(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
