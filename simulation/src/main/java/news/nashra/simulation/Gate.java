package news.nashra.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.s3.S3Client;

/// Clients whose calls stop until the scheduler decides their fate, and are then made by the real
/// client, or not.
@NullUnmarked
final class Gate {
  private Gate() {}

  /// @param changes records what the calls write
  /// @param tears whether others may write while a batch is read
  static DynamoDbClient before(
      DynamoDbClient client, Changes changes, Overwrites overwrites, boolean tears) {
    var whole = whole(client, changes, overwrites);
    return tears ? tearing(whole) : whole;
  }

  private static DynamoDbClient tearing(DynamoDbClient whole) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, args) ->
                args != null
                        && args[0] instanceof BatchGetItemRequest batch
                        && TornBatch.isPossible(batch)
                    ? TornBatch.read(batch, Actor.current().invocation(), whole::batchGetItem)
                    : invoke(whole, method, args));
  }

  private static DynamoDbClient whole(
      DynamoDbClient client, Changes changes, Overwrites overwrites) {
    return wrap(
        DynamoDbClient.class,
        client,
        Call.Service.DYNAMODB,
        (call, request, work) -> {
          overwrites.read(call);
          return changes.around(request, work);
        });
  }

  static S3Client before(S3Client client, Overwrites overwrites, FirstSights sights) {
    return wrap(
        S3Client.class,
        client,
        Call.Service.S3,
        (call, request, work) -> {
          var before = overwrites.before(call);
          try {
            var answer = work.call();
            overwrites.made(call, answer, before);
            sights.after(call);
            return answer;
          } catch (Exception e) {
            overwrites.refused(call, e);
            throw e;
          }
        });
  }

  /// Makes a call, with whatever belongs to it.
  private interface Caller {
    Object call(Call call, Object request, Callable<Object> work) throws Exception;
  }

  private static <T> T wrap(Class<T> type, T client, Call.Service service, Caller caller) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              if (args == null || method.getDeclaringClass() == Object.class) {
                return invoke(client, method, args);
              }
              // The form with a builder calls the form with a request, which comes back here.
              if (args[0] instanceof Consumer<?>) {
                return InvocationHandler.invokeDefault(proxy, method, args);
              }
              var call = Call.of(service, method.getName(), args[0]);
              return pass(
                  call, () -> caller.call(call, args[0], () -> invoke(client, method, args)));
            }));
  }

  private static Object pass(Call call, Callable<Object> work) throws Exception {
    var fate = Actor.current().stop(call);
    return switch (fate) {
      case DONE -> work.call();
      case LOST -> {
        call(work);
        throw Failures.timeout();
      }
      case TWICE -> {
        call(work);
        yield work.call();
      }
      case NOT_DONE, SERVER_ERROR, UNAVAILABLE, THROTTLED, CONFLICT ->
          throw Failures.of(fate, call);
      case KILLED_BEFORE -> throw new Killed();
      case KILLED_AFTER -> {
        call(work);
        throw new Killed();
      }
    };
  }

  /// Makes a call whose answer is lost.
  private static void call(Callable<Object> work) {
    try {
      var answer = work.call();
      if (answer instanceof AutoCloseable open) {
        open.close();
      }
    } catch (Exception e) {
      return; // the refusal is lost as well
    }
  }

  private static Object invoke(Object client, Method method, Object[] args) throws Exception {
    try {
      return method.invoke(client, args);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception fault) {
        throw fault;
      }
      throw e;
    }
  }
}
