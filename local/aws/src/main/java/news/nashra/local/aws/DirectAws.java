package news.nashra.local.aws;

import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/// DynamoDB Local and the store of S3Proxy in this process without HTTP: a call takes a tenth of
/// the time. For tests that make a few hundred thousand of them.
@NullUnmarked
public final class DirectAws implements AutoCloseable {
  private final LocalDynamoDBRequestHandler tables;
  private final DynamoDbClient dynamoDb;
  private final DirectS3 s3 = new DirectS3();

  public DirectAws() {
    // Before DynamoDB Local is loaded: it logs every request otherwise.
    System.setProperty("log4j2.configurationFile", "nashra-log4j2.properties");
    this.tables = DynamoDbServer.tables(null);
    this.dynamoDb = new DirectDynamoDb(tables, "local", "eu-west-3", Writes.none());
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  public DirectS3 s3() {
    return s3;
  }

  @Override
  public void close() {
    s3.close();
    tables.shutdown();
  }
}
