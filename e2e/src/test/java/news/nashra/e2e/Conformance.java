package news.nashra.e2e;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/// Holds answers against [OpenApi], and the document against the schema of OpenAPI 3.1.
final class Conformance {
  private static final String DOCUMENT = "https://nashra.news/openapi.json";
  private static final String OPENAPI = "https://spec.openapis.org/oas/3.1/schema/2022-10-07";

  /// The schema of OpenAPI leaves out what a schema within the document looks like. This adds it,
  /// without room for a keyword that JSON Schema does not have.
  private static final String OPENAPI_AND_SCHEMAS =
      """
      {"$id": "https://nashra.news/openapi-schema.json",
       "$schema": "https://json-schema.org/draft/2020-12/schema",
       "$ref": "%s",
       "$defs": {"schema": {"$dynamicAnchor": "meta",
                            "$ref": "https://json-schema.org/draft/2020-12/schema",
                            "unevaluatedProperties": false}}}
      """
          .formatted(OPENAPI);

  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          factory ->
              factory
                  .schemaLoaders(
                      loaders -> loaders.schemas(Map.of(DOCUMENT, OpenApi.document().toString())))
                  .schemaMappers(mappers ->
                      mappers.mappings(Map.of(OPENAPI, "classpath:openapi-3.1.schema.json"))));

  private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

  private Conformance() {}

  /// What is wrong with the document itself.
  static Set<String> faultsOfDocument() {
    return messages(SCHEMAS.getSchema(OPENAPI_AND_SCHEMAS, STRICT).validate(OpenApi.document()));
  }

  /// Every answer that was checked since the tests began.
  static Set<String> seen() {
    return Set.copyOf(SEEN);
  }

  /// Fails when an answer of the API is not in the document, or not as it is there.
  static void check(HttpResponse<String> http) {
    var request = http.request();
    OpenApi.route(request.method(), request.uri().getRawPath())
        .ifPresent(route -> {
          var faults = faults(route, http);
          if (!faults.isEmpty()) {
            throw new AssertionError(
                "%s %d: %s%n%s".formatted(route, http.statusCode(), faults, http.body()));
          }
        });
  }

  private static Set<String> faults(String route, HttpResponse<String> http) {
    var type = http.headers().firstValue("content-type").orElse("").split(";", 2)[0];
    var answer = (route + " " + http.statusCode() + " " + type).strip();
    if (!OpenApi.answers().contains(answer)) {
      return Set.of("docs/openapi.yaml does not list it as '" + type + "'");
    }
    SEEN.add(answer);
    var response = OpenApi.response(route, Integer.toString(http.statusCode()));
    for (var header : OpenApi.document().at(response).path("headers").properties()) {
      boolean required = OpenApi.resolve(header.getValue()).path("required").asBoolean();
      if (required && http.headers().firstValue(header.getKey()).isEmpty()) {
        return Set.of("the header " + header.getKey() + " is missing");
      }
    }
    return type.endsWith("json")
        ? faultsOfBody(response + "/content/" + OpenApi.escape(type) + "/schema", http.body())
        : Set.of();
  }

  private static Set<String> faultsOfBody(String schema, String body) {
    var location = SchemaLocation.of(DOCUMENT + "#" + schema);
    return messages(SCHEMAS.getSchema(location, STRICT).validate(body, InputFormat.JSON));
  }

  private static Set<String> messages(Set<ValidationMessage> faults) {
    return faults.stream().map(ValidationMessage::getMessage).collect(Collectors.toSet());
  }
}
