package news.nashra.bench.cold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// One life of a function: how long after the start of its process it was ready and had answered,
/// and how long the next answers took, in milliseconds.
///
/// @param init until it asked for the first event
/// @param first until the first answer had come
/// @param processor what the processor worked for the first answer, in steps of 10 ms
/// @param second what the second answer took
/// @param tenth what the tenth answer took
/// @param peak of its memory, in MB
/// @param loaded what a JVM had loaded by then
record ColdStart(
    double init,
    double first,
    long processor,
    double second,
    double tenth,
    long peak,
    Optional<LoadedClasses> loaded) {
  private static final int CALLS = 10;

  private static final Map<String, String> FUNCTION =
      Map.of(
          "AWS_LAMBDA_FUNCTION_NAME", "measured",
          "AWS_LAMBDA_FUNCTION_VERSION", "1",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
          "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/measured",
          "AWS_LAMBDA_LOG_STREAM_NAME", "measured");

  static ColdStart of(Subject subject) throws IOException, InterruptedException {
    var log = Files.createTempFile("nashra-cold", ".log");
    try (var api = new RuntimeApi()) {
      var builder =
          new ProcessBuilder(subject.command())
              .directory(subject.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(subject.environment());
      builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
      // Lambda sets these as well; the runtimes of some languages ask for them.
      builder.environment().put("LAMBDA_TASK_ROOT", subject.folder().toString());
      builder.environment().put("AWS_DEFAULT_REGION", subject.environment().get("AWS_REGION"));
      builder.environment().putAll(FUNCTION);
      long start = System.nanoTime();
      var process = builder.start();
      try {
        return live(subject, api, process, start);
      } catch (IllegalStateException e) {
        throw new IllegalStateException(subject.name() + ": " + Files.readString(log), e);
      } finally {
        process.destroy();
        process.waitFor();
      }
    } finally {
      Files.delete(log);
    }
  }

  private static ColdStart live(Subject subject, RuntimeApi api, Process process, long start)
      throws IOException, InterruptedException {
    double init = milliseconds(start, api.started());
    double first = milliseconds(start, api.invoke(subject.nextEvent(), subject.expected()));
    long processor = process.info().totalCpuDuration().orElseThrow().toMillis();
    var later = new ArrayList<Double>();
    for (int call = 1; call < CALLS; call++) {
      api.started();
      long asked = System.nanoTime();
      later.add(milliseconds(asked, api.invoke(subject.nextEvent(), subject.expected())));
    }
    return new ColdStart(
        init,
        first,
        processor,
        later.getFirst(),
        later.getLast(),
        peak(process),
        subject.isJava() ? Optional.of(LoadedClasses.of(process)) : Optional.empty());
  }

  private static double milliseconds(long from, long to) {
    return (to - from) / 1e6;
  }

  private static long peak(Process process) throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readString(status, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
