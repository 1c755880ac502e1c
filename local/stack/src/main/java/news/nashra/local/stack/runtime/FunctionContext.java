package news.nashra.local.stack.runtime;

import java.lang.reflect.Proxy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The [context](https://docs.aws.amazon.com/lambda/latest/dg/java-context.html) of a call: its
/// request id. A function that asks for anything else fails with a message that names it.
final class FunctionContext {
  private FunctionContext() {}

  /// @param type `Context` as the class loader of the function knows it
  static @Nullable Object of(Class<?> type) {
    if (!type.isInterface()) {
      return null; // a handler that wants no context
    }
    var requestId = UUID.randomUUID().toString();
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().equals("getAwsRequestId")) {
            return requestId;
          }
          throw new UnsupportedOperationException(
              "the local stack's context has no " + method.getName());
        });
  }
}
