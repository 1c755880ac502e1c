package news.nashra.core.aws;

import java.net.URI;
import java.time.Duration;
import news.nashra.core.Settings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The AWS clients of one function instance. Each is created when it is first asked for and then
/// reused. `AWS_ENDPOINT_URL_DYNAMODB` and `AWS_ENDPOINT_URL_S3`, the SDK's own names, replace the
/// endpoints of the region.
///
/// Create one instance while the function starts, in one thread. The clients themselves are
/// thread-safe.
public final class Aws {
  /// API Gateway waits at most 30 s for an answer, so an outage must be reported well before that.
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);

  private final Settings settings;
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable S3Client s3;

  public Aws(Settings settings) {
    this.settings = settings;
  }

  /// The environment variables of the function.
  public Settings settings() {
    return settings;
  }

  /// Returns the value of an environment variable. A missing one throws when the function starts;
  /// the message names it.
  public String setting(String variable) {
    return settings.require(variable);
  }

  /// The table whose name is in an environment variable.
  public Table table(String variable) {
    return new Table(dynamoDb(), setting(variable));
  }

  public DynamoDbClient dynamoDb() {
    var client = dynamoDb;
    if (client == null) {
      client = makeDynamoDb();
      dynamoDb = client;
    }
    return client;
  }

  public S3Client s3() {
    var client = s3;
    if (client == null) {
      client = makeS3();
      s3 = client;
    }
    return client;
  }

  private DynamoDbClient makeDynamoDb() {
    return configure(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB").build();
  }

  private S3Client makeS3() {
    var client = configure(S3Client.builder(), "AWS_ENDPOINT_URL_S3");
    if (settings.has("AWS_ENDPOINT_URL_S3")) {
      client
          .forcePathStyle(true)
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
          .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build());
    }
    return client.build();
  }

  /// Gives the client of a service what all clients here have.
  ///
  /// @param endpointVariable the SDK's name for the setting that replaces its endpoint
  public <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configure(
      B client, String endpointVariable) {
    client
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(credentials())
        .region(region())
        .overrideConfiguration(calls());
    settings.find(endpointVariable).map(URI::create).ifPresent(client::endpointOverride);
    return client;
  }

  /// Creates a presigner for S3 URLs. It makes no calls to AWS.
  public S3Presigner presigner() {
    var presigner = S3Presigner.builder().credentialsProvider(credentials()).region(region());
    settings
        .find("AWS_ENDPOINT_URL_S3")
        .map(URI::create)
        .ifPresent(endpoint ->
            presigner
                .endpointOverride(endpoint)
                .serviceConfiguration(
                    S3Configuration.builder().pathStyleAccessEnabled(true).build()));
    return presigner.build();
  }

  private AwsCredentialsProvider credentials() {
    // Lambda hands credentials over in the environment, or for a restored snapshot at an address.
    if (settings.has("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
      return ContainerCredentialsProvider.create();
    }
    var key = settings.find("AWS_ACCESS_KEY_ID");
    var secret = settings.find("AWS_SECRET_ACCESS_KEY");
    if (settings.has("AWS_ENDPOINT_URL_DYNAMODB") && key.isPresent() && secret.isPresent()) {
      return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.get(), secret.get()));
    }
    return EnvironmentVariableCredentialsProvider.create();
  }

  private Region region() {
    return Region.of(settings.require("AWS_REGION"));
  }

  private ClientOverrideConfiguration calls() {
    var calls =
        ClientOverrideConfiguration.builder()
            .apiCallTimeout(CALL_TIMEOUT)
            .apiCallAttemptTimeout(ATTEMPT_TIMEOUT);
    CallTrace.of(settings).ifPresent(calls::addExecutionInterceptor);
    return calls.build();
  }
}
