package news.nashra.articles.press;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.nashra.core.Log;

/// The minute's clock over articles: presses once more what [PressAgain] says is due.
final class SecondPress {
  /// No further portion is begun after this: the function has 60 seconds, the next minute comes.
  private static final Duration ENOUGH = Duration.ofSeconds(30);

  private final ArticlePress pages;
  private final PressAgain again;
  private final InstantSource clock;

  SecondPress(ArticlePress pages, PressAgain again, InstantSource clock) {
    this.pages = pages;
    this.again = again;
    this.clock = clock;
  }

  /// How many articles were pressed.
  int run() {
    var start = clock.instant();
    var due = again.due(start);
    int pressed = 0;
    for (int from = 0;
        from < due.size() && clock.instant().isBefore(start.plus(ENOUGH));
        from += ArticlePress.TOGETHER) {
      pressed += press(due.subList(from, Math.min(from + ArticlePress.TOGETHER, due.size())));
    }
    return pressed;
  }

  private int press(List<PressAgain.Due> due) {
    var failed = pages.failed(due.stream().map(PressAgain.Due::id).toList());
    int pressed = 0;
    for (var article : due) {
      boolean links = !article.links() || pages.failed(pages.pointingTo(article.id())).isEmpty();
      if (links && !failed.contains(article.id())) {
        again.done(article);
        pressed++;
      } else {
        Log.count("ArticleNotPressed", Map.of("article", article.id()));
        again.failed(article, clock.instant());
      }
    }
    return pressed;
  }
}
