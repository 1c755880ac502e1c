package news.nashra.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// [Lighthouse](https://developer.chrome.com/docs/lighthouse) as its command line runs it by
/// default: a phone, with its slow processor and network simulated. Its reports stay in
/// `target/lighthouse/`.
final class Lighthouse {
  private static final List<String> CATEGORIES =
      List.of("performance", "accessibility", "best-practices", "seo");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PROGRAM =
      Newspaper.HOME.resolve("e2e/lighthouse/node_modules/lighthouse/cli/index.js");
  private static final Path REPORTS = Newspaper.HOME.resolve("e2e/target/lighthouse");
  private static final int PATIENCE_SECONDS = 120;

  private Lighthouse() {}

  /// What Lighthouse found at one visit.
  record Report(JsonNode json) {
    /// From 0 to 100; -1 where Lighthouse came to no score.
    int score(String category) {
      var score = json.path("categories").path(category).path("score");
      return score.isNumber() ? (int) Math.round(score.asDouble() * 100) : -1;
    }

    /// The score in each category.
    Map<String, Integer> scores() {
      var scores = new LinkedHashMap<String, Integer>();
      CATEGORIES.forEach(category -> scores.put(category, score(category)));
      return scores;
    }

    boolean perfect() {
      return passes(100);
    }

    /// Whether it has full marks for all but speed, and for that at least `speed`.
    boolean passes(int speed) {
      return CATEGORIES.stream().allMatch(c -> score(c) >= (c.equals("performance") ? speed : 100));
    }

    /// Whether another run may do better: only times waver from run to run.
    boolean wavers() {
      return CATEGORIES.stream()
          .filter(category -> !category.equals("performance"))
          .noneMatch(category -> score(category) >= 0 && score(category) < 100);
    }

    double number(String audit) {
      return json.path("audits").path(audit).path("numericValue").asDouble();
    }

    int requests() {
      return json.at("/audits/network-requests/details/items").size();
    }

    /// The audits that cost points, each with the elements it is about.
    List<String> faults() {
      var faults = new ArrayList<String>();
      if (json.has("runtimeError")) {
        faults.add(json.at("/runtimeError/message").asText());
      }
      for (var category : CATEGORIES.stream().filter(c -> score(c) < 100).toList()) {
        for (var part : json.path("categories").path(category).path("auditRefs")) {
          var audit = json.path("audits").path(part.path("id").asText());
          var score = audit.path("score");
          if (part.path("weight").asDouble() > 0 && score.isNumber() && score.asDouble() < 1) {
            faults.add(category + ": " + fault(audit));
          }
        }
      }
      return faults;
    }

    private static String fault(JsonNode audit) {
      var elements =
          audit.at("/details/items").findValuesAsText("selector").stream()
              .distinct()
              .limit(6)
              .collect(Collectors.joining(", "));
      return "%s (%s) %s %s"
          .formatted(
              audit.path("id").asText(),
              audit.path("title").asText(),
              audit.path("displayValue").asText(),
              elements)
          .strip();
    }
  }

  /// Visits a page once.
  ///
  /// @param name of the report's file
  static Report visit(URI page, String name) {
    var file = REPORTS.resolve(name + ".json");
    var log = REPORTS.resolve(name + ".log");
    try {
      Files.createDirectories(REPORTS);
      Files.deleteIfExists(file);
      var command =
          new ProcessBuilder(
              "node",
              PROGRAM.toString(),
              page.toString(),
              "--output=json",
              "--output-path=" + file,
              "--no-enable-error-reporting",
              "--chrome-flags=--headless=new --no-sandbox");
      command.environment().put("CHROME_PATH", Chromium.path().toString());
      finish(command.redirectErrorStream(true).redirectOutput(log.toFile()).start());
      return new Report(Files.exists(file) ? JSON.readTree(file.toFile()) : failure(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode failure(Path log) throws IOException {
    var report = JSON.createObjectNode();
    report.putObject("runtimeError").put("message", Files.readString(log));
    return report;
  }

  private static void finish(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
