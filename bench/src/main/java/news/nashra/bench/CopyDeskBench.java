package news.nashra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.copydesk.CopyDesk;
import news.nashra.core.http.Json;
import news.nashra.site.Edition;

/// Measures how long the copy desk reads an article, and what is made to keep it busy.
final class CopyDeskBench {
  private static final int ROUNDS = 150;
  private static final int MEASURED = 50;
  private static final int WORDS = 5000;
  private static final int LARGEST_REQUEST = ArticleLimits.ARTICLE_KIB * 1024;
  private static final Path DEMO = Path.of("edition/demo");

  private static final List<String> HEAD =
      List.of("input", "words", "size", "findings", "median", "worst");

  private CopyDeskBench() {}

  static void measure(Report report) throws IOException {
    var desk = CopyDesk.of(Edition.load());
    var prose = prose();
    var slips = prose.replace("إلى", "الى").replace("، ", ", ").replace("أن", "ان");
    report.section(
        "Articles",
        "Processor time of one check, the median and the worst of the last %d of %d. The text is the demo edition's."
            .formatted(MEASURED, ROUNDS));
    report.table(
        HEAD,
        List.of(
            row(desk, "5,000 words", prose),
            row(desk, "5,000 words with slips", slips),
            row(desk, "500 words", prose.substring(0, prose.length() / 10))));
    report.section(
        "What keeps the desk busy",
        "The same, for the largest request, %d KB of one piece."
            .formatted(ArticleLimits.ARTICLE_KIB));
    report.table(
        HEAD,
        hostile().entrySet().stream()
            .map(input -> row(desk, input.getKey(), input.getValue()))
            .toList());
  }

  /// The bodies of the demo edition's Arabic articles, again and again until there are enough
  /// words.
  private static String prose() throws IOException {
    try (var files = Files.list(DEMO)) {
      var bodies =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(CopyDeskBench::body)
              .collect(Collectors.joining());
      var words = bodies.split(" ");
      var text = new StringBuilder();
      for (int i = 0; i < WORDS; i++) {
        text.append(words[i % words.length]).append(' ');
      }
      return text.toString();
    }
  }

  private static String body(Path file) {
    try {
      return Json.read(Files.readString(file)).path("bodyHtml").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> row(CopyDesk desk, String name, String html) {
    var threads = ManagementFactory.getThreadMXBean();
    var samples = new Samples();
    int findings = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long before = threads.getCurrentThreadCpuTime();
      findings = desk.check(Map.of("bodyHtml", html)).size();
      long after = threads.getCurrentThreadCpuTime();
      if (i >= ROUNDS - MEASURED) {
        samples.add(after - before);
      }
    }
    return List.of(
        name,
        String.format(Locale.ROOT, "%,d", html.strip().split(" +").length),
        html.getBytes(StandardCharsets.UTF_8).length / 1024 + " KB",
        Integer.toString(findings),
        samples.format(50),
        samples.format(100));
  }

  private static Map<String, String> hostile() {
    var inputs = new LinkedHashMap<String, String>();
    for (var piece :
        List.of(
            "<",
            "<a ",
            "<p>",
            "<p lang=",
            "&amp;",
            " ",
            "ـ",
            "اـ",
            "ان ",
            "والان ",
            "، ",
            ", ",
            "...",
            "\"",
            "«",
            "()",
            "٣",
            "1.1.",
            "2026-01-01 ",
            "the the ")) {
      int size = piece.getBytes(StandardCharsets.UTF_8).length;
      inputs.put("`" + piece + "`", piece.repeat(LARGEST_REQUEST / size));
    }
    return inputs;
  }
}
