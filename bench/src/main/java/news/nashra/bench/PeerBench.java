package news.nashra.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Publishing, comments and page views beside WordPress and isso, which `bench/peers.sh` starts. In
/// each round all do the same in turn.
final class PeerBench {
  private static final int ROUNDS = 11;
  private static final int WARM_ROUNDS = 3;
  private static final int PUBLICATIONS = 20;
  private static final int COMMENTS = 40;
  private static final int VIEWS = 100;

  private static final String COMMENT = "تعليق يقوله قارئ في بضع كلمات. ".repeat(6);

  private final Newsroom newsroom;
  private final WordPress wordpress;
  private final URI isso;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String article;
  private final String page;
  private final String post;
  private final String postPage;

  /// What one round of one newspaper does: its requests, ready to be sent.
  private record Subject(String work, String name, Supplier<List<Callable<Integer>>> requests) {
    boolean isOwn() {
      return name.equals("Nashra");
    }

    /// Whether something is still to be done when all are answered.
    boolean leavesWork() {
      return isOwn() && !work.equals("view");
    }
  }

  /// What all rounds of one subject took.
  private record Times(Samples samples, List<Double> rates, Samples quiet) {}

  private PeerBench(Newsroom newsroom, Map<String, String> environment) throws Exception {
    this.newsroom = newsroom;
    this.wordpress = WordPress.of(environment);
    this.isso = URI.create(Objects.requireNonNull(environment.get("ISSO")));
    var receipt = newsroom.call("editor", "/api/articles", Requests.draft());
    this.article = receipt.path("id").asText();
    this.page = receipt.path("url").asText();
    var published = WordPress.answer(http, post());
    this.post = published.path("id").asText();
    this.postPage = published.path("link").asText();
    send(issoComment()); // makes its thread, which two comments at once fail to make
  }

  static void measure(Report report) throws Exception {
    try (var newsroom = new Newsroom()) {
      var bench = new PeerBench(newsroom, System.getenv());
      for (int clients : List.of(1, 8)) {
        bench.measure(report, clients);
      }
    }
  }

  private void measure(Report report, int clients) throws Exception {
    var subjects =
        List.of(
            new Subject(
                "publish",
                "Nashra",
                () -> repeat(PUBLICATIONS, () -> Requests.publication(newsroom).build())),
            new Subject("publish", "WordPress", () -> repeat(PUBLICATIONS, this::post)),
            new Subject("comment", "Nashra", () -> Requests.comments(newsroom, article, COMMENTS)),
            new Subject("comment", "WordPress", () -> repeat(COMMENTS, this::reply)),
            new Subject("comment", "isso", () -> repeat(COMMENTS, this::issoComment)),
            new Subject("view", "Nashra", () -> repeat(VIEWS, () -> view(uri(page)))),
            new Subject(
                "view", "WordPress", () -> repeat(VIEWS, () -> view(URI.create(postPage)))));
    var measured = new LinkedHashMap<Subject, Times>();
    subjects.forEach(
        s -> measured.put(s, new Times(new Samples(), new ArrayList<>(), new Samples())));
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      System.out.println("round " + round + " of " + clients + " clients");
      for (var subject : subjects) {
        var times = new Times(new Samples(), new ArrayList<>(), new Samples());
        round(
            subject,
            clients,
            round < WARM_ROUNDS ? times : Objects.requireNonNull(measured.get(subject)));
      }
    }
    report.section(
        clients == 1 ? "One client" : clients + " clients at once",
        """
        Articles of 4 KB that are published, comments that wait for a moderator, and views of an article's page, over HTTP. \
        %d rounds of %d, %d and %d of them, all newspapers in turn; the middle round. The ratio is Nashra's rate to the other's. \
        WordPress checks an application password at each publish, Nashra a token and the key of the request. \
        Quiet: the time after the last answer until nothing is left to be done for lists, feeds and archives, which the others do \
        at a view; about a second of it is how long the bench waits to be sure. \
        Load of the machine: %.1f.\
        """
            .formatted(
                ROUNDS,
                PUBLICATIONS,
                COMMENTS,
                VIEWS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    report.table(List.of("", "newspaper", "p50", "p99", "rate", "ratio", "quiet"), rows(measured));
  }

  private void round(Subject subject, int clients, Times times) throws Exception {
    var requests = subject.requests().get();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      long start = System.nanoTime();
      var answers = threads.invokeAll(requests.stream().map(r -> timed(r, times)).toList());
      for (var answer : answers) {
        if (answer.get() >= (subject.work().equals("view") ? 300 : 400)) {
          throw new IllegalStateException(subject + " answered " + answer.get());
        }
      }
      long answered = System.nanoTime();
      times.rates().add(requests.size() / ((answered - start) / 1e9));
      if (subject.leavesWork()) {
        newsroom.stack.settle();
        times.quiet().add(System.nanoTime() - answered);
      }
    }
  }

  private static Callable<Integer> timed(Callable<Integer> request, Times times) {
    return () -> {
      long start = System.nanoTime();
      int status = request.call();
      times.samples().add(System.nanoTime() - start);
      return status;
    };
  }

  private static List<List<String>> rows(Map<Subject, Times> measured) {
    var rows = new ArrayList<List<String>>();
    measured.forEach((subject, times) -> {
      rows.add(
          List.of(
              subject.work(),
              subject.name(),
              times.samples().format(50),
              times.samples().format(99),
              String.format(Locale.ROOT, "%.0f/s", middle(times)),
              subject.isOwn()
                  ? ""
                  : String.format(
                      Locale.ROOT, "%.2f", middle(own(measured, subject)) / middle(times)),
              subject.leavesWork() ? times.quiet().format(50) : ""));
    });
    return rows;
  }

  private static Times own(Map<Subject, Times> measured, Subject other) {
    return measured.entrySet().stream()
        .filter(e -> e.getKey().work().equals(other.work()))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static double middle(Times times) {
    return times.rates().stream().sorted().toList().get(times.rates().size() / 2);
  }

  private List<Callable<Integer>> repeat(int times, Supplier<HttpRequest> request) {
    return Stream.generate(request)
        .limit(times)
        .<Callable<Integer>>map(r -> () -> send(r))
        .toList();
  }

  private int send(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
  }

  private URI uri(String path) {
    return newsroom.stack.uri().resolve(path);
  }

  private HttpRequest post() {
    return wordpress.post(WordPress.draft());
  }

  private HttpRequest reply() {
    int number = Requests.number();
    return wordpress.reply(post, number, COMMENT + number);
  }

  private HttpRequest issoComment() {
    int number = Requests.number();
    var comment =
        Newsroom.object()
            .put("text", COMMENT + number)
            .put("author", "قارئ " + number)
            .put("email", "reader" + number + "@example.com")
            .put("title", "خبر");
    return json(isso.resolve("/new?uri=%2Farticle%2F"), comment).build();
  }

  private static HttpRequest view(URI address) {
    return HttpRequest.newBuilder(address).build();
  }

  private static HttpRequest.Builder json(URI address, ObjectNode body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()));
  }
}
