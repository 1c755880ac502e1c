package news.nashra.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NullUnmarked
class SimulationTest {
  /// Seeds from 1 to this one are tried, beside the chosen ones.
  private static final int SEEDS = Integer.getInteger("simulation.seeds", 0);

  private static Backend backend;

  @BeforeAll
  static void start() {
    backend = new Backend();
  }

  @AfterAll
  static void close() {
    backend.close();
  }

  @Test
  void theBucketAgreesWithTheTablesAtTheEnd() throws IOException {
    System.out.printf("simulated: the seeds of seeds.txt, and those up to %d%n", SEEDS);
    var seeds = LongStream.concat(LongStream.rangeClosed(1, SEEDS), chosen()).distinct();
    var failed =
        Simulation.run(seeds, result -> {}).stream()
            .filter(result -> !result.faults().isEmpty())
            .map(result -> "seed " + result.seed() + " " + result.history() + result.faults())
            .toList();
    assertThat(failed).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    for (long seed : List.of(6L, 7L)) {
      var first = Simulation.silently(() -> Seed.run(seed, backend));
      var second = Simulation.silently(() -> Seed.run(seed, backend));
      assertThat(second.trace()).isEqualTo(first.trace());
      assertThat(second.faults()).isEqualTo(first.faults());
    }
  }

  /// Histories that once failed, shortened.
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource
  void aHistoryThatOnceFailedDoesNotFailAgain(String line) {
    var parts = line.split(" ");
    long seed = Long.parseLong(parts[0]);
    var kept = Stream.of(parts[1].split(",")).map(Integer::valueOf).toList();
    var history =
        History.of(seed).stream().filter(operation -> kept.contains(operation.number())).toList();
    var result = Simulation.silently(() -> Seed.run(seed, history, backend));
    assertThat(result.faults()).as(history.toString()).isEmpty();
  }

  static List<String> aHistoryThatOnceFailedDoesNotFailAgain() throws IOException {
    return lines("failed-once.txt");
  }

  /// One or more seeds for each mutation that seeds can find, which fail for it.
  private static LongStream chosen() throws IOException {
    return lines("seeds.txt").stream().mapToLong(line -> Long.parseLong(line.split(" ")[0]));
  }

  private static List<String> lines(String resource) throws IOException {
    try (var in = Objects.requireNonNull(SimulationTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
