package news.nashra.local.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;

/// A call of DynamoDB Local without HTTP. It fails with the exceptions of the SDK.
@NullUnmarked
final class DirectCall {
  private DirectCall() {}

  static <T> T of(Supplier<T> call) {
    try {
      return call.get();
    } catch (DynamoDBLocalServiceException e) {
      throw ofSdk(e);
    }
  }

  private static RuntimeException ofSdk(DynamoDBLocalServiceException fault) {
    try {
      DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(fault);
      return fault;
    } catch (RuntimeException e) {
      return e;
    } catch (Throwable e) {
      return new IllegalStateException(e);
    }
  }
}
