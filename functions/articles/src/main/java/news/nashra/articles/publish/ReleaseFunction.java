package news.nashra.articles.publish;

import java.util.Map;
import news.nashra.core.aws.Aws;
import news.nashra.core.http.Json;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/// The function `ReleaseScheduled`, invoked for one article without waiting for its answer. Its
/// client is made when it is first needed: few articles are scheduled that close. Thread-safe.
final class ReleaseFunction implements NearReleases {
  private final Aws aws;
  private final String function;
  private @Nullable LambdaClient lambda;

  /// @param function its alias
  ReleaseFunction(Aws aws, String function) {
    this.aws = aws;
    this.function = function;
  }

  @Override
  public void soon(String article) {
    var event = SdkBytes.fromUtf8String(Json.write(Map.of("article", article)));
    client()
        .invoke(r -> r.functionName(function).invocationType(InvocationType.EVENT).payload(event));
  }

  private synchronized LambdaClient client() {
    var client = lambda;
    if (client == null) {
      client = aws.configure(LambdaClient.builder(), "AWS_ENDPOINT_URL_LAMBDA").build();
      lambda = client;
    }
    return client;
  }
}
