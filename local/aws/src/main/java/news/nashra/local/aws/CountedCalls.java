package news.nashra.local.aws;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Clients whose calls are written down, for tests of budgets.
@NullUnmarked
public final class CountedCalls implements ExecutionInterceptor {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final LocalAws aws;

  public CountedCalls(LocalAws aws) {
    this.aws = aws;
  }

  /// The names of the calls so far, retries too: `GetItem`.
  public List<String> names() {
    return List.copyOf(calls);
  }

  /// How many calls of one name there were.
  public long count(String name) {
    return calls.stream().filter(name::equals).count();
  }

  public void clear() {
    calls.clear();
  }

  public DynamoDbClient dynamoDb() {
    return counted(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB")
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  public S3Client s3() {
    return counted(S3Client.builder(), "AWS_ENDPOINT_URL_S3")
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .forcePathStyle(true)
        .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
        .build();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
  }

  private <B extends AwsClientBuilder<B, ?>> B counted(B builder, String endpoint) {
    return builder
        .endpointOverride(URI.create(aws.environment().get(endpoint)))
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(c -> c.addExecutionInterceptor(this));
  }
}
