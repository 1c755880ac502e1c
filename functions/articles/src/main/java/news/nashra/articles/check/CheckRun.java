package news.nashra.articles.check;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.core.Log;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// One run of the check. It ends at the first step that fails, and withdraws its article whatever
/// happened; if it cannot, the next run does. Not thread-safe.
final class CheckRun {
  private static final Duration PAUSE = Duration.ofMillis(500);

  /// How many articles of earlier runs one run withdraws.
  private static final int MAX_LEFT_BEHIND = 10;

  private final Table articles;
  private final PublishFunction publisher;
  private final PublicSite site;
  private final Duration patience;
  private final CheckedArticle article;
  private final List<StepResult> results = new ArrayList<>();

  private Optional<Published> published = Optional.empty();
  private Optional<Challenge> challenge = Optional.empty();
  private String reference = "";

  /// The article of this run.
  ///
  /// @param path of its page
  private record Published(String id, String path, String revision) {
    static Published read(Answer receipt) {
      return new Published(
          receipt.text("id"),
          URI.create(receipt.text("url")).getRawPath(),
          receipt.text("revision"));
    }
  }

  /// @param patience how long a page may take to follow. CloudFront keeps what is not to be kept
  ///   for the minimum of its cache policy, a second
  /// @param run its id, in lower case
  CheckRun(
      Table articles, PublishFunction publisher, PublicSite site, Duration patience, String run) {
    this.articles = articles;
    this.publisher = publisher;
    this.site = site;
    this.patience = patience;
    this.article = CheckedArticle.first(run);
  }

  /// What came of each step, up to the first that failed.
  List<StepResult> run() {
    boolean passed =
        does(Step.CLEAN_UP, this::cleanUp)
            && does(Step.REFUSE, this::refuse)
            && does(Step.PUBLISH, this::publish)
            && does(Step.READ, () -> read(article))
            && does(Step.EDIT, this::edit)
            && does(Step.READ_AGAIN, () -> read(article.edited()))
            && does(Step.CHALLENGE, this::challenge)
            && comments()
            && does(Step.WITHDRAW, this::withdraw)
            && does(Step.GONE, this::gone);
    if (!passed) {
      leave();
    }
    return List.copyOf(results);
  }

  /// Does a step, and says whether the check goes on.
  private boolean does(Step step, Supplier<String> action) {
    long start = System.nanoTime();
    var outcome = StepResult.Outcome.PASSED;
    String detail;
    try {
      detail = action.get();
    } catch (RuntimeException e) {
      outcome = StepResult.Outcome.FAILED;
      detail = e instanceof StepFailed ? String.valueOf(e.getMessage()) : String.valueOf(e);
    }
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    results.add(new StepResult(step, outcome, millis, detail));
    return outcome == StepResult.Outcome.PASSED;
  }

  /// Skips what cannot be done while comments are closed everywhere.
  private boolean comments() {
    if (challenge.isPresent()) {
      return does(Step.COMMENT, this::comment) && does(Step.STATUS, this::status);
    }
    for (var step : List.of(Step.COMMENT, Step.STATUS)) {
      results.add(new StepResult(step, StepResult.Outcome.SKIPPED, 0, "comments are closed"));
    }
    return true;
  }

  private String cleanUp() {
    var left =
        articles.newest(ListName.HIDDEN.partition(), Optional.empty(), MAX_LEFT_BEHIND).stream()
            .map(Item::sk)
            .map(Entry::id)
            .toList();
    left.forEach(id -> publisher.withdraw(id).expect(200, "withdrawing " + id));
    return left.isEmpty() ? "" : "withdrew what earlier runs left behind: " + left;
  }

  private String refuse() {
    site.post("/api/articles", article.json()).expect(401, "publishing without a token");
    return "";
  }

  private String publish() {
    published = Optional.of(Published.read(publisher.create(article).expect(201, "publishing")));
    return "";
  }

  private String edit() {
    var edited = publisher.revise(id(), article().revision(), article.edited());
    published = Optional.of(Published.read(edited.expect(200, "editing")));
    return "";
  }

  private String read(CheckedArticle sent) {
    return eventually(() -> {
      var page = site.get(article().path()).expect(200, "the page");
      sent.difference(page.body())
          .ifPresent(difference -> {
            throw new StepFailed("the page is not what was sent: " + difference);
          });
    });
  }

  private String challenge() {
    var answer = site.get("/api/comments/challenge?article=" + id());
    if (answer.status() == 409) {
      return "comments are closed";
    }
    challenge = Optional.of(Challenge.read(answer.expect(200, "the challenge").json()));
    return "";
  }

  private String comment() {
    var comment =
        Map.of(
            "name",
            "Nashra",
            "email",
            "check@example.com",
            "title",
            "فحص",
            "body",
            "تعليق الفحص " + article.run(),
            "termsAccepted",
            true,
            "altcha",
            challenge.orElseThrow().solve());
    var answer = site.post("/api/articles/" + id() + "/comments", comment);
    reference = answer.expect(202, "the comment").text("reference");
    return "";
  }

  private String status() {
    var status =
        site.get("/api/comments/" + reference).expect(200, "the comment's status").text("status");
    if (!status.equals("pending")) {
      throw new StepFailed("the comment's status is " + status + ", not pending");
    }
    return "";
  }

  private String withdraw() {
    publisher.withdraw(id()).expect(200, "withdrawing");
    return "";
  }

  private String gone() {
    return eventually(() -> site.get(article().path()).expect(404, "the page after withdrawal"));
  }

  /// Tries until it is so, as long as patience lasts.
  private String eventually(Runnable expectation) {
    long until = System.nanoTime() + patience.toNanos();
    for (int tries = 1; ; tries++) {
      try {
        expectation.run();
        return tries == 1 ? "" : "at try " + tries;
      } catch (StepFailed e) {
        if (System.nanoTime() > until) {
          throw e;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted");
    }
  }

  /// Withdraws the article of a check that failed.
  private void leave() {
    published.ifPresent(left -> {
      try {
        publisher.withdraw(left.id());
      } catch (RuntimeException e) {
        Log.error("article of the check left to the next run", e);
      }
    });
  }

  private Published article() {
    return published.orElseThrow();
  }

  private String id() {
    return article().id();
  }
}
