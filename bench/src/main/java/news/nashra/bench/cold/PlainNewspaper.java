package news.nashra.bench.cold;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/// What the plainest function does with an article, once its JSON was read: it cleans the HTML,
/// puts an item and puts a file, with the AWS SDK as its guide shows it and the lightest of its
/// HTTP clients. `bench/cold.sh` copies it into the peers in Java, so it uses nothing of the
/// project.
public final class PlainNewspaper {
  private final DynamoDbClient dynamoDb =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final S3Client s3 =
      S3Client.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(URI.create(setting("AWS_ENDPOINT_URL_S3")))
          .forcePathStyle(true)
          .build();
  private final String table = setting("PLAIN_TABLE");
  private final String bucket = setting("SITE_BUCKET");

  /// @return the body of the answer
  public String publish(String headline, String html) {
    var body = Jsoup.clean(html, Safelist.relaxed());
    var id = UUID.randomUUID().toString();
    dynamoDb.putItem(r ->
        r.tableName(table)
            .item(
                Map.of(
                    "pk", AttributeValue.fromS("PLAIN#" + id),
                    "sk", AttributeValue.fromS("HEAD"),
                    "headline", AttributeValue.fromS(headline),
                    "body", AttributeValue.fromS(body))));
    var page = "<!doctype html><title>" + headline + "</title>" + body;
    s3.putObject(
        r -> r.bucket(bucket).key("plain/" + id + ".html").contentType("text/html"),
        RequestBody.fromString(page));
    return "{\"id\":\"" + id + "\"}";
  }

  private static String setting(String variable) {
    return Objects.requireNonNull(System.getenv(variable), variable);
  }
}
