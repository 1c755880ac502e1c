package news.nashra.homepage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import news.nashra.articles.Change;
import news.nashra.core.Together;
import news.nashra.core.aws.Pause;
import news.nashra.core.press.Press;

/// Looks whether the articles' own pages are there: no list is to link to one that is not.
record OwnPages(Press press) {
  /// The page of an article that was just committed is pressed by the request that did it: so often
  /// it is looked for before the article is left out of the lists.
  private static final int LOOKS = 7;

  /// Ids of the published articles whose own pages are not there.
  ///
  /// @param fresh changes of the last moments, whose pages may be on their way
  /// @param waiting those that were looked for before
  Set<String> missing(Collection<Change> fresh, Collection<Change> waiting) {
    var ids = new HashSet<>(ids(missing(waiting)));
    var left = missing(fresh);
    for (int n = 2; n <= LOOKS && !left.isEmpty(); n++) {
      Pause.before(n);
      left = missing(left);
    }
    ids.addAll(ids(left));
    return ids;
  }

  private List<Change> missing(Collection<Change> changes) {
    var looks = new ArrayList<Callable<Optional<Change>>>();
    changes.stream().filter(Change::published).forEach(change -> looks.add(() -> missing(change)));
    return Together.all(looks).stream().flatMap(Optional::stream).toList();
  }

  private Optional<Change> missing(Change change) {
    return press.look(change.pageKey()).isPresent() ? Optional.empty() : Optional.of(change);
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(Change::id).toList();
  }
}
