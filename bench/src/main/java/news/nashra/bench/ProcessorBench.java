package news.nashra.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.submit.ClientAddresses;
import news.nashra.comments.submit.OriginKeys;
import news.nashra.comments.submit.SubmitComment;
import news.nashra.core.Ids;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.press.Press;
import news.nashra.local.stack.Reader;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.MovableClock;
import news.nashra.testing.lambda.FunctionProcess;

/// Measures what the processor works for a publish, the rebuild after it, and a comment: what
/// Lambda bills whatever the services cost. The functions run in a process of their own, with the
/// flags that Lambda gives to Java; DynamoDB Local and S3Proxy run in this one.
public final class ProcessorBench {
  private static final int ARTICLES = 1_000;
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 200;

  /// From one publish to the next, by the functions' clock.
  private static final Duration INTERVAL = Duration.ofMinutes(2);

  /// How far the functions' clock is ahead in the end.
  static final Duration AHEAD = INTERVAL.multipliedBy(WARM_UP + ROUNDS);

  private static final String KEY = "a-key-for-the-bench-long-enough-for-it";

  /// The highest number that a challenge hides.
  private static final int EASY = 1000;

  private ProcessorBench() {}

  static void measure(Report report) throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (var archive = new SyntheticArchive(ARTICLES, now)) {
      report.section(
          "What the processor works",
          """
          Milliseconds of processor time of a warm function's process, and by the clock, on average of %d, after %d others. The functions \
          have a process of their own, with Lambda's flags (`%s`) and the clients that they have on AWS; \
          an archive of %,d articles; a text of 4 KB. A rebuild comes after each publish, one every two minutes, and writes 16 pages. \
          Lambda gives a whole processor to a function of 1,769 MB.\
          """
              .formatted(ROUNDS, WARM_UP, String.join(" ", FunctionProcess.FLAGS), ARTICLES));
      report.table(
          List.of("", "processor, ms", "by the clock, ms"), run(archive.environment()).rows());
    }
  }

  /// What the functions took.
  ///
  /// @param rows of each kind of work its name, milliseconds of processor, and by the clock
  /// @param megabytes the most memory that the process had, as Lambda counts it
  record Taken(List<List<String>> rows, long megabytes) {}

  /// Runs the functions in a process of their own, on the tables that `environment` names.
  static Taken run(Map<String, String> environment) throws Exception {
    var command = new ArrayList<>(FunctionProcess.FLAGS);
    command.addFirst(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ProcessorBench.class.getName()));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    var process = builder.start();
    var rows = new ArrayList<List<String>>();
    long megabytes = 0;
    try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("| ")) { // else a line of a function's log
          rows.add(List.of(line.substring(2).split(" \\| ")));
        } else if (line.startsWith("= ")) {
          megabytes = Long.parseLong(line.substring(2));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the functions failed");
    }
    return new Taken(rows, megabytes);
  }

  /// The process of the functions. Each line that begins with `| ` is a row of the results, the one
  /// that begins with `= ` the memory in megabytes.
  public static void main(String[] arguments) throws IOException {
    var functions = new Functions(new Aws(Settings.fromEnvironment()));
    var publish = new Work("a publish");
    var rebuild = new Work("a rebuild after it");
    var challenge = new Work("a challenge");
    var comment = new Work("a comment");
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      boolean counts = round >= WARM_UP;
      functions.rest();
      publish.run(counts, functions::publish);
      rebuild.run(counts, functions::rebuild);
      challenge.run(counts, functions::challenge);
      functions.solve();
      comment.run(counts, functions::comment);
    }
    List.of(publish, rebuild, challenge, comment).forEach(Work::print);
    System.out.println("= " + peakMemory());
    System.exit(0);
  }

  /// The most memory that this process had, in megabytes, from Linux.
  private static long peakMemory() throws IOException {
    var peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(peak.replaceAll("[^0-9]", "")) / 1024;
  }

  /// The sums of what one kind of work took.
  private static final class Work {
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String name;
    private long processor;
    private long clock;

    Work(String name) {
      this.name = name;
    }

    void run(boolean counts, Runnable what) {
      long worked = SYSTEM.getProcessCpuTime();
      long start = System.nanoTime();
      what.run();
      if (counts) {
        clock += System.nanoTime() - start;
        processor += SYSTEM.getProcessCpuTime() - worked;
      }
    }

    void print() {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f%n",
          name,
          processor / 1e6 / ROUNDS,
          clock / 1e6 / ROUNDS);
    }
  }

  /// The functions, and one article with its comments.
  private static final class Functions {
    private final MovableClock clock =
        new MovableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final PublishArticle publish;
    private final PressRoom pages;
    private final SubmitComment submit;
    private final String article;
    private ObjectNode asked = Newsroom.object();
    private ObjectNode comment = Newsroom.object();

    Functions(Aws aws) {
      var site = Site.of(Edition.load(), "https://news.example");
      var articles = aws.table("ARTICLES_TABLE");
      var comments = aws.table("COMMENTS_TABLE");
      var press = new Press(aws.bucket("SITE_BUCKET"), clock);
      var pictures = new Pictures(articles, new PictureFiles(aws.s3(), "pages", "pages"));
      var keys = CommentKeys.read(KEY);
      var origin = new OriginKeys(List.of(KEY));
      this.publish =
          new PublishArticle(site, articles, comments, pictures, press, new Ids(clock), clock);
      this.pages = new PressRoom(site, articles, press, clock);
      this.submit =
          new SubmitComment(
              site,
              comments,
              () -> keys,
              new ClientAddresses(() -> origin),
              EASY,
              new Ids(clock),
              clock);
      this.article = published();
    }

    /// Lets enough time pass for the next rebuild to follow nothing but what comes next.
    void rest() {
      clock.move(INTERVAL);
      pages.rebuild();
    }

    void publish() {
      published();
    }

    private String published() {
      return HttpEvent.of("POST /api/articles")
          .as("editors")
          .json(Requests.draft().toString())
          .sendTo(publish)
          .expect(201)
          .json()
          .path("id")
          .asText();
    }

    void rebuild() {
      pages.rebuild();
    }

    void challenge() {
      var event = HttpEvent.of("GET /api/comments/challenge").query("article", article);
      asked = (ObjectNode) event.sendTo(submit).expect(200).json();
    }

    /// What a reader's browser does. Each reader has an address of their own.
    void solve() {
      comment = Newsroom.comment(Requests.number()).put("altcha", Reader.solve(asked));
    }

    void comment() {
      int reader = Requests.number();
      HttpEvent.of("POST /api/articles/{id}/comments")
          .path("id", article)
          .header(ClientAddresses.KEY_HEADER, KEY)
          .header("cloudfront-viewer-address", "10.0." + reader / 250 + "." + reader % 250 + ":1")
          .json(comment.toString())
          .sendTo(submit)
          .expect(202);
    }
  }
}
