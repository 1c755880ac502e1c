package news.nashra.local.stack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// One function, run from its built zip: its own class loader and environment, a pool of instances
/// that each serve one event at a time, its timeout enforced.
final class LocalFunction implements AutoCloseable {
  /// The function threw, or did not answer in time.
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private final String name;
  private final String handler;
  private final int timeoutSeconds;
  private final Path zip;
  private final Path unpacked;
  private final Map<String, String> environment;
  private final ConcurrentLinkedDeque<Object> idle = new ConcurrentLinkedDeque<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
  private @Nullable FunctionLoader loader;

  /// @param zip its deployment package
  /// @param workshop where the package may be unpacked
  LocalFunction(
      String name,
      String handler,
      int timeoutSeconds,
      Path zip,
      Path workshop,
      Map<String, String> environment) {
    this.name = name;
    this.handler = handler;
    this.timeoutSeconds = timeoutSeconds;
    this.zip = zip;
    this.unpacked = workshop.resolve(name);
    this.environment = Map.copyOf(environment);
    if (!Files.exists(zip)) {
      throw new StackFault(name + ": " + zip + " is not built; run mvn package");
    }
  }

  String name() {
    return name;
  }

  /// Makes an instance ahead of its first event.
  void warm() throws Failed {
    idle.add(create());
  }

  /// Hands over an event of JSON and waits for the answer.
  byte[] invoke(byte[] event) throws Failed {
    var task = threads.submit(() -> handle(event));
    try {
      return task.get(timeoutSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new Failed(name + " timed out after " + timeoutSeconds + " s", e);
    } catch (ExecutionException e) {
      throw new Failed(name + " failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed(name + " was interrupted", e);
    }
  }

  private byte[] handle(byte[] event) throws Exception {
    var taken = idle.poll();
    var instance = taken == null ? create() : taken;
    var out = new ByteArrayOutputStream();
    try {
      method(instance).invoke(instance, new ByteArrayInputStream(event), out, null);
    } catch (InvocationTargetException e) {
      idle.push(instance);
      throw e.getCause() instanceof Exception fault ? fault : e;
    }
    idle.push(instance);
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

  private Object create() throws Failed {
    try {
      var current = Thread.currentThread();
      current.setContextClassLoader(loader());
      return loader().loadClass(handler).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new Failed(name + " did not start: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new Failed(name + " did not start: " + e, e);
    }
  }

  private synchronized FunctionLoader loader() {
    var current = loader;
    if (current == null) {
      unpack();
      current = new FunctionLoader(unpacked, environment);
      loader = current;
    }
    return current;
  }

  /// Unpacks the zip, unless that very zip is unpacked already.
  private void unpack() {
    var mark = unpacked.resolve(".zip");
    try {
      var stamp = Files.getLastModifiedTime(zip) + " " + Files.size(zip);
      if (stamp.equals(read(mark))) {
        return;
      }
      if (Files.exists(unpacked)) {
        try (var old = Files.walk(unpacked)) {
          for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      try (var in = new ZipInputStream(Files.newInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          var target = unpacked.resolve(entry.getName()).normalize();
          if (!entry.isDirectory() && target.startsWith(unpacked)) {
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(in, target);
          }
        }
      }
      Files.writeString(mark, stamp);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private ThreadFactory daemons() {
    return task -> {
      var thread = new Thread(task, name());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
