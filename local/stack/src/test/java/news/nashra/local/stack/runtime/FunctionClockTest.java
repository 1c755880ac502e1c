package news.nashra.local.stack.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionClockTest {
  private static final Instant THEN = Instant.parse("2020-02-23T18:00:00Z");

  @TempDir Path directory;

  /// Tells the time, by a clock that it got when it was made.
  public static final class Speaking {
    private final InstantSource clock = InstantSource.system();

    public void handleRequest(InputStream in, OutputStream out, Object context) throws IOException {
      out.write(clock.instant().toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void theClockOfAFunctionThatRunsCanBeMovedAndGoesOn() throws Exception {
    var clock = new NewspaperClock();
    try (var function = function(clock)) {
      assertThat(time(function)).isCloseTo(Instant.now(), close());
      clock.set(THEN);
      var first = time(function);
      assertThat(first).isAfterOrEqualTo(THEN).isCloseTo(THEN, close());
      assertThat(time(function)).isAfter(first);
      clock.reset();
      assertThat(time(function)).isCloseTo(Instant.now(), close());
    }
  }

  @Test
  void anEventSeesNoLeapInAnyOfItsThreads() throws Exception {
    var clock = new NewspaperClock();
    clock.hold();
    clock.set(THEN);
    assertThat(clock.instant()).isCloseTo(Instant.now(), close());
    assertThat(inAnotherThread(clock)).isCloseTo(Instant.now(), close());
    clock.release();
    assertThat(clock.instant()).isCloseTo(THEN, close());
  }

  private static Instant inAnotherThread(InstantSource clock) throws InterruptedException {
    var told = new AtomicReference<>(Instant.EPOCH);
    var thread = new Thread(() -> told.set(clock.instant()));
    thread.start();
    thread.join();
    return told.get();
  }

  private static TemporalUnitOffset close() {
    return within(2, ChronoUnit.MINUTES);
  }

  private static Instant time(LocalFunction function) throws LocalFunction.Failed {
    return Instant.parse(new String(function.invoke(new byte[0]), StandardCharsets.UTF_8));
  }

  private LocalFunction function(NewspaperClock clock) throws IOException {
    var file = directory.resolve("speaking.zip");
    var path = Speaking.class.getName().replace('.', '/') + ".class";
    try (var zip = new ZipOutputStream(Files.newOutputStream(file));
        var bytes = Speaking.class.getResourceAsStream("/" + path)) {
      zip.putNextEntry(new ZipEntry(path));
      if (bytes == null) {
        throw new IllegalStateException(path);
      }
      bytes.transferTo(zip);
      zip.putNextEntry(new ZipEntry("lib/empty"));
    }
    var limits = new LocalFunction.Limits(Duration.ofMinutes(2), Duration.ofMinutes(2));
    var code = new DeploymentPackage(file, directory.resolve("functions"), clock);
    return new LocalFunction("Speaking", Speaking.class.getName(), limits, code, Map.of(), clock);
  }
}
