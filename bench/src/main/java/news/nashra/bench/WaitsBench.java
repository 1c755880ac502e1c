package news.nashra.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts the calls to AWS of what editors and readers do, and how many of them wait for the one
/// before: what a publish costs on AWS, where each call is a journey, whatever the emulators cost
/// here.
final class WaitsBench {
  private static final int ARTICLES = 1_000;
  private static final int ROUNDS = 5;

  /// Much longer than what is computed between two calls.
  private static final Duration JOURNEY = Duration.ofMillis(100);

  private final TimedCalls calls;
  private final List<List<String>> rows = new ArrayList<>();

  private interface Work {
    void run() throws IOException;
  }

  private WaitsBench(TimedCalls calls) {
    this.calls = calls;
  }

  static void measure(Report report) throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (var archive = new SyntheticArchive(ARTICLES, now)) {
      archive.repress();
      archive.rest();
      for (int i = 0; i < ROUNDS; i++) { // the last round is shown; the first ones load classes
        var bench = new WaitsBench(archive.calls);
        bench.count("a publish", archive::publish);
        bench.count("a rebuild after it", archive::rebuild);
        archive.rest();
        bench.count("a rebuild with nothing changed", archive::rebuild);
        if (i == ROUNDS - 1) {
          bench.write(report);
        }
      }
    }
  }

  private void count(String work, Work what) throws IOException {
    calls.delay(JOURNEY);
    calls.clear();
    what.run();
    calls.delay(Duration.ZERO);
    var names = new TreeMap<String, Integer>();
    calls.names().forEach(name -> names.merge(name, 1, Integer::sum));
    rows.add(
        List.of(
            work,
            Integer.toString(calls.names().size()),
            Integer.toString(calls.inARow()),
            String.join(", ", names.entrySet().stream().map(WaitsBench::named).toList())));
  }

  private static String named(Map.Entry<String, Integer> call) {
    return call.getValue() == 1 ? call.getKey() : call.getValue() + " " + call.getKey();
  }

  private void write(Report report) {
    report.section(
        "Calls, and calls in a row",
        """
        An archive of %,d articles, all whose pages are pressed. Each call is made to take %d ms longer, which is much more than what is done between calls, so that \
        those that are made side by side overlap; in a row are those of which none began before the one before it had ended. \
        The publish has no key and no author, whose records would be one more call beside the first.\
        """
            .formatted(ARTICLES, JOURNEY.toMillis()));
    report.table(List.of("", "calls", "in a row", "which"), rows);
  }
}
