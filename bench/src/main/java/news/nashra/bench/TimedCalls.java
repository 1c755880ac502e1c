package news.nashra.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.nashra.local.aws.CountedCalls;
import news.nashra.local.aws.LocalAws;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Clients that note their calls, and when each began and ended. Thread-safe.
@NullUnmarked
final class TimedCalls implements ExecutionInterceptor {
  private static final ExecutionAttribute<Long> BEGAN = new ExecutionAttribute<>("began");

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final CountedCalls counted;
  private final LocalAws aws;
  private volatile Duration delay = Duration.ZERO;

  /// @param began by [System#nanoTime]
  private record Call(long began, long ended) {}

  TimedCalls(LocalAws aws) {
    this.aws = aws;
    this.counted = new CountedCalls(aws);
  }

  DynamoDbClient dynamoDb() {
    return aws.dynamoDb(this);
  }

  S3Client s3() {
    return aws.s3(this);
  }

  /// Makes each call take longer from now on, as if the services were far away.
  void delay(Duration each) {
    delay = each;
  }

  void clear() {
    calls.clear();
    counted.clear();
  }

  /// As [CountedCalls#names()].
  List<String> names() {
    return counted.names();
  }

  /// How many calls were made one after the other: the most of which none began before the one
  /// before it had ended. With a delay that is much longer than what is done between calls, calls
  /// that are made side by side count once.
  int inARow() {
    int count = 0;
    long free = Long.MIN_VALUE;
    for (var call : calls.stream().sorted(Comparator.comparing(Call::ended)).toList()) {
      if (call.began() >= free) {
        count++;
        free = call.ended();
      }
    }
    return count;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    attributes.putAttribute(BEGAN, System.nanoTime());
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    counted.beforeTransmission(context, attributes);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    end(attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    end(attributes);
  }

  private void end(ExecutionAttributes attributes) {
    calls.add(new Call(attributes.getAttribute(BEGAN), System.nanoTime()));
  }
}
