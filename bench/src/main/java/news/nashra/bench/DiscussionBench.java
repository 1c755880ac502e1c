package news.nashra.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import news.nashra.comments.pages.Discussion;

/// Measures what a long discussion costs: a headline that is mended, which all its pages show.
final class DiscussionBench {
  private static final List<Integer> SIZES = List.of(20, 10_000);
  private static final int ROUNDS = 11;
  private static final int WARM_ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// An article with many comments, and what was measured on it.
  private static final class Subject {
    final int size;
    final Newsroom newsroom;
    final String article;
    final String url;
    int revision = 1;
    final Samples answered = new Samples();
    final Samples shown = new Samples();
    final Samples everywhere = new Samples();

    /// Fills the table with copies of one comment that was approved.
    Subject(int size) throws IOException {
      this.size = size;
      var data = Files.createTempDirectory("nashra-discussion");
      try (var empty = new Newsroom(data)) {
        var receipt = empty.call("editor", "/api/articles", Requests.draft());
        article = receipt.path("id").asText();
        url = receipt.path("url").asText();
        approveAComment(empty);
        empty.stack.settle();
      }
      StoredComments.copy(data, size, List.of(article));
      newsroom = new Newsroom(data);
    }

    private void approveAComment(Newsroom newsroom) {
      try (var reader = newsroom.reader()) {
        var answer = reader.comment(article, Newsroom.comment(1));
        if (answer.statusCode() != 202) {
          throw new IllegalStateException(answer.body());
        }
      }
      newsroom.call("moderator", "/api/comments/decisions", newsroom.approval(""));
    }

    /// Mends the headline, and waits until the article and its oldest comments show it.
    void mend(boolean warm) throws InterruptedException {
      var headline = Requests.headline();
      var draft = Requests.draft().put("headline", headline);
      long start = System.nanoTime();
      newsroom.revise(article, revision++, draft);
      long answer = System.nanoTime();
      await(url, headline);
      long page = System.nanoTime();
      await(url + "comments/1/", headline);
      await(url + "comments/" + Math.ceilDiv(size, Discussion.COMMENTS_PER_PAGE) + "/", headline);
      newsroom.stack.settle();
      long all = System.nanoTime();
      if (warm) {
        answered.add(answer - start);
        shown.add(page - start);
        everywhere.add(all - start);
      }
    }

    private void await(String path, String text) throws InterruptedException {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!newsroom.page(path).contains(text)) {
        if (System.nanoTime() > until) {
          throw new IllegalStateException(path + " does not show " + text);
        }
        Thread.sleep(2);
      }
    }

    int kilobytes(String path) throws IOException {
      var bytes = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(newsroom.page(path).getBytes(StandardCharsets.UTF_8));
      }
      return bytes.size() / 1000;
    }
  }

  private DiscussionBench() {}

  static void measure(Report report) throws Exception {
    var subjects = new ArrayList<Subject>();
    for (int size : SIZES) {
      subjects.add(new Subject(size));
    }
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      for (var subject : subjects) { // in turn
        subject.mend(round >= WARM_ROUNDS);
      }
    }
    report.section(
        "A long discussion",
        """
        Two newspapers with an article each, of 4 KB, with a few comments and with ten thousand. Its headline is mended, which its page and \
        all pages of its comments show, one for each fifty. %d times each, in turn, after %d; medians. \
        The last page is the time until nothing is left to be done, the second in which the bench makes sure of that among it.\
        """
            .formatted(ROUNDS, WARM_ROUNDS));
    var head = new ArrayList<>(List.of(""));
    subjects.forEach(s -> head.add(String.format(Locale.ROOT, "%,d comments", s.size)));
    report.table(
        head,
        List.of(
            row("answered", subjects.stream().map(s -> s.answered).toList()),
            row("on the article", subjects.stream().map(s -> s.shown).toList()),
            row("on the last page", subjects.stream().map(s -> s.everywhere).toList()),
            sizes("the article, gzip", subjects, ""),
            sizes("its oldest comments, gzip", subjects, "comments/1/")));
    subjects.forEach(s -> s.newsroom.close());
  }

  private static List<String> row(String name, List<Samples> samples) {
    var row = new ArrayList<>(List.of(name));
    samples.forEach(s -> row.add(s.format(50)));
    return row;
  }

  private static List<String> sizes(String name, List<Subject> subjects, String page)
      throws IOException {
    var row = new ArrayList<>(List.of(name));
    for (var subject : subjects) {
      row.add(subject.kilobytes(subject.url + page) + " KB");
    }
    return row;
  }
}
