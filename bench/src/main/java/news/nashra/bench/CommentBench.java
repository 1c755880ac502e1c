package news.nashra.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.nashra.core.Ids;

/// Measures what a comment costs, from the form to the page, and whether the queue slows down as it
/// grows.
final class CommentBench {
  private static final int COMMENTS_OF_A_READER = 5;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private CommentBench() {}

  static void measure(Report report) throws Exception {
    try (var newsroom = new Newsroom()) {
      submit(newsroom, report);
      approve(newsroom, report);
      CommentCost.measure(newsroom, report);
    }
    queue(report);
  }

  private static void submit(Newsroom newsroom, Report report) throws Exception {
    var article = newsroom.publish().path("id").asText();
    round(newsroom, article, 8, 400, new Samples()); // warm
    var rows = new ArrayList<List<String>>();
    for (int clients : List.of(1, 8, 32)) {
      var samples = new Samples();
      double seconds = round(newsroom, article, clients, clients == 1 ? 400 : 1600, samples);
      rows.add(
          List.of(
              Integer.toString(clients),
              Integer.toString(samples.count()),
              samples.format(50),
              samples.format(99),
              String.format(Locale.ROOT, "%.0f/s", samples.count() / seconds)));
    }
    report.section(
        "Sending a comment",
        "`POST /api/articles/{id}/comments` over HTTP until its 202, warm, each with a proof solved in advance. Every"
            + " comment is one transaction on one article.");
    report.table(List.of("clients", "comments", "p50", "p99", "throughput"), rows);
  }

  /// Sends comments from several clients at once.
  ///
  /// @return the seconds it took
  private static double round(
      Newsroom newsroom, String article, int clients, int comments, Samples samples)
      throws Exception {
    var work = new ArrayList<Callable<Void>>();
    try (var solver = newsroom.reader()) {
      for (int c = 0; c < clients; c++) {
        var mine = new ArrayList<ObjectNode>();
        for (int i = 0; i < comments / clients; i++) {
          var comment = Newsroom.comment(NUMBERS.incrementAndGet());
          mine.add(comment.put("altcha", solver.proof(article)));
        }
        work.add(() -> {
          for (int from = 0; from < mine.size(); from += COMMENTS_OF_A_READER) {
            var some = mine.subList(from, Math.min(from + COMMENTS_OF_A_READER, mine.size()));
            send(newsroom, article, some, samples);
          }
          return null;
        });
      }
    }
    try (var threads = Executors.newFixedThreadPool(clients)) {
      long start = System.nanoTime();
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /// Sends comments as one reader.
  private static void send(
      Newsroom newsroom, String article, List<ObjectNode> comments, Samples samples) {
    try (var reader = newsroom.reader()) {
      for (var comment : comments) {
        long start = System.nanoTime();
        var answer = reader.comment(article, comment);
        samples.add(System.nanoTime() - start);
        if (answer.statusCode() != 202) {
          throw new IllegalStateException(answer.body());
        }
      }
    }
  }

  private static void approve(Newsroom newsroom, Report report) throws Exception {
    var decision = new Samples();
    var page = new Samples();
    var article = newsroom.publish();
    for (int i = 0; i < 60; i++) {
      try (var reader = newsroom.reader()) {
        reader.comment(article.path("id").asText(), Newsroom.comment(NUMBERS.incrementAndGet()));
      }
      var body = newsroom.approval("?article=" + article.path("id").asText());
      long start = System.nanoTime();
      newsroom.call("moderator", "/api/comments/decisions", body);
      long decided = System.nanoTime();
      var anchor = "comment-" + body.at("/decisions/0/commentId").asText();
      while (!newsroom.page(article.path("url").asText()).contains(anchor)) {
        Thread.sleep(2);
      }
      if (i >= 10) {
        decision.add(decided - start);
        page.add(System.nanoTime() - start);
      }
    }
    report.section(
        "From approval to the page",
        "A moderator's decision, and the time until readers get the page with the comment. Most of it is the stream: the local"
            + " one is read every 150 ms, DynamoDB's by Lambda about four times a second.");
    report.table(
        List.of("", "p50", "p99"),
        List.of(
            List.of("decision answered", decision.format(50), decision.format(99)),
            List.of("comment on the page", page.format(50), page.format(99))));
  }

  /// A newspaper with `size` pending comments, and the times of its queue.
  private record Backlog(int size, Newsroom newsroom, String cursor, Samples first, Samples later) {
    static Backlog of(int size) throws IOException {
      var data = Files.createTempDirectory("nashra-queue");
      fill(data, size);
      System.out.println("a queue of " + size + " is filled");
      var newsroom = new Newsroom(data);
      return new Backlog(size, newsroom, cursorAfter(newsroom, 5), new Samples(), new Samples());
    }

    List<String> row() {
      return List.of(
          String.format(Locale.ROOT, "%,d", size),
          first.format(50),
          first.format(99),
          later.format(50),
          later.format(99));
    }
  }

  private static void queue(Report report) throws IOException {
    var small = Backlog.of(1_000);
    var large = Backlog.of(100_000);
    try (var one = small.newsroom();
        var other = large.newsroom()) {
      for (int i = 0; i < 260; i++) {
        for (var backlog : List.of(small, large)) { // in turn
          boolean warm = i >= 60;
          time(backlog.newsroom(), "", warm ? backlog.first() : new Samples());
          time(
              backlog.newsroom(),
              "&cursor=" + backlog.cursor(),
              warm ? backlog.later() : new Samples());
        }
      }
    }
    report.section(
        "A page of the queue",
        "`GET /api/comments?limit=50`, 200 times alternately on two newspapers: one with 1,000 pending comments, one with 100,000. They were"
            + " filled while the table had no stream: DynamoDB Local searches all records of a stream at each read.");
    report.table(
        List.of("pending", "first page p50", "p99", "a later page p50", "p99"),
        List.of(
            small.row(),
            large.row(),
            List.of(
                "ratio",
                ratio(small.first(), large.first(), 50),
                ratio(small.first(), large.first(), 99),
                ratio(small.later(), large.later(), 50),
                ratio(small.later(), large.later(), 99))));
  }

  private static String ratio(Samples small, Samples large, double percent) {
    return String.format(Locale.ROOT, "%.2f", large.millis(percent) / small.millis(percent));
  }

  private static void time(Newsroom newsroom, String query, Samples samples) {
    long start = System.nanoTime();
    var page = newsroom.read("moderator", "/api/comments?limit=50" + query);
    samples.add(System.nanoTime() - start);
    if (page.path("items").size() != 50) {
      throw new IllegalStateException("a page of " + page.path("items").size());
    }
  }

  private static String cursorAfter(Newsroom newsroom, int pages) {
    var cursor = "";
    for (int i = 0; i < pages; i++) {
      cursor =
          newsroom
              .read(
                  "moderator",
                  "/api/comments?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .path("next")
              .asText();
    }
    return cursor;
  }

  /// Fills the queue with `count` copies of one real comment, on a hundred articles.
  private static void fill(Path data, int count) throws IOException {
    try (var newsroom = new Newsroom(data);
        var reader = newsroom.reader()) {
      reader.comment(newsroom.publish().path("id").asText(), Newsroom.comment(0));
    }
    var articles = Stream.generate(() -> new Ids(InstantSource.system()).get()).limit(100).toList();
    StoredComments.copy(data, count, articles);
  }
}
