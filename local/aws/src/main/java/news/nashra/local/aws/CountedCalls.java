package news.nashra.local.aws;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.s3.S3Client;

/// Clients that count their calls, for tests of budgets.
@NullUnmarked
public final class CountedCalls implements ExecutionInterceptor {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final LongAdder queried = new LongAdder();
  private final LocalAws aws;

  public CountedCalls(LocalAws aws) {
    this.aws = aws;
  }

  /// The names of the calls so far, retries too: `GetItem`.
  public List<String> names() {
    return List.copyOf(calls);
  }

  /// How many calls of one name there were.
  public long count(String name) {
    return calls.stream().filter(name::equals).count();
  }

  /// How many items the queries so far have read.
  public long queried() {
    return queried.sum();
  }

  public void clear() {
    calls.clear();
    queried.reset();
  }

  public DynamoDbClient dynamoDb() {
    return aws.dynamoDb(this);
  }

  public S3Client s3() {
    return aws.s3(this);
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    calls.add(context.request().getClass().getSimpleName().replace("Request", ""));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (context.response() instanceof QueryResponse answer) {
      queried.add(answer.scannedCount());
    }
  }
}
