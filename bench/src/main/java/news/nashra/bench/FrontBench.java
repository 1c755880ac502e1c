package news.nashra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.nashra.homepage.RepressSite;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Measures whether publishing and rebuilding slow down as the archive grows, compared with a full
/// build by Hugo.
final class FrontBench {
  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
  private static final int ROUNDS = 25;
  private static final int WARM_UP_ROUNDS = 8;
  private static final int SLICES = 11;
  private static final int MAX_ATTEMPTS = 3;

  /// The largest archive that Hugo builds here: it needs minutes and gigabytes for a larger one.
  private static final int HUGO_MAX = 100_000;

  private FrontBench() {}

  /// The times of one archive, and the calls of the last round.
  private static final class Times {
    final Samples idle = new Samples();
    final Samples publish = new Samples();
    final Samples rebuild = new Samples();
    final Samples query = new Samples();
    final Samples furtherBack = new Samples();
    final Samples slices = new Samples();
    final Samples slice = new Samples();
    final Map<String, List<String>> calls = new LinkedHashMap<>();
    long written;
  }

  private interface Work {
    void run() throws IOException;
  }

  static void measure(Report report) throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var archives = new LinkedHashMap<SyntheticArchive, Times>();
    for (int size : SIZES) {
      archives.put(new SyntheticArchive(size, now), new Times());
    }
    var functions = new ArrayList<ProcessorBench.Taken>();
    for (var archive : archives.keySet()) {
      functions.add(ProcessorBench.run(archive.environment()));
      archive.catchUp();
    }
    for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      for (var entry : archives.entrySet()) { // in turn
        round(entry.getKey(), round < WARM_UP_ROUNDS ? new Times() : entry.getValue());
      }
    }
    for (int round = 0; round < 1 + SLICES; round++) {
      for (var entry : archives.entrySet()) {
        slice(entry.getKey(), round == 0 ? new Times() : entry.getValue());
      }
    }
    var times = List.copyOf(archives.values());
    archives.keySet().forEach(SyntheticArchive::close);
    var hugo = hugo(now);
    tables(report, times, hugo);
    processes(report, functions);
    plot(report, times, hugo);
  }

  private static void round(SyntheticArchive archive, Times times) throws IOException {
    time(times.query, archive::query);
    time(times.furtherBack, archive::queryFurtherBack);
    archive.calls.clear();
    time(times.idle, () -> check(archive.rebuild() == 0));
    times.calls.put("a rebuild with nothing changed", archive.calls.names());
    archive.calls.clear();
    time(times.publish, archive::publish);
    times.calls.put("a publish", archive.calls.names());
    archive.calls.clear();
    time(times.rebuild, () -> times.written = archive.rebuild());
    times.calls.put("a rebuild after it", archive.calls.names());
    archive.rest();
  }

  /// Finds the slices, and presses the one in the middle.
  private static void slice(SyntheticArchive archive, Times times) throws IOException {
    var found = new ArrayList<RepressSite.Slice>();
    findSlices(archive, times, found);
    archive.deletePages();
    time(times.slice, () -> archive.pressSlice(found.get(found.size() / 2)));
  }

  /// Now and then, DynamoDB Local takes longer for one of the thousands of queries of a million
  /// articles than a function waits for an answer. What is given up so is found again, and not
  /// measured.
  private static void findSlices(
      SyntheticArchive archive, Times times, List<RepressSite.Slice> found) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        time(times.slices, () -> found.addAll(archive.slices()));
        return;
      } catch (SdkClientException e) {
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
        System.out.println("the slices of " + archive.size + " articles are found again: " + e);
      }
    }
  }

  private static void time(Samples samples, Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    samples.add(System.nanoTime() - start);
  }

  private static void check(boolean unchanged) {
    if (!unchanged) {
      throw new IllegalStateException("a rebuild with nothing changed wrote a page");
    }
  }

  /// The milliseconds of a full build at each size; empty without Hugo.
  private static List<Double> hugo(Instant now) throws Exception {
    if (!HugoSite.installed()) {
      System.out.println("hugo is not installed: its builds are left out");
      return List.of();
    }
    var millis = new ArrayList<Double>();
    for (int size : SIZES.stream().filter(s -> s <= HUGO_MAX).toList()) {
      var site = new HugoSite(size, now);
      millis.add(site.build() * 1000);
      System.out.println("hugo built " + size + " articles");
    }
    return millis;
  }

  private static void tables(Report report, List<Times> times, List<Double> hugo) {
    report.section(
        "Publishing and rebuilding",
        "Archives with fifty articles a day until now, in tables on disk, measured alternately, "
            + ROUNDS
            + " times each after "
            + WARM_UP_ROUNDS
            + " rounds to warm up; medians. The functions run in the same process, so that nothing but their calls is between them"
            + " and the tables. A rebuild with nothing changed runs more than a minute after the last change. Hugo builds the whole site from"
            + " the same articles with minimal templates, which is what its user waits for after each change; of the first three archives. For comparison, one consistent query"
            + " of sixty entries shows how much slower DynamoDB Local answers from a larger file. A slice of a repress has 500 articles and their"
            + " archives, from the middle, pressed "
            + SLICES
            + " times into an empty bucket; finding the slices reads the keys of all articles.");
    var rows = new ArrayList<List<String>>();
    rows.add(row("a rebuild with nothing changed", times.stream().map(t -> t.idle).toList()));
    rows.add(row("a publish", times.stream().map(t -> t.publish).toList()));
    rows.add(row("a rebuild after a publish", times.stream().map(t -> t.rebuild).toList()));
    rows.add(row("one query alone", times.stream().map(t -> t.query).toList()));
    rows.add(row("one from the middle of a list", times.stream().map(t -> t.furtherBack).toList()));
    rows.add(row("a slice of a repress", times.stream().map(t -> t.slice).toList()));
    rows.add(row("finding the slices", times.stream().map(t -> t.slices).toList()));
    if (!hugo.isEmpty()) {
      var cells = new ArrayList<>(List.of("Hugo, a full build"));
      hugo.forEach(m -> cells.add(String.format(Locale.ROOT, "%.0f ms", m)));
      cells.addAll(Collections.nCopies(SIZES.size() - hugo.size(), "–"));
      cells.add(String.format(Locale.ROOT, "%.1f", hugo.getLast() / hugo.getFirst()));
      rows.add(cells);
    }
    report.table(head(), rows);
    report.section(
        "Calls to AWS",
        "Of the last round; every third or so also checks all fronts and the fixed pages. `PutObject` writes to S3.");
    var calls = new ArrayList<List<String>>();
    for (var work : times.getFirst().calls.keySet()) {
      var cells = new ArrayList<>(List.of(work));
      times.forEach(t -> cells.add(countByName(t.calls.getOrDefault(work, List.of()))));
      calls.add(cells);
    }
    report.table(sizes(), calls);
  }

  /// What the functions take in a process of their own.
  private static void processes(Report report, List<ProcessorBench.Taken> functions) {
    report.section(
        "Processor and memory",
        "Of warm functions in a process of their own, as in [processor](processor.md): milliseconds of processor time, and the most memory"
            + " that the process had.");
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < functions.getFirst().rows().size(); i++) {
      int row = i;
      var cells = new ArrayList<>(List.of(functions.getFirst().rows().get(i).getFirst()));
      functions.forEach(f -> cells.add(f.rows().get(row).get(1) + " ms"));
      rows.add(cells);
    }
    var memory = new ArrayList<>(List.of("memory"));
    functions.forEach(f -> memory.add(f.megabytes() + " MB"));
    rows.add(memory);
    report.table(sizes(), rows);
  }

  private static List<String> head() {
    var head = sizes();
    head.add("largest to smallest");
    return head;
  }

  private static List<String> sizes() {
    var sizes = new ArrayList<>(List.of(""));
    SIZES.forEach(size -> sizes.add(String.format(Locale.ROOT, "%,d articles", size)));
    return sizes;
  }

  private static List<String> row(String name, List<Samples> samples) {
    var cells = new ArrayList<>(List.of(name));
    samples.forEach(s -> cells.add(s.format(50)));
    double ratio = samples.getLast().millis(50) / samples.getFirst().millis(50);
    cells.add(String.format(Locale.ROOT, "%.2f", ratio));
    return cells;
  }

  private static String countByName(List<String> calls) {
    var counts =
        calls.stream().collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
    return calls.size()
        + ": "
        + counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
  }

  private static void plot(Report report, List<Times> times, List<Double> hugo) throws IOException {
    var plot = new Plot("Milliseconds against articles in the archive", SIZES);
    if (!hugo.isEmpty()) {
      plot.line("Hugo, a full build", hugo);
    }
    plot.line("rebuild after a publish", times.stream().map(t -> t.rebuild.millis(50)).toList());
    plot.line("rebuild, nothing changed", times.stream().map(t -> t.idle.millis(50)).toList());
    plot.line("publish", times.stream().map(t -> t.publish.millis(50)).toList());
    Files.writeString(Path.of("bench/results/fronts.svg"), plot.svg());
    report.section("Plot", "![Times against the size of the archive](fronts.svg)");
  }
}
