package news.nashra.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sums of many seeds.
record Tally(List<Seed.Result> results, double seconds) {
  Tally {
    results = List.copyOf(results);
  }

  String table() {
    var rows =
        Stream.concat(
            Stream.of(
                row("seeds", results.size()),
                row("seeds that failed", failed()),
                row("calls", sum(Seed.Result::calls)),
                row("operations", sum(r -> r.entries().size()))),
            Stream.concat(
                Stream.of(Ledger.Outcome.values())
                    .map(outcome -> row("— " + word(outcome), count(outcome))),
                Stream.of(Fate.values())
                    .filter(fate -> fate != Fate.DONE)
                    .map(fate ->
                        row(
                            "fault: " + word(fate),
                            sum(r -> r.injected().getOrDefault(fate, 0L))))));
    return rows.collect(Collectors.joining("\n", "| | |\n|---|---:|\n", "\n"));
  }

  void write(Path file, long first) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        """
        # A simulated newspaper

        Each seed runs the real functions against DynamoDB Local and the store of S3Proxy, lets calls
        fail, get lost and be killed, and then holds every key of the bucket and every acknowledged
        write against the tables: [simulation](../../simulation).

        `mvn -Psimulate -Dseeds=%d -Dfirst=%d`, %.0f s:

        %s\
        """
            .formatted(results.size(), first, seconds, table()));
  }

  long failed() {
    return results.stream().filter(r -> !r.faults().isEmpty()).count();
  }

  private long count(Ledger.Outcome outcome) {
    return sum(r -> r.entries().stream().filter(e -> e.outcome() == outcome).count());
  }

  private long sum(java.util.function.ToLongFunction<Seed.Result> of) {
    return results.stream().mapToLong(of).sum();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String row(String name, long number) {
    return "| %s | %,d |".formatted(name, number);
  }
}
