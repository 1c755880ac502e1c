package news.nashra.articles.publish;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Runs something once, just before a call: the first for 0.
@NullUnmarked
final class MeanwhileBefore implements ExecutionInterceptor {
  private final AtomicInteger left;
  private final Runnable meanwhile;

  MeanwhileBefore(int call, Runnable meanwhile) {
    this.left = new AtomicInteger(call);
    this.meanwhile = meanwhile;
  }

  /// Whether there were enough calls.
  boolean ran() {
    return left.get() < 0;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (left.getAndDecrement() == 0) {
      meanwhile.run();
    }
  }
}
