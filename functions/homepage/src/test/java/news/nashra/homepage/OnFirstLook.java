package news.nashra.homepage;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/// Runs something once, just before a key is first looked up.
@NullUnmarked
final class OnFirstLook implements ExecutionInterceptor {
  private final String key;
  private final Runnable meanwhile;
  private final AtomicBoolean done = new AtomicBoolean();

  OnFirstLook(String key, Runnable meanwhile) {
    this.key = key;
    this.meanwhile = meanwhile;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof HeadObjectRequest head
        && head.key().equals(key)
        && !done.getAndSet(true)) {
      meanwhile.run();
    }
  }
}
