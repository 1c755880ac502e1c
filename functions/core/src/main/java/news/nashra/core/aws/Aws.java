package news.nashra.core.aws;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiFunction;
import news.nashra.core.Settings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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
  private final Settings settings;
  private final Transport transport;
  private @Nullable DynamoDb dynamoDb;
  private @Nullable S3Client s3;
  private @Nullable S3Calls s3Calls;

  public Aws(Settings settings) {
    this(settings, Connections.OF_PROCESS);
  }

  Aws(Settings settings, Transport transport) {
    this.settings = settings;
    this.transport = transport;
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

  private DynamoDb dynamoDb() {
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
      client = new LightS3(s3Calls());
      s3 = client;
    }
    return client;
  }

  private DynamoDb makeDynamoDb() {
    return new LightDynamoDb(
        json("DynamoDb", "dynamodb", "DynamoDB_20120810", "1.0", LightDynamoDb::failure));
  }

  /// The bucket whose name is in an environment variable.
  public Bucket bucket(String variable) {
    return new LightBucket(s3Calls(), setting(variable));
  }

  private S3Calls s3Calls() {
    var made = s3Calls;
    if (made == null) {
      made = makeS3Calls();
      s3Calls = made;
    }
    return made;
  }

  private S3Calls makeS3Calls() {
    var local = settings.find("AWS_ENDPOINT_URL_S3").map(URI::create);
    var calls = calls("S3", "s3", S3Calls::failure);
    return new S3Calls(calls, local.orElse(endpoint("s3")), local.isPresent());
  }

  /// A service that is called in JSON.
  ///
  /// @param name as the SDK names it: `DynamoDb`
  /// @param id in its addresses and signatures: `dynamodb`
  /// @param target what comes before an operation in `X-Amz-Target`
  /// @param version of the JSON of AWS: `1.0`
  /// @param failure makes an exception of the status and the body of an answer that is a failure
  JsonCalls json(
      String name,
      String id,
      String target,
      String version,
      BiFunction<Integer, byte[], AwsServiceException> failure) {
    var variable = "AWS_ENDPOINT_URL_" + name.toUpperCase(Locale.ROOT);
    var endpoint = settings.find(variable).map(URI::create).orElse(endpoint(id));
    return new JsonCalls(
        calls(name, id, failure), endpoint, target, "application/x-amz-json-" + version);
  }

  private ServiceCalls calls(
      String name, String id, BiFunction<Integer, byte[], AwsServiceException> failure) {
    return new ServiceCalls(
        name,
        new SignatureV4(id, settings.require("AWS_REGION")),
        credentials(),
        CallTrace.of(settings),
        // A service compares it with its own. The clock of a local newspaper may be set back.
        Clock.systemUTC(),
        transport,
        failure);
  }

  /// Of a service in the region of the function.
  private URI endpoint(String id) {
    var region = settings.require("AWS_REGION");
    var suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return URI.create("https://%s.%s.%s".formatted(id, region, suffix));
  }

  /// Gives the client of a service what all clients here have. Not while a function is primed.
  ///
  /// @param endpointVariable the SDK's name for the setting that replaces its endpoint
  public <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configure(
      B client, String endpointVariable) {
    if (transport != Connections.OF_PROCESS) {
      throw new IllegalStateException("clients of the SDK would call AWS: " + endpointVariable);
    }
    client
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(credentials())
        .region(region())
        .overrideConfiguration(limits());
    settings.find(endpointVariable).map(URI::create).ifPresent(client::endpointOverride);
    return client;
  }

  /// Creates a presigner for S3 URLs. It makes no calls to AWS. The URLs are those of the region,
  /// also in us-east-1, for which the SDK has another: the desk may send to no other host.
  public S3Presigner presigner() {
    var other = settings.find("AWS_ENDPOINT_URL_S3").map(URI::create);
    return S3Presigner.builder()
        .credentialsProvider(credentials())
        .region(region())
        .endpointOverride(other.orElseGet(() -> endpoint("s3")))
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(other.isPresent()).build())
        .build();
  }

  private AwsCredentialsProvider credentials() {
    // Lambda hands credentials over in the environment, or for a restored snapshot at an address.
    if (settings.has("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
      return ContainerCredentialsProvider.create();
    }
    var key = settings.find("AWS_ACCESS_KEY_ID");
    var secret = settings.find("AWS_SECRET_ACCESS_KEY");
    if (key.isEmpty() || secret.isEmpty()) {
      return EnvironmentVariableCredentialsProvider.create(); // says what is missing
    }
    return StaticCredentialsProvider.create(
        settings
            .find("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(key.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(key.get(), secret.get())));
  }

  private Region region() {
    return Region.of(settings.require("AWS_REGION"));
  }

  private ClientOverrideConfiguration limits() {
    var calls =
        ClientOverrideConfiguration.builder()
            .apiCallTimeout(ServiceCalls.CALL_TIMEOUT)
            .apiCallAttemptTimeout(ServiceCalls.READ_TIMEOUT);
    CallTrace.of(settings).ifPresent(calls::addExecutionInterceptor);
    return calls.build();
  }
}
