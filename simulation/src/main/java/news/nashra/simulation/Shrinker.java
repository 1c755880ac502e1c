package news.nashra.simulation;

import java.util.ArrayList;
import java.util.List;

/// Shortens the history of a failing seed: leaves out halves, quarters and single operations as
/// long as the same check still fails.
final class Shrinker {
  private Shrinker() {}

  static Seed.Result shrink(Seed.Result failed, Backend backend) {
    var smallest = failed;
    int chunk = Math.max(1, failed.history().size() / 2);
    while (true) {
      var smaller = without(smallest, chunk, backend);
      if (smaller != smallest) {
        smallest = smaller;
      } else if (chunk == 1) {
        return smallest;
      } else {
        chunk /= 2;
      }
    }
  }

  private static Seed.Result without(Seed.Result failed, int chunk, Backend backend) {
    var history = failed.history();
    for (int from = 0; from < history.size(); from += chunk) {
      var rest = new ArrayList<>(history.subList(0, from));
      rest.addAll(history.subList(Math.min(from + chunk, history.size()), history.size()));
      var result = Seed.run(failed.seed(), List.copyOf(rest), backend);
      if (String.valueOf(failed.check()).equals(result.check())) {
        return result;
      }
    }
    return failed;
  }
}
