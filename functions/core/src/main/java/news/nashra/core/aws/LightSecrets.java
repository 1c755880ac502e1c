package news.nashra.core.aws;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
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
    var request = GetSecretValueRequest.builder().secretId(id).build();
    GetSecretValueResponse answer =
        calls.call("GetSecretValue", request, (SdkPojo) GetSecretValueResponse.builder());
    return answer.secretString();
  }
}
