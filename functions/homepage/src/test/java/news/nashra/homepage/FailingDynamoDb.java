package news.nashra.homepage;

import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A DynamoDB that cannot be reached after some number of calls.
record FailingDynamoDb(AtomicInteger left) implements ExecutionInterceptor {
  static DynamoDbClient after(int calls, LocalAws aws) {
    return aws.dynamoDb(new FailingDynamoDb(new AtomicInteger(calls)));
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (left.getAndDecrement() <= 0) {
      throw SdkClientException.create("no route to the tables");
    }
  }
}
