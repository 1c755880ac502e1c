package news.nashra.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import news.nashra.local.aws.LocalAws;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Gives each test of a class new, empty tables and buckets. The classes of a module share the
/// servers, one after the other; those that run at the same time have different ones. They stop
/// when the last test has ended.
///
/// ```java
/// @RegisterExtension
/// static final LocalServices SERVICES = LocalServices.with().table("articles").bucket("pages");
/// ```
///
/// The tests of one class run one after another, in one thread.
public final class LocalServices
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private @Nullable LocalAws lent;
  private final List<NewTable> tables = new ArrayList<>();
  private final List<String> buckets = new ArrayList<>();

  private record NewTable(String name, List<LocalAws.Index> indexes) {}

  /// Servers that no class uses at the moment. JUnit closes them with its store.
  private record Free(ConcurrentLinkedDeque<LocalAws> servers) implements AutoCloseable {
    static Free of(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .getOrComputeIfAbsent(
              Free.class, key -> new Free(new ConcurrentLinkedDeque<>()), Free.class);
    }

    LocalAws take() {
      var free = servers.poll();
      return free == null ? LocalAws.inMemory() : free;
    }

    @Override
    public void close() {
      servers.forEach(LocalAws::close);
    }
  }

  private LocalServices() {}

  /// Services without tables and buckets.
  public static LocalServices with() {
    return new LocalServices();
  }

  /// Adds a table with the keys `pk` and `sk`. It has no stream: with each stream that ever was,
  /// DynamoDB Local takes longer for a write.
  public LocalServices table(String name, LocalAws.Index... indexes) {
    tables.add(new NewTable(name, List.of(indexes)));
    return this;
  }

  public LocalServices bucket(String name) {
    buckets.add(name);
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    lent = Free.of(context).take();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (lent != null) {
      Free.of(context).servers().push(lent);
      lent = null;
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (var table : tables) {
      deleteTable(table.name());
      LocalAws.createTable(
          dynamoDb(), table.name(), table.indexes().toArray(LocalAws.Index[]::new));
    }
    for (var bucket : buckets) {
      deleteBucket(bucket);
      s3().createBucket(r -> r.bucket(bucket));
    }
  }

  public LocalAws aws() {
    var aws = lent;
    if (aws == null) {
      throw new IllegalStateException(
          "the extension must be a static field with @RegisterExtension");
    }
    return aws;
  }

  public DynamoDbClient dynamoDb() {
    return aws().dynamoDb();
  }

  public S3Client s3() {
    return aws().s3();
  }

  /// What a function needs in its environment to reach the services.
  public Map<String, String> environment() {
    return aws().environment();
  }

  /// The keys of a bucket, in their order.
  public List<String> keys(String bucket) {
    return s3().listObjectsV2Paginator(r -> r.bucket(bucket)).contents().stream()
        .map(object -> object.key())
        .toList();
  }

  /// An object as text.
  public String text(String bucket, String key) {
    return s3().getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String();
  }

  private void deleteTable(String name) {
    if (dynamoDb().listTables().tableNames().contains(name)) {
      dynamoDb().deleteTable(r -> r.tableName(name));
    }
  }

  private void deleteBucket(String name) {
    if (s3().listBuckets().buckets().stream().anyMatch(bucket -> bucket.name().equals(name))) {
      keys(name).forEach(key -> s3().deleteObject(r -> r.bucket(name).key(key)));
      s3().deleteBucket(r -> r.bucket(name));
    }
  }
}
