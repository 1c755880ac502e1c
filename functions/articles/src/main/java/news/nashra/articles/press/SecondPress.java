package news.nashra.articles.press;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import news.nashra.core.Log;

/// Presses the articles that are due in [PressAgain]. Runs every minute.
final class SecondPress {
  /// After this time no further articles are begun. The function may take 60 seconds, and the next
  /// run comes a minute later.
  private static final Duration START_WITHIN = Duration.ofSeconds(30);

  private final ArticlePress press;
  private final PressAgain again;
  private final InstantSource clock;

  SecondPress(ArticlePress press, PressAgain again, InstantSource clock) {
    this.press = press;
    this.again = again;
    this.clock = clock;
  }

  /// Presses what is due.
  ///
  /// @return the number of articles that were pressed
  int run() {
    var start = clock.instant();
    var due = again.due(start);
    return due.stream()
        .gather(Gatherers.windowFixed(ArticlePress.ARTICLES_PER_BATCH))
        .takeWhile(portion -> clock.instant().isBefore(start.plus(START_WITHIN)))
        .mapToInt(this::press)
        .sum();
  }

  private int press(List<PressAgain.Due> due) {
    var failed = press.pressInPortions(due.stream().map(PressAgain.Due::id).toList());
    int pressed = 0;
    for (var article : due) {
      boolean links =
          !article.links() || press.pressInPortions(press.linkingTo(article.id())).isEmpty();
      if (links && !failed.contains(article.id())) {
        again.remove(article);
        pressed++;
      } else {
        Log.count("ArticleNotPressed", Map.of("article", article.id()));
        again.postpone(article, clock.instant());
      }
    }
    return pressed;
  }
}
