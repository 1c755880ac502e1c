package news.nashra.local.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/// The tables of DynamoDB Local without HTTP, which takes a fifth of the time: for whoever runs in
/// the same process. Supports the calls that tests and the local newspaper make.
@NullUnmarked
final class DirectDynamoDb implements DynamoDbClient {
  private final LocalDynamoDBRequestHandler tables;
  private final String key;
  private final String region;
  private final Writes writes;

  /// @param key by which DynamoDB Local knows whose tables are meant, with the region
  DirectDynamoDb(LocalDynamoDBRequestHandler tables, String key, String region, Writes writes) {
    this.tables = tables;
    this.key = key;
    this.region = region;
    this.writes = writes;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return DirectCall.of(() -> tables.batchGetItem(key, region, request));
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return write(() -> tables.batchWriteItem(key, region, request));
  }

  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    return write(() -> tables.createTable(key, region, request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return write(() -> tables.deleteItem(key, region, request));
  }

  @Override
  public DeleteTableResponse deleteTable(DeleteTableRequest request) {
    return write(() -> tables.deleteTable(key, region, request));
  }

  @Override
  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    return DirectCall.of(() -> tables.describeTable(key, region, request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return DirectCall.of(() -> tables.getItem(key, region, request));
  }

  @Override
  public ListTablesResponse listTables(ListTablesRequest request) {
    return DirectCall.of(() -> tables.listTables(key, region, request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return write(() -> tables.putItem(key, region, request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return DirectCall.of(() -> tables.query(key, region, request));
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return DirectCall.of(() -> tables.scan(key, region, request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return write(() -> tables.transactWriteItems(key, region, request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return write(() -> tables.updateItem(key, region, request));
  }

  @Override
  public UpdateTableResponse updateTable(UpdateTableRequest request) {
    return write(() -> tables.updateTable(key, region, request));
  }

  private <T> T write(Supplier<T> call) {
    try {
      return DirectCall.of(call);
    } finally {
      writes.announce();
    }
  }

  @Override
  public DynamoDbWaiter waiter() {
    return DynamoDbWaiter.builder().client(this).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // The server owns what it uses.
  }
}
