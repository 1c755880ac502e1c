package news.nashra.homepage;

import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.local.aws.LocalAws;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Runs something once, just before one call to DynamoDB.
@NullUnmarked
final class OnCall implements ExecutionInterceptor {
  private final AtomicInteger left;
  private final Runnable meanwhile;

  /// @param number of the call, from 1
  OnCall(int number, Runnable meanwhile) {
    this.left = new AtomicInteger(number);
    this.meanwhile = meanwhile;
  }

  DynamoDbClient client(LocalAws aws) {
    return aws.dynamoDb(this);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (left.decrementAndGet() == 0) {
      meanwhile.run();
    }
  }
}
