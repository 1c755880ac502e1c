package news.nashra.core.aws;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/// Reads secrets of Secrets Manager. It fails with the exceptions of the SDK. Thread-safe.
final class LightSecrets {
  private final JsonCalls calls;

  LightSecrets(Aws aws) {
    this.calls =
        aws.json(
            "Secrets_Manager",
            "secretsmanager",
            "secretsmanager",
            "1.1",
            (status, body) ->
                JsonCalls.describe(SecretsManagerException.builder(), status, body).build());
  }

  /// The text of a secret.
  ///
  /// @param id its ARN
  String read(String id) {
    var text = new AtomicReference<String>();
    calls.call(
        "GetSecretValue",
        () -> GetSecretValueRequest.builder().secretId(id).build(),
        json -> json.writeStringField("SecretId", id),
        (name, json) -> {
          if (name.equals("SecretString")) {
            text.set(json.getText());
          } else {
            json.skipChildren();
          }
        });
    return Objects.requireNonNull(text.get(), "the secret is no text");
  }
}
