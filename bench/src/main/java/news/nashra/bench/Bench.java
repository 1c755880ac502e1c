package news.nashra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.bench.cold.ColdBench;

/// Runs the measurements and writes `bench/results/<name>.md`: `mvn -Pbench` for all, `mvn -Pbench
/// -Dbench=comments` for one.
public final class Bench {
  private interface Measurement {
    void into(Report report) throws Exception;
  }

  private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

  static {
    ALL.put("cleaning", CleaningBench::measure);
    ALL.put("cold", Bench::measureColdStarts);
    ALL.put("comments", CommentBench::measure);
    ALL.put("copydesk", CopyDeskBench::measure);
    ALL.put("discussions", DiscussionBench::measure);
    ALL.put("floods", FloodBench::measure);
    ALL.put("fronts", FrontBench::measure);
    if (WordPress.isRunning()) {
      ALL.put("peers", PeerBench::measure);
    }
    ALL.put("photographs", PhotographBench::measure);
    ALL.put("pictures", PictureBench::measure);
    ALL.put("processor", ProcessorBench::measure);
    if (WordPress.isRunning()) {
      ALL.put("readers", ReaderBench::measure);
    }
    ALL.put("releases", ReleaseBench::measure);
    ALL.put("repress", RepressBench::measure);
    ALL.put("text", TextBench::measure);
    ALL.put("waits", WaitsBench::measure);
  }

  private Bench() {}

  public static void main(String[] arguments) {
    try {
      measure(arguments[0]);
      System.exit(0); // DynamoDB Local leaves threads behind
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void measure(String wanted) throws Exception {
    for (var name : ALL.keySet()) {
      if (wanted.equals("all") || wanted.equals(name)) {
        var report = new Report(name, command(name));
        ALL.get(name).into(report);
        write(name, report);
      }
    }
  }

  private static String command(String name) {
    return switch (name) {
      case "peers" -> "sh bench/peers.sh";
      case "readers" -> "BENCH=readers sh bench/peers.sh";
      case "cold" -> "sh bench/cold.sh`, or without the others `mvn -Pbench -Dbench=cold";
      default -> "mvn -Pbench -Dbench=" + name;
    };
  }

  private static void measureColdStarts(Report report) throws Exception {
    try (var newsroom = new Newsroom()) {
      ColdBench.measure(newsroom.stack, Path.of("").toAbsolutePath(), report);
    }
  }

  private static void write(String name, Report report) throws IOException {
    var file = Path.of("bench/results", name + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, report.text());
    System.out.println(report.text());
    System.out.println("written to " + file);
  }
}
