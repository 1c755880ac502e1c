package news.nashra.local.stack.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Says which permission each call of a function to AWS needs. Each [FunctionLibraries] loads a
/// copy of this class, which the AWS SDK finds as a [global
/// interceptor](https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/execution-interceptors.html).
///
/// A permission is one line: the action, the resource, and the partition key or the prefix, which
/// policies can name in a condition.
public final class CallRecorder implements ExecutionInterceptor {
  private static volatile Consumer<String> calls = line -> {};

  public static void set(Consumer<String> sink) {
    calls = sink;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    record(context.request());
  }

  private static void record(SdkRequest request) {
    switch (request) {
      case GetItemRequest r -> item("GetItem", r.tableName(), r.key());
      case PutItemRequest r -> item("PutItem", r.tableName(), r.item());
      case UpdateItemRequest r -> item("UpdateItem", r.tableName(), r.key());
      case DeleteItemRequest r -> item("DeleteItem", r.tableName(), r.key());
      case QueryRequest r -> item("Query", queried(r), r.expressionAttributeValues());
      case BatchGetItemRequest r ->
          r.requestItems()
              .forEach(
                  (table, keys) -> keys.keys().forEach(key -> item("BatchGetItem", table, key)));
      case TransactWriteItemsRequest r -> r.transactItems().forEach(CallRecorder::record);
      case GetObjectRequest r -> object("GetObject", r.bucket() + "/" + r.key());
      case HeadObjectRequest r -> object("GetObject", r.bucket() + "/" + r.key());
      case PutObjectRequest r -> object("PutObject", r.bucket() + "/" + r.key());
      case DeleteObjectRequest r -> object("DeleteObject", r.bucket() + "/" + r.key());
      case ListObjectsV2Request r -> line("s3:ListBucket", r.bucket(), r.prefix());
      default -> other(request);
    }
  }

  /// A call of a service that only some functions have in their package, so that its classes cannot
  /// be named here.
  private static void other(SdkRequest request) {
    var type = request.getClass();
    var distribution = request.getValueForField("DistributionId", String.class);
    var function = request.getValueForField("FunctionName", String.class);
    var secret = request.getValueForField("SecretId", String.class);
    var queue = request.getValueForField("QueueUrl", String.class);
    var from = request.getValueForField("FromEmailAddress", String.class);
    var call = type.getSimpleName().replace("Request", "");
    if (type.getPackageName().contains(".lambda.") && function.isPresent()) {
      line("lambda:InvokeFunction", function.get(), "");
    } else if (type.getPackageName().contains(".cloudfront.") && distribution.isPresent()) {
      line("cloudfront:" + call, distribution.get(), "");
    } else if (type.getPackageName().contains(".secretsmanager.") && secret.isPresent()) {
      line("secretsmanager:" + call, secret.get(), "");
    } else if (type.getPackageName().contains(".sqs.") && queue.isPresent()) {
      // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
      line("sqs:" + call.replaceAll("Batch$", ""), queue.get(), "");
    } else if (type.getPackageName().contains(".sesv2.") && from.isPresent()) {
      line("ses:" + call, "identity/" + from.get().replaceAll(".*<|>$", ""), "");
    } else {
      line("unknown:" + type.getSimpleName(), "", "");
    }
  }

  private static void record(TransactWriteItem write) {
    if (write.put() != null) {
      item("PutItem", write.put().tableName(), write.put().item());
    }
    if (write.update() != null) {
      item("UpdateItem", write.update().tableName(), write.update().key());
    }
    if (write.delete() != null) {
      item("DeleteItem", write.delete().tableName(), write.delete().key());
    }
    if (write.conditionCheck() != null) {
      var check = write.conditionCheck();
      item("ConditionCheckItem", check.tableName(), check.key());
    }
  }

  private static String queried(QueryRequest query) {
    return query.indexName() == null
        ? query.tableName()
        : query.tableName() + "/index/" + query.indexName();
  }

  /// @param values that hold the partition key: an item, a key, or the values of a query
  private static void item(String action, String table, Map<String, AttributeValue> values) {
    var partition = values.containsKey("pk") ? values.get("pk") : values.get(":pk");
    line("dynamodb:" + action, table, Objects.requireNonNull(partition).s());
  }

  private static void object(String action, String path) {
    line("s3:" + action, path, "");
  }

  private static void line(String action, String resource, String key) {
    calls.accept(action + "\t" + resource + "\t" + key);
  }
}
