package news.nashra.local.stack.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Secret;
import news.nashra.core.aws.UnreadableSecret;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.http.WebServer;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateText;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Secrets of the newspaper's template, read over HTTP by what functions read them with.
@NullUnmarked
class SecretsManagerTest {
  @TempDir Path data;

  private Instant now = Instant.parse("2026-02-23T08:00:00Z");
  private SecretsManager secrets;
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    secrets = SecretsManager.of(TemplateText.parse(TemplateText.newspaper()), new Secrets(data));
    server = WebServer.bind(0);
    server.route("/", secrets);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theSecretsAreWhatTheTemplateSays() {
    assertThat(secret("CommentKey").get()).matches("[A-Za-z0-9]{48}");
    assertThat(Json.read(secret("OriginKey").get()).properties())
        .singleElement()
        .satisfies(turn -> {
          assertThat(turn.getKey()).isEqualTo("turn1");
          assertThat(turn.getValue().asText()).matches("[A-Za-z0-9]{48}");
        });
  }

  @Test
  void allOfThemAreClosedToOthers() throws IOException {
    try (var files = Files.list(data)) {
      assertThat(files.toList())
          .extracting(file -> PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .hasSize(3)
          .containsOnly("rw-------");
    }
  }

  @Test
  void aChangedFileIsARotation() throws IOException {
    var secret = secret("CommentKey");
    var old = secret.get();
    Files.writeString(data.resolve("CommentKey"), "another");
    assertThat(secret.get()).isEqualTo(old);
    now = now.plus(Secret.MAX_AGE);
    assertThat(secret.get()).isEqualTo("another");
  }

  /// A folder of an earlier version has the comment key alone in this file, and keeps it.
  @Test
  void theKeyOfAnEarlierStartStays(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("CommentKey"), "of an earlier start");
    SecretsManager.of(TemplateText.parse(TemplateText.newspaper()), new Secrets(folder));
    assertThat(new Secrets(folder).of("CommentKey")).isEqualTo("of an earlier start");
  }

  @Test
  void anUnknownSecretIsNotFound() {
    assertThatThrownBy(() -> secret("newsroom-key").get())
        .isInstanceOf(UnreadableSecret.class)
        .hasMessageContaining("can't find the specified secret");
  }

  /// Any program on the machine can call the newspaper's port.
  @Test
  void whoDoesNotKnowTheAddressGetsNothing() {
    var guessed = URI.create(server.uri() + "/local/secretsmanager/" + "0".repeat(48));
    assertThatThrownBy(() -> secret("CommentKey", guessed).get())
        .isInstanceOf(UnreadableSecret.class)
        .hasMessageContaining("not the address of this newspaper");
    assertThat(secrets.endpoint().path()).matches("/local/secretsmanager/[0-9a-f]{48}");
    assertThat(secrets.endpoint().has(guessed.getPath())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "POST | AWS4-HMAC-SHA256 x | GetSecretValue | {\"SecretId\": \"CommentKey\"}        | 200",
        "POST | Bearer x           | GetSecretValue | {\"SecretId\": \"CommentKey\"}        | AccessDeniedException",
        "GET  | AWS4-HMAC-SHA256 x | GetSecretValue | {\"SecretId\": \"CommentKey\"}        | UnknownOperationException",
        "POST | AWS4-HMAC-SHA256 x | PutSecretValue | {\"SecretId\": \"CommentKey\"}        | UnknownOperationException",
        "POST | AWS4-HMAC-SHA256 x | GetSecretValue | {\"SecretId\": \"../newsroom-key\"}   | ResourceNotFoundException",
        "POST | AWS4-HMAC-SHA256 x | GetSecretValue | {\"SecretId\": \"CommentKey\", \"VersionStage\": \"AWSPREVIOUS\"} | InvalidParameterException",
        "POST | AWS4-HMAC-SHA256 x | GetSecretValue | {}                                    | InvalidParameterException",
        "POST | AWS4-HMAC-SHA256 x | GetSecretValue | {                                     | SerializationException",
      })
  void otherCallsAreRefused(
      String method, String authorization, String call, String body, String expected)
      throws IOException {
    var headers = Map.of("authorization", authorization, "x-amz-target", "secretsmanager." + call);
    var answer = secrets.answer(Requests.request(method, secrets.endpoint().path(), headers, body));
    var type = Json.read(new String(answer.body(), StandardCharsets.UTF_8));
    assertThat(answer.status() == 200 ? "200" : type.path("__type").asText()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                           | [ -~]{32}",
        "{ PasswordLength: 4 }                        | (?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[^A-Za-z0-9]).{4}",
        "{ PasswordLength: 9, ExcludePunctuation: true } | (?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9]{9}",
      })
  void aPasswordHasACharacterOfEachKind(String property, String pattern) {
    for (int i = 0; i < 50; i++) {
      assertThat(generated(property).generate()).matches(pattern);
    }
  }

  @Test
  void aPasswordIsPutIntoItsTemplate() {
    var secret =
        Json.read(
            generated("{ SecretStringTemplate: '{\"user\": \"x\"}', GenerateStringKey: p }")
                .generate());
    assertThat(secret.path("user").asText()).isEqualTo("x");
    assertThat(secret.path("p").asText()).hasSize(32);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ ExcludeLowercase: true }       | Key.GenerateSecretString: the local stack does not support ExcludeLowercase",
        "{ PasswordLength: 3 }            | a secret has 4 to 4096 characters",
        "{ GenerateStringKey: p }         | SecretStringTemplate and GenerateStringKey go together",
      })
  void whatIsNotGeneratedHereIsRefused(String property, String message) {
    assertThatThrownBy(() -> generated(property))
        .isInstanceOf(StackFault.class)
        .hasMessage("template.yaml:2: " + message);
  }

  private static GeneratedSecret generated(String property) {
    Template template =
        TemplateText.parse(
            "Resources:\n  Key: { Type: AWS::SecretsManager::Secret, Properties: "
                + "{ GenerateSecretString: "
                + property
                + " } }");
    var secret = template.only("AWS::SecretsManager::Secret").getValue();
    return GeneratedSecret.read("Key", secret.get("GenerateSecretString"));
  }

  private Secret<String> secret(String name) {
    return secret(name, server.uri().resolve(secrets.endpoint().path()));
  }

  private Secret<String> secret(String name, URI endpoint) {
    var settings =
        new Settings(
            Map.of(
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint.toString(),
                "KEY_SECRET", name));
    return Secret.of(new Aws(settings), "KEY_SECRET", Function.identity(), () -> now);
  }
}
