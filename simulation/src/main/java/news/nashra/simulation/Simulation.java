package news.nashra.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import news.nashra.core.Parallel;

/// Runs many seeds: `mvn -Psimulate -Dseeds=10000`.
public final class Simulation {
  private static final int LANES = 2;

  private Simulation() {}

  /// @param args how many seeds, and the first of them
  public static void main(String[] args) throws IOException {
    long count = Long.parseLong(args[0]);
    long first = Long.parseLong(args[1]);
    var out = System.out;
    long start = System.nanoTime();
    boolean failed;
    try (var backend = new Backend()) {
      var seeds = LongStream.range(first, first + count);
      var results = run(seeds, result -> print(result, out));
      double seconds = (System.nanoTime() - start) / 1e9;
      var tally = new Tally(results, seconds);
      out.println(tally.table());
      failed = tally.failed() > 0;
      tally.write(Path.of("bench", "results", "simulation.md"), first);
      for (var result : results) {
        if (!result.faults().isEmpty()) {
          var smallest = silently(() -> Shrinker.shrink(result, backend));
          out.println(
              smallest.line() + " " + smallest.history() + ": " + smallest.faults().getFirst());
        }
      }
    }
    System.exit(failed ? 1 : 0); // DynamoDB Local leaves threads behind
  }

  private static void print(Seed.Result result, PrintStream out) {
    if (!result.faults().isEmpty()) {
      out.println("seed " + result.seed() + ": " + result.faults().getFirst());
    } else if (result.seed() % 100 == 0) {
      out.println("seed " + result.seed());
    }
  }

  /// Runs seeds on [#LANES] threads, each with a backend of its own.
  ///
  /// @return the results in the order of their seeds
  static List<Seed.Result> run(LongStream seeds, Consumer<Seed.Result> onResult) {
    var waiting = new ConcurrentLinkedQueue<>(seeds.boxed().toList());
    var results = Collections.synchronizedList(new ArrayList<Seed.Result>());
    Callable<Boolean> lane =
        () -> {
          try (var backend = new Backend()) {
            for (var seed = waiting.poll(); seed != null; seed = waiting.poll()) {
              var result = Seed.run(seed, backend);
              onResult.accept(result);
              results.add(result.withoutTrace());
            }
          }
          return true;
        };
    silently(() -> Parallel.all(Collections.nCopies(LANES, lane)));
    return results.stream().sorted(Comparator.comparingLong(Seed.Result::seed)).toList();
  }

  /// Runs `work` without output: functions log each fault, and a simulation makes thousands.
  static <T> T silently(Callable<T> work) {
    var out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      System.setOut(out);
    }
  }
}
