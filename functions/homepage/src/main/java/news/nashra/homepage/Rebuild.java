package news.nashra.homepage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.nashra.articles.Change;
import news.nashra.articles.Lists;
import news.nashra.core.Together;
import news.nashra.core.aws.Pause;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Brings the pages of lists to what the tables say: sees what changed since the last time, plans
/// which archives that touches, and presses these and the fronts. With nothing changed it writes
/// nothing and makes one query for each front.
final class Rebuild {
  /// The page of an article that was just committed is pressed by the request that did it: so often
  /// it is looked for before the article is left out of the lists.
  private static final int LOOKS = 7;

  /// Changes whose archives are composed before any of them is written.
  private static final int TOGETHER = 200;

  private final Table articles;
  private final Press press;
  private final Edition edition;
  private final Fronts fronts;
  private final Archives archives;
  private final Progress progress;
  private final InstantSource clock;

  Rebuild(Table articles, Press press, Site site, InstantSource clock) {
    this.articles = articles;
    this.press = press;
    this.edition = site.edition();
    this.fronts = new Fronts(articles, site);
    this.archives = new Archives(site);
    this.progress = new Progress(articles);
    this.clock = clock;
  }

  Rebuilt run() {
    var now = clock.instant();
    var due = progress.due(new Lists(articles, Set.of()), now);
    var waiting = waiting(due.changes());
    var rebuilt = new Rebuilt(List.of(), List.of(), waiting);
    int from = 0;
    for (; from + TOGETHER < due.changes().size(); from += TOGETHER) {
      var some = due.changes().subList(from, from + TOGETHER);
      rebuilt = rebuilt.and(run(waiting).over(archives(some, waiting), List.of()));
    }
    var last = archives(due.changes().subList(from, due.changes().size()), waiting);
    if (press.look(Archives.SITEMAP_INDEX).isEmpty()) {
      last.add(archives.sitemapIndex());
    }
    rebuilt = rebuilt.and(run(waiting).over(last, fronts.all(now)));
    if (rebuilt.failures().isEmpty() && waiting.isEmpty()) {
      progress.reached(due);
    }
    return rebuilt;
  }

  private Run run(Set<String> waiting) {
    return new Run(press, () -> new Reading(articles, waiting));
  }

  private List<Spread> archives(List<Change> changes, Set<String> waiting) {
    var reading = new Reading(articles, waiting);
    return new ArrayList<>(Plan.of(changes, archives, edition, reading));
  }

  /// Ids of the changed articles whose own pages do not stand: no list is to link to them yet.
  private Set<String> waiting(List<Change> changes) {
    var left = changes.stream().filter(Change::published).toList();
    for (int n = 1; n <= LOOKS && !left.isEmpty(); n++) {
      if (n > 1) {
        Pause.before(n);
      }
      left =
          Together.all(left.stream().map(this::missing).toList()).stream()
              .flatMap(Optional::stream)
              .toList();
    }
    return left.stream().map(Change::id).collect(Collectors.toSet());
  }

  private Callable<Optional<Change>> missing(Change change) {
    return () -> press.look(change.pageKey()).isPresent() ? Optional.empty() : Optional.of(change);
  }
}
