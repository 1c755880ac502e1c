package news.nashra.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import news.nashra.local.stack.Reader;

/// Measures a minute in which much more is published and written than any newspaper has.
///
/// Requests come at even distances whether earlier ones were answered or not, and each is measured
/// from the moment in which it was to be sent, so that a newspaper that falls behind is seen to.
final class FloodBench {
  private static final int PUBLICATIONS = 200;
  private static final int COMMENTS = 2000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// As many as could wait for an answer at the same time.
  private static final int CLIENTS = 64;

  private final Newsroom newsroom;
  private final Reader editor;
  private final List<List<String>> rows = new ArrayList<>();

  /// A kind of requests, which answer with their status.
  private record Flood(String work, List<Callable<Integer>> requests) {}

  private FloodBench(Newsroom newsroom, Reader editor) {
    this.newsroom = newsroom;
    this.editor = editor;
  }

  static void measure(Report report) throws Exception {
    try (var newsroom = new Newsroom();
        var editor = newsroom.reader()) {
      var bench = new FloodBench(newsroom, editor);
      bench.run("warm", bench.publications(40), bench.comments(200));
      bench.rows.clear();
      bench.run("alone", bench.publications(PUBLICATIONS));
      bench.run("alone", bench.comments(COMMENTS));
      bench.run("together", bench.publications(PUBLICATIONS), bench.comments(COMMENTS));
      report.section(
          "A minute",
          """
          %d articles are published in a minute by one person, and %,d comments are written to one article by %,d readers, at even distances: each \
          alone, then both together. The time of each from the moment in which it was to be sent until its answer. \
          Quiet: the time after the last answer until all pages, lists and feeds are true; about a second of it is how long the bench waits to be sure. \
          Load of the machine: %.1f.\
          """
              .formatted(
                  PUBLICATIONS,
                  COMMENTS,
                  COMMENTS / Requests.COMMENTS_OF_A_READER,
                  ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
      report.table(List.of("", "", "count", "p50", "p99", "last", "quiet"), bench.rows);
    }
  }

  private void run(String how, Flood... floods) throws Exception {
    var all = new ArrayList<Samples>();
    try (var threads = Executors.newScheduledThreadPool(CLIENTS)) {
      var answers = new ArrayList<ScheduledFuture<Integer>>();
      long start = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      for (var flood : floods) {
        var samples = new Samples();
        all.add(samples);
        for (int i = 0; i < flood.requests().size(); i++) {
          long at = start + MINUTE.toNanos() / flood.requests().size() * i;
          answers.add(
              threads.schedule(
                  timed(flood.requests().get(i), at, samples),
                  at - System.nanoTime(),
                  TimeUnit.NANOSECONDS));
        }
      }
      for (var answer : answers) {
        check(answer);
      }
    }
    long answered = System.nanoTime();
    newsroom.stack.settle();
    var quiet = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - answered) / 1e9);
    for (int i = 0; i < floods.length; i++) {
      var samples = all.get(i);
      rows.add(
          List.of(
              floods[i].work(),
              how,
              Integer.toString(samples.count()),
              samples.format(50),
              samples.format(99),
              samples.format(100),
              quiet));
    }
  }

  private static void check(ScheduledFuture<Integer> answer)
      throws InterruptedException, ExecutionException {
    if (answer.get() >= 300) {
      throw new IllegalStateException("answered " + answer.get());
    }
  }

  private static Callable<Integer> timed(Callable<Integer> request, long at, Samples samples) {
    return () -> {
      int status = request.call();
      samples.add(System.nanoTime() - at);
      return status;
    };
  }

  private Flood publications(int count) {
    return new Flood("publish", Collections.nCopies(count, this::publish));
  }

  private int publish() {
    return editor.send(Requests.publication(newsroom)).statusCode();
  }

  private Flood comments(int count) {
    var article = newsroom.publish().path("id").asText();
    newsroom.stack.settle();
    return new Flood("comment", Requests.comments(newsroom, article, count));
  }
}
