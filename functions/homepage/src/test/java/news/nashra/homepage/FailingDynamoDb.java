package news.nashra.homepage;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A DynamoDB that can no longer be reached after some calls.
record FailingDynamoDb(AtomicInteger left) implements ExecutionInterceptor {
  static DynamoDbClient after(int calls, LocalAws aws) {
    var endpoint = aws.environment().getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", "");
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(URI.create(endpoint))
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(
            c -> c.addExecutionInterceptor(new FailingDynamoDb(new AtomicInteger(calls))))
        .build();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (left.getAndDecrement() <= 0) {
      throw SdkClientException.create("no route to the tables");
    }
  }
}
