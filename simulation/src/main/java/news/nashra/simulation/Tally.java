package news.nashra.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Sums over many seeds.
record Tally(List<Seed.Result> results, double seconds) {
  Tally {
    results = List.copyOf(results);
  }

  String table() {
    var rows = new ArrayList<String>();
    rows.add(row("seeds", results.size()));
    rows.add(row("calls to AWS", sum(Seed.Result::calls)));
    for (var outcome : Ledger.Outcome.values()) {
      rows.add(row("operations " + meaning(outcome), count(outcome)));
    }
    rows.add(row("faults injected", sum(Tally::injected)));
    for (var fate : Fate.values()) {
      if (fate != Fate.DONE) {
        rows.add(row("— " + word(fate), sum(r -> r.injected().getOrDefault(fate, 0L))));
      }
    }
    rows.add(row("**acknowledged writes lost or out of order**", sum(r -> found(r, true))));
    rows.add(row("**stale pages, missing or too many**", sum(r -> found(r, false))));
    return rows.stream().collect(Collectors.joining("\n", "| | |\n|---|---:|\n", "\n"));
  }

  private static String meaning(Ledger.Outcome outcome) {
    return switch (outcome) {
      case ACKNOWLEDGED -> "acknowledged";
      case REFUSED -> "refused with 4xx";
      case STALE -> "given up after 412";
      case LOST -> "without an answer until the sender gave up";
      case SKIPPED -> "about something that was never made";
    };
  }

  private static long injected(Seed.Result result) {
    return result.injected().values().stream().mapToLong(Long::longValue).sum();
  }

  private static long found(Seed.Result result, boolean writes) {
    return result.faults().stream()
        .filter(fault -> fault.startsWith(Oracle.WRITE) == writes)
        .count();
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

  private long sum(ToLongFunction<Seed.Result> of) {
    return results.stream().mapToLong(of).sum();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String row(String name, long number) {
    return "| %s | %,d |".formatted(name, number);
  }
}
