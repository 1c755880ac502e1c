package news.nashra.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/// The plainest function that takes an article: it reads JSON, cleans the HTML, puts an item and
/// puts a file, with the AWS SDK as its guide shows it and the lightest of its HTTP clients.
@NullUnmarked // without Lambda's context
public final class PlainHandler implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final DynamoDbClient dynamoDb =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final S3Client s3 =
      S3Client.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_S3")))
          .forcePathStyle(true)
          .build();
  private final String table = System.getenv("PLAIN_TABLE");
  private final String bucket = System.getenv("SITE_BUCKET");

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode article = json.readTree(json.readTree(in).path("body").asText());
    var body = Jsoup.clean(article.path("bodyHtml").asText(), Safelist.relaxed());
    var id = UUID.randomUUID().toString();
    var headline = article.path("headline").asText();
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
    var answer = Map.of("statusCode", 201, "body", "{\"id\":\"" + id + "\"}");
    out.write(json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
  }
}
