package news.nashra.local.stack.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFunctionTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final NewspaperClock CLOCK = new NewspaperClock();

  @TempDir Path directory;

  /// Takes 4 s to construct, and no time to answer.
  public static final class SlowToStart {
    public SlowToStart() throws InterruptedException {
      Thread.sleep(4000);
    }

    public void handleRequest(InputStream in, OutputStream out, Object context) throws IOException {
      out.write("ready".getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Hangs for `hang FILE` and writes that file when it is interrupted, throws for `throw`, and
  /// tells otherwise how many events its class got.
  public static final class Counting {
    private static int events;

    public void handleRequest(InputStream in, OutputStream out, Object context) throws IOException {
      events++;
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (text.equals("throw")) {
        throw new IllegalStateException("as asked");
      }
      if (text.startsWith("hang ")) {
        try {
          Thread.sleep(600_000);
        } catch (InterruptedException e) {
          Files.writeString(Path.of(text.substring("hang ".length())), "interrupted");
          throw new IllegalStateException(e);
        }
      }
      out.write(Integer.toString(events).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void startingIsNotCountedAgainstTheTimeout() throws Exception {
    try (var function = function(SlowToStart.class, LONG, Duration.ofSeconds(3))) {
      assertThat(send(function, "")).isEqualTo("ready");
    }
  }

  /// Says that it has begun, and answers when the file is gone.
  public static final class Waiting {
    public void handleRequest(InputStream in, OutputStream out, Object context) throws Exception {
      var file = Path.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Files.createFile(file);
      while (Files.exists(file)) {
        Thread.sleep(10);
      }
    }
  }

  @Test
  void anEventBeyondTheReservedConcurrencyIsRefusedUntilAnotherHasEnded() throws Exception {
    var limits = new LocalFunction.Limits(LONG, LONG, 1);
    try (var function = function(Waiting.class, limits);
        var threads = Executors.newSingleThreadExecutor()) {
      var begun = directory.resolve("begun");
      var first = threads.submit(() -> send(function, begun.toString()));
      while (!Files.exists(begun) && !first.isDone()) {
        Thread.sleep(10);
      }
      assertThatThrownBy(() -> send(function, directory.resolve("second").toString()))
          .isInstanceOf(LambdaFunction.Throttled.class)
          .hasMessage("Tested is throttled: it handles 1 events already");
      Files.deleteIfExists(begun);
      assertThat(first.get()).isEmpty();
      var again = threads.submit(() -> send(function, begun.toString()));
      while (!Files.exists(begun) && !again.isDone()) {
        Thread.sleep(10);
      }
      Files.deleteIfExists(begun);
      assertThat(again.get()).isEmpty();
    }
  }

  @Test
  void startingHasABoundOfItsOwn() throws Exception {
    try (var function = function(SlowToStart.class, Duration.ofSeconds(1), LONG)) {
      assertThatThrownBy(() -> send(function, ""))
          .isInstanceOf(LambdaFunction.Failed.class)
          .hasMessage("Tested did not start within 1 s");
    }
  }

  @Test
  void anInstanceThatTimedOutIsInterruptedAndThrownAwayWithItsClasses() throws Exception {
    var interrupted = directory.resolve("interrupted");
    try (var function = function(Counting.class, LONG, Duration.ofSeconds(3))) {
      assertThat(send(function, "")).isEqualTo("1");
      assertThat(send(function, "")).isEqualTo("2");
      assertThatThrownBy(() -> send(function, "hang " + interrupted))
          .isInstanceOf(LambdaFunction.Failed.class)
          .hasMessage("Tested timed out after 3 s");
      awaitFile(interrupted);
      Thread.sleep(200); // an instance that is kept after all comes back in this time
      assertThat(send(function, "")).isEqualTo("1");
    }
  }

  @Test
  void aFunctionThatTimesOutTakesTheSharedLibrariesFromTheOthers() throws Exception {
    var code = packed(Counting.class);
    var interrupted = directory.resolve("interrupted");
    var brief = new LocalFunction.Limits(LONG, Duration.ofSeconds(3));
    var patient = new LocalFunction.Limits(LONG, LONG);
    try (var first = function(code, Counting.class, brief);
        var second = function(code, Counting.class, patient)) {
      assertThat(send(first, "")).isEqualTo("1");
      assertThat(send(second, "")).isEqualTo("1");
      assertThat(send(second, "")).isEqualTo("2");
      assertThatThrownBy(() -> send(first, "hang " + interrupted))
          .isInstanceOf(LambdaFunction.Failed.class);
      assertThat(send(second, "")).isEqualTo("1");
      assertThat(send(second, "")).isEqualTo("2");
      awaitFile(interrupted); // or it is written while the directory is deleted
    }
  }

  private static void awaitFile(Path file) throws InterruptedException {
    var end = System.nanoTime() + LONG.toNanos();
    while (!Files.exists(file) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(file).exists();
  }

  /// Reads the environment, as the AWS SDK does.
  public static final class Library {
    public static String variable() {
      return System.getenv("NAME");
    }
  }

  /// Answers what its library reads.
  public static final class Asking {
    public void handleRequest(InputStream in, OutputStream out, Object context) throws IOException {
      out.write(Library.variable().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aLibraryThatFunctionsShareSeesTheEnvironmentOfTheOneThatRuns() throws Exception {
    var zip = directory.resolve("asking.zip");
    var library = zip(Map.of(path(Library.class), bytes(Library.class)));
    Files.write(
        zip, zip(Map.of(path(Asking.class), bytes(Asking.class), "lib/library.jar", library)));
    try (var first = asking(zip, "first");
        var second = asking(zip, "second")) {
      assertThat(send(first, "")).isEqualTo("first");
      assertThat(send(second, "")).isEqualTo("second");
      assertThat(send(first, "")).isEqualTo("first");
    }
  }

  /// A function of a newspaper of its own, from the same folder.
  private LocalFunction asking(Path zip, String name) {
    var code = new DeploymentPackage(zip, directory.resolve("functions"), CLOCK);
    var limits = new LocalFunction.Limits(LONG, LONG);
    return new LocalFunction(
        "Tested", Asking.class.getName(), limits, code, Map.of("NAME", name), CLOCK);
  }

  @Test
  void anInstanceThatThrewServesOn() throws Exception {
    try (var function = function(Counting.class, LONG, LONG)) {
      assertThatThrownBy(() -> send(function, "throw"))
          .isInstanceOf(LambdaFunction.Failed.class)
          .hasMessage("Tested failed: java.lang.IllegalStateException: as asked");
      assertThat(send(function, "")).isEqualTo("2");
    }
  }

  private static String send(LocalFunction function, String event) throws LambdaFunction.Failed {
    var answer = function.invoke(event.getBytes(StandardCharsets.UTF_8));
    return new String(answer, StandardCharsets.UTF_8);
  }

  private LocalFunction function(Class<?> handler, Duration init, Duration timeout)
      throws IOException {
    return function(handler, new LocalFunction.Limits(init, timeout));
  }

  private LocalFunction function(Class<?> handler, LocalFunction.Limits limits) throws IOException {
    return function(packed(handler), handler, limits);
  }

  private static LocalFunction function(
      DeploymentPackage code, Class<?> handler, LocalFunction.Limits limits) {
    return new LocalFunction("Tested", handler.getName(), limits, code, Map.of(), CLOCK);
  }

  private DeploymentPackage packed(Class<?> handler) throws IOException {
    var zip = directory.resolve("tested.zip");
    var library = zip(Map.of("x", new byte[0]));
    Files.write(zip, zip(Map.of(path(handler), bytes(handler), "lib/empty.jar", library)));
    return new DeploymentPackage(zip, directory.resolve("functions"), CLOCK);
  }

  private static String path(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (var code = type.getResourceAsStream("/" + path(type))) {
      if (code == null) {
        throw new IllegalStateException(path(type));
      }
      return code.readAllBytes();
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
