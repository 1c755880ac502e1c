package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Measures what a reader on a slow phone waits for, on pages with the same texts and pictures of
/// Nashra and of WordPress with its default theme, which `bench/peers.sh` starts.
final class ReaderBench {
  private static final int ROUNDS = 11;
  private static final int ARTICLES = 12;
  private static final Path LIGHTHOUSE =
      Path.of("e2e/lighthouse/node_modules/lighthouse/cli/index.js");

  /// The audits of Lighthouse whose numbers are shown, and their units.
  private static final Map<String, String> AUDITS = new LinkedHashMap<>();

  static {
    AUDITS.put("first-contentful-paint", "first paint");
    AUDITS.put("largest-contentful-paint", "largest paint");
    AUDITS.put("total-blocking-time", "blocked");
    AUDITS.put("mainthread-work-breakdown", "main thread");
    AUDITS.put("total-byte-weight", "bytes");
  }

  private record Subject(String page, String name, URI uri) {}

  private ReaderBench() {}

  static void measure(Report report) throws Exception {
    var wordpress = WordPress.of(System.getenv());
    try (var newsroom = new Newsroom();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var own = "";
      var other = "";
      for (int i = 0; i < ARTICLES; i++) {
        var jpeg = Photograph.jpeg(Photograph.of(2000, 1333, i));
        own =
            newsroom
                .call("editor", "/api/articles", draft(newsroom.picture(jpeg)))
                .path("url")
                .asText();
        var media = WordPress.answer(http, wordpress.upload(jpeg)).path("id").asInt();
        var post = WordPress.draft().put("featured_media", media);
        other = WordPress.answer(http, wordpress.post(post)).path("link").asText();
      }
      newsroom.stack.settle();
      var subjects =
          List.of(
              new Subject("an article", "Nashra", newsroom.stack.uri().resolve(own)),
              new Subject("an article", "WordPress", URI.create(other)),
              new Subject("the homepage", "Nashra", newsroom.stack.uri()),
              new Subject("the homepage", "WordPress", wordpress.uri));
      var visits = new LinkedHashMap<Subject, List<JsonNode>>();
      for (int round = 0; round < 1 + ROUNDS; round++) {
        System.out.println("round " + round);
        for (var subject : subjects) { // in turn
          var visit = visit(subject.uri());
          if (round > 0) {
            visits.computeIfAbsent(subject, s -> new ArrayList<>()).add(visit);
          }
        }
      }
      report(report, visits);
    }
  }

  private static ObjectNode draft(String picture) {
    var draft = Requests.draft();
    draft.putObject("image").put("mediaId", picture).put("alt", "صورة للقياس");
    return draft;
  }

  private static void report(Report report, Map<Subject, List<JsonNode>> visits) {
    report.section(
        "On a slow phone",
        """
        Lighthouse's phone with its slow processor and network, both simulated, which visits pages of the same articles, each of 4 KB \
        of text with a photograph of 2,000 × 1,333: of Nashra, and of WordPress with its default theme, behind nginx with gzip. \
        The medians of %d visits, in turn (requests: of the last); a visit before them warms the caches. %d articles are published; the homepages show as \
        many of them as they do by default.\
        """
            .formatted(ROUNDS, ARTICLES));
    var head = new ArrayList<>(List.of("page", "newspaper", "performance"));
    head.addAll(AUDITS.values());
    head.add("requests");
    var rows = new ArrayList<List<String>>();
    visits.forEach((subject, all) -> {
      var row = new ArrayList<>(List.of(subject.page(), subject.name()));
      row.add(number(middle(all, "/categories/performance/score") * 100));
      AUDITS.forEach((audit, title) -> {
        double value = middle(all, "/audits/" + audit + "/numericValue");
        row.add(title.equals("bytes") ? number(value) : number(value) + " ms");
      });
      row.add(Integer.toString(all.getLast().at("/audits/network-requests/details/items").size()));
      rows.add(row);
    });
    report.table(head, rows);
  }

  private static double middle(List<JsonNode> visits, String path) {
    return visits.stream().mapToDouble(v -> value(v, path)).sorted().toArray()[visits.size() / 2];
  }

  private static double value(JsonNode visit, String path) {
    if (!visit.at(path).isNumber()) {
      throw new IllegalStateException(path + " is missing: " + visit.path("runtimeError"));
    }
    return visit.at(path).asDouble();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /// One visit by Lighthouse.
  private static JsonNode visit(URI page) throws IOException, InterruptedException {
    var file = Files.createTempFile("nashra-lighthouse", ".json");
    var command =
        new ProcessBuilder(
                "node",
                LIGHTHOUSE.toString(),
                page.toString(),
                "--quiet",
                "--output=json",
                "--output-path=" + file,
                "--no-enable-error-reporting",
                "--only-categories=performance",
                "--chrome-flags=--headless=new --no-sandbox")
            .inheritIO();
    command.environment().putIfAbsent("CHROME_PATH", "/usr/bin/chromium");
    try {
      if (command.start().waitFor() != 0) {
        throw new IllegalStateException("Lighthouse failed at " + page);
      }
      return new JsonMapper().readTree(file.toFile());
    } finally {
      Files.delete(file);
    }
  }
}
