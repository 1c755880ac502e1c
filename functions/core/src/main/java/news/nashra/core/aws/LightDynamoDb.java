package news.nashra.core.aws;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// A client of DynamoDB for the operations of [Table] and [Transaction]; others throw
/// [UnsupportedOperationException]. It fails with the exceptions of the SDK. Thread-safe.
final class LightDynamoDb implements DynamoDbClient {
  private final JsonCalls calls;

  LightDynamoDb(JsonCalls calls) {
    this.calls = calls;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return calls.call("GetItem", request, (SdkPojo) GetItemResponse.builder());
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return calls.call("BatchGetItem", request, (SdkPojo) BatchGetItemResponse.builder());
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return calls.call("Query", request, (SdkPojo) QueryResponse.builder());
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return calls.call("PutItem", request, (SdkPojo) PutItemResponse.builder());
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return calls.call("UpdateItem", request, (SdkPojo) UpdateItemResponse.builder());
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return calls.call("DeleteItem", request, (SdkPojo) DeleteItemResponse.builder());
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return calls.call(
        "TransactWriteItems", request, (SdkPojo) TransactWriteItemsResponse.builder());
  }

  /// The exception for an answer that is a failure.
  static AwsServiceException failure(int status, byte[] body) {
    var builder =
        switch (JsonCalls.said(body).code()) {
          case "ConditionalCheckFailedException" -> ConditionalCheckFailedException.builder();
          case "TransactionCanceledException" -> reasons(body);
          default -> DynamoDbException.builder();
        };
    return JsonCalls.describe(builder, status, body).build();
  }

  /// Of a transaction that was canceled, with the items that are there instead.
  private static TransactionCanceledException.Builder reasons(byte[] body) {
    try {
      var builder = TransactionCanceledException.builder();
      return ((TransactionCanceledException) AwsJson.read(body, builder)).toBuilder();
    } catch (IOException e) {
      return TransactionCanceledException.builder();
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // The connections are the process's.
  }
}
