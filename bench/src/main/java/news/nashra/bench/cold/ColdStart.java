package news.nashra.bench.cold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import news.nashra.testing.lambda.FunctionProcess;

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

  static ColdStart of(Subject subject) throws IOException, InterruptedException {
    return subject.live(Map.of(), function -> live(subject, function));
  }

  private static ColdStart live(Subject subject, FunctionProcess function)
      throws IOException, InterruptedException {
    var api = function.api();
    var process = function.process();
    long start = function.start();
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

  static double milliseconds(long from, long to) {
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
