package news.nashra.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.LocalAws;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
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

/// The budget of a publish: six calls to AWS, one of them a write to S3.
@NullUnmarked
class CallsTest implements ExecutionInterceptor {
  private final List<String> calls = new CopyOnWriteArrayList<>();

  @Test
  void aPublishMakesAtMostSixCalls() throws IOException {
    try (var aws = LocalAws.inMemory()) {
      aws.createTable("articles");
      aws.createTable("comments");
      aws.createBucket("pages");
      var environment = aws.environment();
      var dynamoDb =
          counted(DynamoDbClient.builder(), environment.get("AWS_ENDPOINT_URL_DYNAMODB"))
              .httpClientBuilder(UrlConnectionHttpClient.builder())
              .build();
      var s3 =
          counted(S3Client.builder(), environment.get("AWS_ENDPOINT_URL_S3"))
              .httpClientBuilder(UrlConnectionHttpClient.builder())
              .forcePathStyle(true)
              .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
              .build();
      var function =
          new PublishArticle(
              Site.of(Edition.load(), "https://news.example"),
              new Table(dynamoDb, "articles"),
              new Table(dynamoDb, "comments"),
              new Press(s3, "pages"),
              InstantSource.system());
      for (int i = 0; i < 3; i++) {
        calls.clear();
        assertThat(publish(function, "key-" + i)).contains("\"statusCode\":201");
      }
      assertThat(calls)
          .containsExactly(
              "GetItem",
              "Query",
              "TransactWriteItems",
              "BatchGetItem",
              "PutObject",
              "BatchGetItem");
    }
  }

  private <B extends AwsClientBuilder<B, ?>> B counted(B builder, String endpoint) {
    return builder
        .endpointOverride(URI.create(endpoint))
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(c -> c.addExecutionInterceptor(this));
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
  }

  private static String publish(PublishArticle function, String key) throws IOException {
    var out = new ByteArrayOutputStream();
    function.handleRequest(CreateEvent.of("خبر " + key, key), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
