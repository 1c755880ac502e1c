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

/// Looks whether the articles' own pages are there: no list is to link to one that is not.
record OwnPages(Press press) {
  /// The page of an article that was just committed is pressed by the request that did it: so often
  /// it is looked for before the article is left out of the lists.
  private static final int LOOKS = 7;

  /// The published articles whose own pages are not there.
  ///
  /// @param fresh changes of the last moments, whose pages may be on their way
  /// @param waiting those that were looked for before
  List<Change> missing(Collection<Change> fresh, Collection<Change> waiting) {
    var left = missing(fresh);
    for (int n = 2; n <= LOOKS && !left.isEmpty(); n++) {
      Backoff.beforeRetry(n);
      left = missing(left);
    }
    return Stream.concat(missing(waiting).stream(), left.stream()).toList();
  }

  /// Those of `changes` whose pages are not there at this moment.
  List<Change> missing(Collection<Change> changes) {
    var looks = new ArrayList<Callable<Optional<Change>>>();
    changes.stream().filter(Change::published).forEach(change -> looks.add(() -> missing(change)));
    return Parallel.all(looks).stream().flatMap(Optional::stream).toList();
  }

  /// A page that cannot be looked at is taken for missing: its article waits, and holds up no
  /// other.
  private Optional<Change> missing(Change change) {
    try {
      return press.look(change.pageKey()).isPresent() ? Optional.empty() : Optional.of(change);
    } catch (RuntimeException e) {
      if (!AwsFailure.is(e)) {
        throw e;
      }
      Log.error(change.pageKey() + " cannot be looked at", e);
      return Optional.of(change);
    }
  }
}
