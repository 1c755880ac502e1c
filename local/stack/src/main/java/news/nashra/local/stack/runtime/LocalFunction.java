package news.nashra.local.stack.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.nashra.local.stack.template.StackFault;
import org.jspecify.annotations.Nullable;

/// Runs a function from its built zip, with classes and an environment of its own and a pool of
/// instances, each of which serves one event at a time. As in
/// [Lambda](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html), creating
/// an instance does not count against the timeout. An instance that timed out is discarded together
/// with its classes, because the interrupt may have hit one of them while it was initialised.
public final class LocalFunction implements LambdaFunction, AutoCloseable {
  /// @param init for unpacking, class loading and the constructor. Lambda gives 10 s, then the
  ///   function's timeout; a busy machine needs more.
  /// @param timeout for one event
  /// @param concurrency events that are handled at once; one more is refused
  record Limits(Duration init, Duration timeout, int concurrency) {
    Limits(Duration init, Duration timeout) {
      this(init, timeout, Integer.MAX_VALUE);
    }
  }

  private final String name;
  private final String handler;
  private final Limits limits;
  private final DeploymentPackage code;
  private final Map<String, String> environment;
  private final NewspaperClock clock;
  private final RunningFunction identity;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<Object> idle = new ConcurrentLinkedDeque<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
  private @Nullable FunctionLoader loader;

  /// @param code its deployment package
  /// @param clock that of the package, which the function takes for the clock of the machine
  LocalFunction(
      String name,
      String handler,
      Limits limits,
      DeploymentPackage code,
      Map<String, String> environment,
      NewspaperClock clock) {
    this.name = name;
    this.handler = handler;
    this.limits = limits;
    this.free = new Semaphore(limits.concurrency());
    this.code = code;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.identity = new RunningFunction(name, this.environment, clock);
    if (!Files.exists(code.zip())) {
      throw new StackFault(name + ": " + code.zip() + " is not built; run mvn package");
    }
  }

  @Override
  public String name() {
    return name;
  }

  /// Unpacks its deployment package before anybody invokes it. What fails is told to whoever does.
  public void prepare() {
    code.prepare();
  }

  /// What another process needs to run this function.
  public Deployment deployment() {
    return new Deployment(handler, code.unpack(), environment);
  }

  @Override
  public byte[] invoke(byte[] event) throws Failed {
    if (!free.tryAcquire()) {
      throw new Throttled(name, limits.concurrency());
    }
    try {
      return handle(event);
    } finally {
      free.release();
    }
  }

  private byte[] handle(byte[] event) throws Failed {
    var taken = idle();
    var instance = taken == null ? create() : taken;
    try {
      var answer = within(limits.timeout(), "timed out after", () -> handle(instance, event));
      idle.push(instance);
      return answer;
    } catch (ExecutionException e) {
      idle.push(instance);
      var cause = cause(e);
      throw new Failed(name + " failed: " + cause, cause);
    }
  }

  /// An instance that waits for an event, if there is one whose classes are good.
  private @Nullable Object idle() {
    var instance = idle.poll();
    while (instance != null && isDiscarded(instance)) {
      instance = idle.poll();
    }
    return instance;
  }

  private static boolean isDiscarded(Object instance) {
    return instance.getClass().getClassLoader() instanceof FunctionLoader classes
        && classes.libraries().isDiscarded();
  }

  private Object create() throws Failed {
    try {
      return within(
          limits.init(),
          "did not start within",
          () -> {
            var classes = loader();
            Thread.currentThread().setContextClassLoader(classes);
            return classes.loadClass(handler).getConstructor().newInstance();
          });
    } catch (ExecutionException e) {
      var cause = cause(e);
      throw new Failed(name + " did not start: " + cause, cause);
    }
  }

  /// What `task` returns; it is interrupted at the limit.
  private <T> T within(Duration limit, String late, Callable<T> task)
      throws Failed, ExecutionException {
    var running = threads.submit(task);
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      forget();
      throw new Failed(name + " " + late + " " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new Failed(name + " was interrupted", e);
    }
  }

  private byte[] handle(Object instance, byte[] event) throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(instance.getClass().getClassLoader());
    var out = new ByteArrayOutputStream();
    clock.hold();
    try {
      var handle = method(instance);
      var context = FunctionContext.of(handle.getParameterTypes()[2]);
      handle.invoke(instance, new ByteArrayInputStream(event), out, context);
    } finally {
      clock.release();
    }
    return out.toByteArray();
  }

  private Method method(Object instance) {
    return Arrays.stream(instance.getClass().getMethods())
        .filter(m -> m.getName().equals("handleRequest") && !m.isBridge())
        .filter(m -> m.getParameterCount() == 3)
        .filter(m -> m.getParameterTypes()[0] == InputStream.class)
        .filter(m -> m.getParameterTypes()[1] == OutputStream.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(handler + " is no RequestStreamHandler"));
  }

  /// What was thrown below `submit` and, if it was called by reflection, below that.
  private static @Nullable Throwable cause(ExecutionException e) {
    return e.getCause() instanceof InvocationTargetException call ? call.getCause() : e.getCause();
  }

  private synchronized FunctionLoader loader() {
    var current = loader;
    if (current == null || current.libraries().isDiscarded()) {
      current = code.load(environment);
      loader = current;
    }
    return current;
  }

  /// Discards the classes and the idle instances; the next event loads new ones. The libraries go
  /// with them, also for the functions that share them, in whichever newspaper of this process.
  private synchronized void forget() {
    if (loader != null) {
      loader.libraries().discard();
    }
    loader = null;
    idle.clear();
  }

  private ThreadFactory daemons() {
    return task -> {
      var thread = new Thread(() -> identity.run(task), name());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
