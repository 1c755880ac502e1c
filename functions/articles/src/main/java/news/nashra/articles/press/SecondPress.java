package news.nashra.articles.press;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import news.nashra.articles.Article;
import news.nashra.core.Log;

/// Presses the articles that are due in [PressAgain], and then those of authors that are. Runs
/// every minute.
final class SecondPress {
  /// After this time no further articles are begun. The function may take 60 seconds, and the next
  /// run comes a minute later.
  private static final Duration START_WITHIN = Duration.ofSeconds(30);

  private final ArticlePress press;
  private final PressAgain again;
  private final AuthorSweep authors;
  private final Takedown takedown;
  private final InstantSource clock;

  SecondPress(
      ArticlePress press,
      PressAgain again,
      AuthorSweep authors,
      Takedown takedown,
      InstantSource clock) {
    this.press = press;
    this.again = again;
    this.authors = authors;
    this.takedown = takedown;
    this.clock = clock;
  }

  /// Presses what is due.
  ///
  /// @return the number of articles that were pressed
  int run() {
    var start = clock.instant();
    var due = again.due(start);
    int pressed =
        due.stream()
            .filter(note -> !note.isAuthor())
            .gather(Gatherers.windowFixed(ArticlePress.ARTICLES_PER_BATCH))
            .takeWhile(portion -> isTime(start))
            .mapToInt(this::press)
            .sum();
    due.stream()
        .filter(PressAgain.Due::isAuthor)
        .forEach(author -> authors.go(author, () -> isTime(start)));
    return pressed;
  }

  private boolean isTime(Instant start) {
    return clock.instant().isBefore(start.plus(START_WITHIN));
  }

  private int press(List<PressAgain.Due> due) {
    var failed = press.pressInPortions(due.stream().map(PressAgain.Due::id).toList());
    var atTheEdge = takeDown(due);
    int pressed = 0;
    for (var article : due) {
      boolean links =
          !article.links() || press.pressInPortions(press.linkingTo(article.id())).isEmpty();
      if (links && !failed.contains(article.id()) && !atTheEdge.contains(article.id())) {
        again.remove(article);
        pressed++;
      } else {
        Log.count("ArticleNotPressed", Map.of("article", article.id()));
        again.postpone(article, clock.instant());
      }
    }
    return pressed;
  }

  /// Takes those that were withdrawn from the edge, in one call, so that an edge that does not
  /// answer costs the time of one.
  ///
  /// @return the ids of those that may be left there
  private Set<String> takeDown(List<PressAgain.Due> due) {
    var ids = due.stream().filter(PressAgain.Due::links).map(PressAgain.Due::id).toList();
    var articles = ids.isEmpty() ? List.<Article>of() : press.findWithAddress(ids);
    return takedown.run(articles, clock.instant() + "-again");
  }
}
