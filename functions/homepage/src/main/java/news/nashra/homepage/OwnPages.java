package news.nashra.homepage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.nashra.articles.Change;
import news.nashra.core.Log;
import news.nashra.core.Parallel;
import news.nashra.core.aws.AwsFailure;
import news.nashra.core.aws.Backoff;
import news.nashra.core.press.Press;

/// Finds published articles whose own pages do not exist yet, so that no list links to them.
/// Thread-safe.
record OwnPages(Press press) {
  /// How often a page is looked for before its article is left out of the lists. The request that
  /// commits an article also presses its page, so the page may appear in a moment.
  private static final int MAX_LOOKS = 7;

  /// The published articles whose own pages do not exist.
  ///
  /// @param fresh the latest changes, whose pages may still be on their way
  /// @param waiting articles that were left out before
  List<Change> missing(Collection<Change> fresh, Collection<Change> waiting) {
    var left = missing(fresh);
    for (int n = 2; n <= MAX_LOOKS && !left.isEmpty(); n++) {
      Backoff.beforeRetry(n);
      left = missing(left);
    }
    return Stream.concat(missing(waiting).stream(), left.stream()).toList();
  }

  /// Those of `changes` whose pages do not exist at this moment.
  List<Change> missing(Collection<Change> changes) {
    var looks = new ArrayList<Callable<Optional<Change>>>();
    changes.stream().filter(Change::published).forEach(change -> looks.add(() -> missing(change)));
    return Parallel.all(looks).stream().flatMap(Optional::stream).toList();
  }

  /// A page that cannot be looked up counts as missing: its article waits and holds up no other.
  private Optional<Change> missing(Change change) {
    try {
      return press.look(change.pageKey()).isPresent() ? Optional.empty() : Optional.of(change);
    } catch (RuntimeException e) {
      if (!AwsFailure.is(e)) {
        throw e;
      }
      Log.error(change.pageKey() + " cannot be looked up", e);
      return Optional.of(change);
    }
  }
}
