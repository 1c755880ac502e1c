package news.nashra.homepage;

import java.util.Map;
import news.nashra.core.Log;

/// Reports a rebuild to the operator: the age of the homepage, and metrics of refused pages, failed
/// pages and waiting articles. If nothing runs at all, no age is reported, which the alarm treats
/// as too old.
final class RebuildMetrics {
  private RebuildMetrics() {}

  static void report(RebuildResult rebuilt) {
    rebuilt.age().ifPresent(age -> Log.seconds("HomepageAge", age.toSeconds()));
    for (var front : rebuilt.refused()) {
      Log.count("FrontRefused", Map.of("key", front.key(), "reason", front.reason()));
    }
    for (var id : rebuilt.waiting()) {
      Log.count("ArticleWaiting", Map.of("article", id));
    }
    for (var failure : rebuilt.failures()) {
      Log.count("FrontFailed", Map.of("key", failure.group()));
      Log.error(failure.group() + " not pressed", failure.fault());
    }
  }
}
