package news.nashra.articles;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.core.Log;
import news.nashra.core.press.PressRun;

/// The minute's clock over articles: presses once more what [PressAgain] says is due.
final class SecondPress {
  /// Articles that are pressed together, and held in memory at once.
  private static final int TOGETHER = 25;

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
        from += TOGETHER) {
      pressed += press(due.subList(from, Math.min(from + TOGETHER, due.size())));
    }
    return pressed;
  }

  private int press(List<PressAgain.Due> due) {
    var failed = failed(pages.all(pages.addressed(ids(due.stream()))));
    for (var article : due) {
      if (article.links() && !failed.contains(article.id())) {
        var pointing = pages.all(pages.addressed(pages.pointingTo(article.id())));
        if (!failed(pointing).isEmpty()) {
          failed.add(article.id());
        }
      }
    }
    for (var article : due) {
      if (failed.contains(article.id())) {
        Log.count("ArticleNotPressed", Map.of("article", article.id()));
        again.failed(article, clock.instant());
      } else {
        again.done(article);
      }
    }
    return due.size() - failed.size();
  }

  private static List<String> ids(Stream<PressAgain.Due> due) {
    return due.map(PressAgain.Due::id).toList();
  }

  private static Set<String> failed(PressRun.Result result) {
    result.failures().forEach(failure -> Log.error("page not pressed", failure.fault()));
    return result.failures().stream()
        .map(PressRun.Failure::group)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
