package news.nashra.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;

/// Measures how long it takes to press a whole site from its tables, and whether the result is the
/// same site.
final class RepressBench {
  private static final int ARTICLES = 10_000;

  private RepressBench() {}

  static void measure(Report report) throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (var archive = new SyntheticArchive(ARTICLES, now)) {
      archive.repress();
      archive.rest();
      var before = pages(archive.aws().s3());
      System.out.println("a site of " + before.size() + " pages is pressed");
      archive.deletePages();
      archive.calls.clear();
      archive.repress();
      long calls = archive.calls.names().size();
      archive.deletePages();
      double seconds = seconds(archive::repressUncounted);
      var after = pages(archive.aws().s3());
      double again = seconds(archive::repressUncounted);
      report.section(
          "A whole site",
          "A site of "
              + String.format(Locale.ROOT, "%,d", ARTICLES)
              + " articles is pressed, all its pages are deleted, and it is pressed again from the tables by RepressSite, two slices at a time,"
              + " and by RebuildHomepage. On AWS twenty slices run at once, each on two processors of its own.");
      report.table(
          List.of("", ""),
          List.of(
              List.of("pages", Integer.toString(after.size())),
              List.of("into an empty bucket", rate(after.size(), seconds)),
              List.of(
                  "calls to AWS",
                  String.format(
                      Locale.ROOT, "%,d, %.1f a page", calls, (double) calls / after.size())),
              List.of("again, nothing to write", rate(after.size(), again)),
              List.of(
                  "the same site, byte for byte",
                  before.equals(after)
                      ? "yes, judged by the ETag of each page"
                      : differing(before, after))));
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static String rate(int pages, double seconds) {
    return String.format(Locale.ROOT, "%.0f s, %.0f pages/s", seconds, pages / seconds);
  }

  private static Map<String, String> pages(S3Client s3) {
    var pages = new TreeMap<String, String>();
    for (var object : s3.listObjectsV2Paginator(r -> r.bucket("pages")).contents()) {
      pages.put(object.key(), object.eTag());
    }
    return pages;
  }

  private static String differing(Map<String, String> before, Map<String, String> after) {
    var all = new TreeMap<>(before);
    all.putAll(after);
    all.keySet().removeIf(key -> String.valueOf(before.get(key)).equals(after.get(key)));
    return "no: " + all.keySet();
  }
}
