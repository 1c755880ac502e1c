package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.core.Parallel;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;

/// Measures how late scheduled articles are, and when readers find them, while editors and readers
/// keep the newspaper busy.
final class ReleaseBench {
  private static final int RELEASES = 200;

  /// How many articles are watched at the same time.
  private static final int READERS = 24;

  /// The time between two articles that are due.
  private static final Duration APART = Duration.ofMillis(600);

  /// Long enough to schedule all of them, and for a sweep to come before the first is due.
  private static final Duration LEAD = Duration.ofSeconds(100);

  /// Where a reader may find an article, beside its own page.
  private static final List<String> LISTS =
      List.of("/", "/society/", "/feed.xml", "/latest.json", "/news-sitemap.xml");

  private ReleaseBench() {}

  static void measure(Report report) throws Exception {
    try (var newsroom = new Newsroom()) {
      for (int i = 0; i < 20; i++) {
        newsroom.publish(); // warm
      }
      var busy = new AtomicBoolean(true);
      var done = new AtomicInteger();
      try (var threads = Executors.newCachedThreadPool()) {
        var load = threads.submit(() -> work(newsroom, busy, done));
        try {
          watch(newsroom, schedule(newsroom), report);
        } finally {
          busy.set(false);
        }
        load.get();
      }
      System.out.println("meanwhile published and read: " + done.get());
    }
  }

  /// An article and its time. Its slug is in no other text.
  private record Scheduled(String id, String slug, Instant at) {
    String path() {
      return Addresses.day(at.atZone(Edition.load().timeZone()).toLocalDate()) + slug + "/";
    }
  }

  private static List<Scheduled> schedule(Newsroom newsroom) {
    var all = new ArrayList<Scheduled>();
    var first = Instant.now().plus(LEAD);
    for (int i = 0; i < RELEASES; i++) {
      var slug = String.format(Locale.ROOT, "canary%03d", i);
      var at = first.plus(APART.multipliedBy(i));
      var article =
          Newsroom.object()
              .put("headline", "خبر محظور " + slug)
              .put("section", "society")
              .put("bodyHtml", "<p>" + "جملة في خبر محظور. ".repeat(40) + "</p>")
              .put("slug", slug)
              .put("status", "scheduled")
              .put("publishAt", at.toString());
      all.add(
          new Scheduled(
              newsroom.call("editor", "/api/articles", article).path("id").asText(), slug, at));
    }
    return all;
  }

  /// Publishes an article every two seconds and reads pages, until it is over.
  private static void work(Newsroom newsroom, AtomicBoolean busy, AtomicInteger done) {
    while (busy.get()) {
      var receipt = newsroom.publish();
      for (var path : List.of("/", receipt.path("url").asText(), "/society/")) {
        newsroom.page(path);
      }
      done.incrementAndGet();
      pause(2000);
    }
  }

  private static void watch(Newsroom newsroom, List<Scheduled> all, Report report) {
    var committed = new Samples();
    var seen = new LinkedHashMap<String, Samples>();
    seen.put("its page", new Samples());
    LISTS.forEach(path -> seen.put("`" + path + "`", new Samples()));
    var early = new AtomicInteger();
    Parallel.all(
        all.stream().<Callable<Void>>map(s -> () -> follow(newsroom, s, seen, early)).toList(),
        READERS);
    for (var scheduled : all) {
      committed.add(lateness(newsroom.read("editor", "/api/articles/" + scheduled.id())));
    }
    report.section(
        "From the second on",
        "%d articles are scheduled, one each %d ms, while an editor publishes another every two seconds and reads three pages. The time from `publishAt` until the release is committed (`lateMillis`), and until a reader who asks again and again gets the article's page, and lists and feeds with the article. The goal is 1,500 ms for the 99th of a hundred releases, and 2,000 ms for what follows them. Pages that were public before their second: %d."
            .formatted(RELEASES, APART.toMillis(), early.get()));
    var rows = new ArrayList<List<String>>();
    rows.add(row("committed", committed));
    seen.forEach((where, samples) -> rows.add(row(where, samples)));
    report.table(List.of("", "releases", "p50", "p99", "last"), rows);
  }

  private static List<String> row(String where, Samples samples) {
    return List.of(
        where,
        Integer.toString(samples.count()),
        samples.format(50),
        samples.format(99),
        samples.format(100));
  }

  private static long lateness(JsonNode article) {
    if (!article.path("status").asText().equals("published")
        || article.path("revision").asInt() != 2) {
      throw new IllegalStateException("not released once: " + article);
    }
    return Duration.ofMillis(article.path("lateMillis").asLong()).toNanos();
  }

  /// Asks for an article's page and lists from just before its time until all have it.
  private static Void follow(
      Newsroom newsroom, Scheduled scheduled, Map<String, Samples> seen, AtomicInteger early) {
    pause(Duration.between(Instant.now(), scheduled.at()).toMillis() - 100);
    boolean before = newsroom.page(scheduled.path()).contains("محظور " + scheduled.slug());
    if (before && Instant.now().isBefore(scheduled.at())) {
      early.incrementAndGet();
    }
    pause(Duration.between(Instant.now(), scheduled.at()).toMillis());
    await(newsroom, scheduled.path(), "محظور " + scheduled.slug(), scheduled, of(seen, "its page"));
    for (var path : LISTS) {
      await(newsroom, path, scheduled.slug(), scheduled, of(seen, "`" + path + "`"));
    }
    return null;
  }

  private static Samples of(Map<String, Samples> seen, String where) {
    return Objects.requireNonNull(seen.get(where));
  }

  private static void await(
      Newsroom newsroom, String path, String words, Scheduled scheduled, Samples samples) {
    while (!newsroom.page(path).contains(words)) {
      if (Instant.now().isAfter(scheduled.at().plusSeconds(70))) {
        break; // as late as that, at least
      }
      pause(20);
    }
    samples.add(Duration.between(scheduled.at(), Instant.now()).toNanos());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(Math.max(0, millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
