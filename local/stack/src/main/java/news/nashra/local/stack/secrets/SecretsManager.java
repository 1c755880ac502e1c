package news.nashra.local.stack.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.core.Sha256;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.PrivateEndpoint;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.Template;

/// The
/// [GetSecretValue](https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html)
/// of the secrets in the template. Each read looks at the secret's file, so that a changed file is
/// a rotation. The files are closed to other users. Thread-safe.
public final class SecretsManager implements WebHandler {
  private static final String TYPE = "AWS::SecretsManager::Secret";
  private static final String GET = "secretsmanager.GetSecretValue";
  private static final String MEDIA_TYPE = "application/x-amz-json-1.1";
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final Secrets secrets;
  private final Set<String> names;
  private final PrivateEndpoint endpoint = new PrivateEndpoint("/local/secretsmanager/");

  private SecretsManager(Secrets secrets, Set<String> names) {
    this.secrets = secrets;
    this.names = names;
  }

  /// Generates the secrets of a template that are not there yet.
  public static SecretsManager of(Template template, Secrets secrets) {
    var resources = template.resources(TYPE);
    resources.forEach((name, properties) -> {
      var generated = GeneratedSecret.read(name, properties.get("GenerateSecretString"));
      secrets.of(name, generated::generate);
    });
    return new SecretsManager(secrets, Set.copyOf(resources.keySet()));
  }

  /// Where functions find it.
  public PrivateEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    if (!endpoint.is(request) || !endpoint.rest(request.path()).matches("/?")) {
      return error("AccessDeniedException", "not the address of this newspaper");
    }
    if (!request.method().equals("POST")
        || !request.header("x-amz-target").orElse("").equals(GET)) {
      return error("UnknownOperationException", "only GetSecretValue is supported here");
    }
    return value(new String(request.body().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8));
  }

  private Answer value(String body) {
    JsonNode asked;
    try {
      asked = Json.read(body);
    } catch (IllegalArgumentException e) {
      return error("SerializationException", "not JSON");
    }
    var name = asked.path("SecretId").asText();
    if (asked.size() != 1 || !asked.has("SecretId")) {
      return error("InvalidParameterException", "only SecretId is supported here");
    }
    if (!names.contains(name)) {
      return error("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }
    var text = secrets.of(name);
    return Answer.json(
        200,
        MEDIA_TYPE,
        Map.of(
            "ARN", name,
            "Name", name,
            "SecretString", text,
            "VersionId", Sha256.hex(32, text.getBytes(StandardCharsets.UTF_8)),
            "VersionStages", List.of("AWSCURRENT")));
  }

  private static Answer error(String code, String message) {
    return Answer.json(400, MEDIA_TYPE, Map.of("__type", code, "message", message));
  }
}
