package news.nashra.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import news.nashra.bench.Report;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.stack.Stack;
import news.nashra.testing.lambda.FunctionProcess;

/// Measures functions from the start of their process to their first answers, with the runtime
/// interface client that Lambda uses, beside what does the same with other parts.
///
/// Each round starts every subject once, in turn, so that all see the same machine.
public final class ColdBench {
  private static final int ROUNDS = 11;

  private static final String PLAIN_LIBRARIES =
      ".*/software/amazon/awssdk/(?!cloudfront|cognito|dynamodb-enhanced|lambda|pinpoint|secretsmanager|sts).*"
          + "|.*/(jackson-(core|databind|annotations)-2|jsoup-|reactive-streams-|slf4j-(api|nop)-)[^/]*[.]jar";

  private static final String EXPECTED = "\"statusCode\":201";

  /// Functions, events and what is in their answers.
  private static final List<List<String>> FUNCTIONS =
      List.of(
          List.of("PublishArticle", "publish-article", "\"statusCode\":201"),
          List.of("SubmitComment", "comment-challenge", "\"statusCode\":200"),
          List.of("SubmitComment", "submit-comment-form", "\"statusCode\":404"),
          List.of("ReadArticles", "read-articles", "\"statusCode\":200"),
          List.of("RebuildHomepage", "rebuild-homepage-schedule", "batchItemFailures"));

  /// Those that are restored from a snapshot as well; the first one has no hooks.
  private static final List<String> SNAP_START =
      List.of(
          PlainHandler.class.getSimpleName(),
          "PublishArticle publish-article",
          "SubmitComment comment-challenge",
          "SubmitComment submit-comment-form",
          "ReadArticles read-articles");

  private final Map<Subject, List<ColdStart>> measured = new LinkedHashMap<>();
  private final Map<Subject, List<RestoredStart>> restored = new LinkedHashMap<>();

  private ColdBench() {}

  /// @param stack whose services the functions use
  /// @param home the folder of the project
  public static void measure(Stack stack, Path home, Report report)
      throws IOException, InterruptedException {
    var bench = new ColdBench();
    for (var subject : subjects(stack, home)) {
      ColdStart.of(subject); // reads its files into memory
      bench.measured.put(subject, new ArrayList<>());
      if (SNAP_START.contains(subject.name())) {
        bench.restored.put(subject, new ArrayList<>());
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (var subject : bench.measured.keySet()) {
        stack.settle();
        bench.measured.get(subject).add(ColdStart.of(subject));
      }
      for (var subject : bench.restored.keySet()) {
        stack.settle();
        bench.restored.get(subject).add(RestoredStart.of(subject));
      }
    }
    report.section(
        "From nothing to an answer",
        """
        Milliseconds from the start of the process until the function asked for its first event, until the first answer \
        had come (with the range from the fastest to the slowest start), and for the second and the tenth answer; what the processor \
        worked for the first answer; the peak of the \
        memory in MB. Medians of %d starts, all subjects in turn. Runtime interface client of Lambda, `java %s`; \
        DynamoDB Local and S3Proxy in another process on the same cores. PlainHandler reads JSON, cleans HTML, puts an \
        item and puts a file with the AWS SDK; those with a name of a framework or a language do the same with theirs. Classes: how many \
        a JVM had loaded after the tenth answer, and the KB of their files that it read, which classes of an archive are not.\
        """
            .formatted(ROUNDS, String.join(" ", FunctionProcess.FLAGS)));
    report.table(
        List.of(
            "function",
            "init",
            "first answer",
            "range",
            "÷ plain",
            "processor",
            "second",
            "tenth",
            "MB",
            "classes",
            "read"),
        bench.rows());
    report.section(
        "After a restoration",
        """
        The same functions with SnapStart, in milliseconds: from the start of the process until a snapshot can be \
        taken, and from the restoration to the first answer, beside that of a function which was only initialised; the \
        second answer. No snapshot is taken here: the runtime interface client runs the hooks of the function before \
        one, asks for the restoration, and goes on at once when it is told of one. On Lambda the restoration itself \
        comes on top, and pages of memory are read when they are first used. PlainHandler has no hooks.\
        """);
    report.table(
        List.of(
            "function",
            "until the snapshot",
            "first answer, only initialised",
            "first answer",
            "second"),
        bench.restoredRows());
  }

  private static List<Subject> subjects(Stack stack, Path home)
      throws IOException, InterruptedException {
    var all = new ArrayList<Subject>();
    var plain = plainFolder();
    var environment = new LinkedHashMap<>(stack.deployment("PressArticles").environment());
    environment.put("PLAIN_TABLE", "plain");
    LocalAws.createTable(stack.aws().dynamoDb(), "plain");
    var article = event(home, "publish-article");
    for (var handler : List.of(HelloHandler.class, PlainHandler.class)) {
      var command = FunctionProcess.command(handler.getName());
      var name = handler.getSimpleName();
      all.add(new Subject(name, command, plain, environment, article, EXPECTED));
    }
    all.addAll(Peers.of(all.getLast(), FunctionProcess::command));
    for (var row : FUNCTIONS) {
      var function = stack.deployment(row.get(0));
      var subject =
          new Subject(
              row.get(0) + " " + row.get(1),
              FunctionProcess.command(function.handler()),
              function.folder(),
              function.environment(),
              event(home, row.get(1)),
              row.get(2));
      all.add(subject);
      all.add(AheadOfTime.of(subject, function));
    }
    return all;
  }

  private static byte[] event(Path home, String name) throws IOException {
    return Files.readAllBytes(home.resolve("events").resolve(name + ".json"));
  }

  /// The plain handlers with the libraries that they need, in the versions of Nashra, each in its
  /// jar.
  private static Path plainFolder() throws IOException {
    var folder = Files.createTempDirectory("nashra-plain");
    var classes = folder.resolve(HelloHandler.class.getPackageName().replace('.', '/'));
    Files.createDirectories(classes);
    for (var part : List.of(HelloHandler.class, PlainHandler.class, PlainNewspaper.class)) {
      try (var bytes = part.getResourceAsStream(part.getSimpleName() + ".class")) {
        Files.copy(bytes, classes.resolve(part.getSimpleName() + ".class"));
      }
    }
    var libraries = Files.createDirectory(folder.resolve("lib"));
    for (var jar : FunctionProcess.classPath(PLAIN_LIBRARIES)) {
      Files.copy(Path.of(jar), libraries.resolve(Path.of(jar).getFileName()));
    }
    return folder;
  }

  private List<List<String>> rows() {
    double plain =
        measured.entrySet().stream()
            .filter(entry -> entry.getKey().name().equals(PlainHandler.class.getSimpleName()))
            .mapToDouble(entry -> middle(entry.getValue(), ColdStart::first))
            .findFirst()
            .orElseThrow();
    var rows = new ArrayList<List<String>>();
    measured.forEach((subject, starts) ->
        rows.add(
            List.of(
                subject.name(),
                median(starts, ColdStart::init),
                median(starts, ColdStart::first),
                range(starts),
                String.format(Locale.ROOT, "%.2f", middle(starts, ColdStart::first) / plain),
                median(starts, ColdStart::processor),
                median(starts, ColdStart::second),
                median(starts, ColdStart::tenth),
                median(starts, ColdStart::peak),
                loaded(starts, LoadedClasses::count),
                loaded(starts, LoadedClasses::kilobytes))));
    return rows;
  }

  private List<List<String>> restoredRows() {
    var rows = new ArrayList<List<String>>();
    restored.forEach((subject, starts) ->
        rows.add(
            List.of(
                subject.name(),
                median(starts, RestoredStart::ready),
                median(
                    measured.getOrDefault(subject, List.of()),
                    start -> start.first() - start.init()),
                median(starts, RestoredStart::first),
                median(starts, RestoredStart::second))));
    return rows;
  }

  private static <T> double middle(List<T> starts, ToDoubleFunction<T> figure) {
    var sorted = starts.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static <T> String median(List<T> starts, ToDoubleFunction<T> figure) {
    return rounded(middle(starts, figure));
  }

  private static String loaded(List<ColdStart> starts, ToLongFunction<LoadedClasses> figure) {
    return starts.getFirst().loaded().isEmpty()
        ? ""
        : median(starts, start -> figure.applyAsLong(start.loaded().orElseThrow()));
  }

  private static String range(List<ColdStart> starts) {
    var sorted = starts.stream().mapToDouble(ColdStart::first).sorted().toArray();
    return rounded(sorted[0]) + "–" + rounded(sorted[sorted.length - 1]);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
