package news.nashra.local.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// DynamoDB Local and S3Proxy on free ports of the loopback address. S3Proxy checks signatures, so
/// that a presigned address allows what it names and nothing else. Pages of this machine may
/// upload.
///
/// Functions call them over HTTP, as they call AWS. The clients that are given out here reach the
/// same tables, streams and objects without HTTP if the services run in this process.
public final class LocalAws implements AutoCloseable {
  private static final String REGION = "eu-west-3";
  private static final String KEY = "local";

  private final Endpoints endpoints;
  private final List<Server> servers;
  private final DynamoDbClient dynamoDb;
  private final DynamoDbStreamsClient streams;
  private final S3Client s3;
  private final Writes tableWrites;
  private final Writes objectWrites;

  /// The addresses of the services.
  public record Endpoints(URI dynamoDb, URI s3) {}

  private interface Server {
    void stop() throws Exception;
  }

  private LocalAws(
      Endpoints endpoints,
      DynamoDbClient dynamoDb,
      DynamoDbStreamsClient streams,
      S3Client s3,
      Writes tableWrites,
      Writes objectWrites,
      Server... servers) {
    this.endpoints = endpoints;
    this.servers = List.of(servers);
    this.tableWrites = tableWrites;
    this.objectWrites = objectWrites;
    this.dynamoDb = dynamoDb;
    this.streams = streams;
    this.s3 = s3;
  }

  /// Another client, which passes each call to `interceptor`.
  public DynamoDbClient dynamoDb(ExecutionInterceptor interceptor) {
    return remote(DynamoDbClient.builder(), endpoints.dynamoDb())
        .overrideConfiguration(c -> c.addExecutionInterceptor(interceptor))
        .build();
  }

  /// Another client, which passes each call to `interceptor`.
  public S3Client s3(ExecutionInterceptor interceptor) {
    return remoteS3(endpoints.s3())
        .overrideConfiguration(c -> c.addExecutionInterceptor(interceptor))
        .build();
  }

  private static S3ClientBuilder remoteS3(URI endpoint) {
    return remote(S3Client.builder(), endpoint)
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(c -> c.chunkedEncodingEnabled(false));
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY));
  }

  /// Services that keep their data in memory.
  public static LocalAws inMemory() {
    return start(new TransientNio2BlobStore(), null);
  }

  /// Services that keep their data in `directory`.
  public static LocalAws at(Path directory) {
    try {
      var tables = PrivateFiles.folder(directory.resolve("dynamodb"));
      PrivateFiles.file(tables.resolve(DynamoDbServer.DATABASE)); // or others could read it
      PrivateFiles.closeAll(tables);
      var objects = PrivateFiles.folder(directory.resolve("s3"));
      return start(new FilesystemNio2BlobStore(objects.toString()), tables.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file in which the services at `directory` keep all tables.
  public static Path tableFile(Path directory) {
    return directory.resolve("dynamodb").resolve(DynamoDbServer.DATABASE);
  }

  /// Services that another process has started. They keep running when this is closed.
  public static LocalAws running(Endpoints endpoints) {
    return new LocalAws(
        endpoints,
        remote(DynamoDbClient.builder(), endpoints.dynamoDb()).build(),
        remote(DynamoDbStreamsClient.builder(), endpoints.dynamoDb()).build(),
        remoteS3(endpoints.s3()).build(),
        Writes.unknown(),
        Writes.unknown());
  }

  private static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B remote(
      B client, URI endpoint) {
    return client
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.of(REGION))
        .credentialsProvider(credentials())
        .endpointOverride(endpoint);
  }

  private static LocalAws start(BlobStore objects, @Nullable String tables) {
    // Before DynamoDB Local is loaded: it logs every request otherwise.
    System.setProperty("log4j2.configurationFile", "nashra-log4j2.properties");
    try {
      var tableWrites = Writes.none();
      var objectWrites = Writes.none();
      var store = new ConditionalBlobStore(objects, objectWrites);
      var handler = DynamoDbServer.tables(tables);
      var dynamoDb = DynamoDbServer.start(handler, tableWrites);
      var s3 =
          S3Proxy.builder()
              .blobStore(store)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V4, KEY, KEY)
              .corsRules(uploads())
              .stopTimeout(0)
              .build();
      s3.start();
      var endpoints =
          new Endpoints(
              URI.create("http://127.0.0.1:" + dynamoDb.port()),
              URI.create("http://127.0.0.1:" + s3.getPort()));
      return new LocalAws(
          endpoints,
          new DirectDynamoDb(handler, KEY, REGION, tableWrites),
          new DirectStreams(handler, KEY, REGION),
          new DirectS3(store),
          tableWrites,
          objectWrites,
          s3::stop,
          dynamoDb::stop);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local or S3Proxy did not start", e);
    }
  }

  private static CrossOriginResourceSharing uploads() {
    return new CrossOriginResourceSharing(
        List.of("http://localhost:[0-9]+"),
        List.of("PUT"),
        List.of("content-type", "if-none-match"),
        List.of(),
        "");
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  /// What a function needs in its environment to reach these services.
  public Map<String, String> environment() {
    return Map.of(
        "AWS_REGION", REGION,
        "AWS_ACCESS_KEY_ID", KEY,
        "AWS_SECRET_ACCESS_KEY", KEY,
        "AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb().toString(),
        "AWS_ENDPOINT_URL_S3", endpoints.s3().toString());
  }

  /// The writes to tables, by whomever.
  public Writes tableWrites() {
    return tableWrites;
  }

  /// The objects that were put, by whomever.
  public Writes objectWrites() {
    return objectWrites;
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  public DynamoDbStreamsClient streams() {
    return streams;
  }

  public S3Client s3() {
    return s3;
  }

  /// A global secondary index.
  ///
  /// @param projection `KEYS_ONLY` or `ALL`
  public record Index(String name, String partition, String order, String projection) {}

  /// Creates a table with the keys `pk` and `sk` and a stream of old and new images, unless it
  /// exists. An index that an existing table lacks is added.
  public void createTable(String name, Index... indexes) {
    try {
      dynamoDb.createTable(
          table(name, indexes)
              .streamSpecification(
                  s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
              .build());
    } catch (ResourceInUseException e) {
      addMissing(name, indexes);
    }
  }

  /// Creates such a table without a stream, through another client. It must not exist yet.
  public static void createTable(DynamoDbClient dynamoDb, String name, Index... indexes) {
    dynamoDb.createTable(table(name, indexes).build());
  }

  private static CreateTableRequest.Builder table(String name, Index... indexes) {
    var table =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes(indexes))
            .keySchema(keys("pk", "sk"));
    return indexes.length > 0 // DynamoDB refuses an empty list
        ? table.globalSecondaryIndexes(Stream.of(indexes).map(LocalAws::secondary).toList())
        : table;
  }

  private void addMissing(String table, Index... wanted) {
    var there =
        dynamoDb.describeTable(r -> r.tableName(table)).table().globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .toList();
    for (var index : wanted) {
      if (!there.contains(index.name())) {
        var made = secondary(index);
        dynamoDb.updateTable(r ->
            r.tableName(table)
                .attributeDefinitions(attributes(index))
                .globalSecondaryIndexUpdates(u ->
                    u.create(c ->
                        c.indexName(made.indexName())
                            .keySchema(made.keySchema())
                            .projection(made.projection()))));
        dynamoDb.waiter().waitUntilTableExists(r -> r.tableName(table));
      }
    }
  }

  /// Creates a bucket, unless it exists.
  public void createBucket(String name) {
    boolean there = s3.listBuckets().buckets().stream().anyMatch(b -> b.name().equals(name));
    if (!there) {
      s3.createBucket(r -> r.bucket(name));
    }
  }

  @Override
  public void close() {
    dynamoDb.close();
    streams.close();
    s3.close();
    try {
      for (var server : servers) {
        server.stop();
      }
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local or S3Proxy did not stop", e);
    }
  }

  private static List<AttributeDefinition> attributes(Index... indexes) {
    var names = new LinkedHashSet<>(List.of("pk", "sk"));
    for (var index : indexes) {
      names.add(index.partition());
      names.add(index.order());
    }
    return names.stream()
        .map(name ->
            AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build())
        .toList();
  }

  private static GlobalSecondaryIndex secondary(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.partition(), index.order()))
        .projection(p -> p.projectionType(index.projection()))
        .build();
  }

  private static List<KeySchemaElement> keys(String partition, String order) {
    return List.of(key(partition, KeyType.HASH), key(order, KeyType.RANGE));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
