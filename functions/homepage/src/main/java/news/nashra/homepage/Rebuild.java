package news.nashra.homepage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.nashra.articles.Change;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageGroup;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.homepage.archives.ArchivePageGroups;
import news.nashra.homepage.archives.ArchivePlan;
import news.nashra.homepage.fronts.FrontPageGroups;
import news.nashra.homepage.state.ListReads;
import news.nashra.homepage.state.Progress;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Brings the pages of lists to what the tables say: sees what changed since the last time, plans
/// which archives that touches, and presses these and the fronts. Two queries tell that nothing
/// changed. What cannot be pressed now is remembered by itself and holds up nothing else.
public final class Rebuild {
  /// Changes whose archives are composed before any of them is written.
  private static final int TOGETHER = 200;

  /// How much is looked at.
  public enum Extent {
    /// What changed, and all fronts each quarter of an hour.
    CHANGED,

    /// All fronts too, whether something is known to have changed or not.
    ALL,

    /// All fronts too, which may lose news without an explanation, this once.
    ALL_ACCEPTED
  }

  private final Table articles;
  private final Press press;
  private final Edition edition;
  private final FrontPageGroups fronts;
  private final ArchivePageGroups archives;
  private final OwnPages ownPages;
  private final InstantSource clock;
  private final int items;

  public Rebuild(Table articles, Press press, Site site, InstantSource clock) {
    this(articles, press, site, clock, ListReads.ITEMS);
  }

  /// @param items how many articles a full front shows
  public Rebuild(Table articles, Press press, Site site, InstantSource clock, int items) {
    this.articles = articles;
    this.press = press;
    this.edition = site.edition();
    this.fronts = new FrontPageGroups(articles, site);
    this.archives = new ArchivePageGroups(site);
    this.ownPages = new OwnPages(press);
    this.clock = clock;
    this.items = items;
  }

  public RebuildResult run(Extent extent) {
    var now = clock.instant();
    var progress = Progress.read(articles);
    var lists = new ArticleLists(articles, Set.of());
    var changes = progress.changes(lists);
    var remembered = remembered(progress, lists, changes);
    var missing = ownPages.missing(changes, remembered);
    var ready = remembered.stream().filter(change -> !missing.contains(change)).toList();
    boolean all = extent != Extent.CHANGED || progress.lookDue(now);
    if (changes.isEmpty() && ready.isEmpty() && !all && !progress.pinnedSince()) {
      return RebuildResult.of(ids(missing)).aged(Optional.of(Duration.ZERO));
    }
    return new Pass(now, progress, missing).over(ready, changes, fronts(now, extent, all), all);
  }

  private static Set<String> ids(List<Change> changes) {
    return changes.stream().map(Change::id).collect(Collectors.toSet());
  }

  /// The last changes of the articles that wait, but for those that changed just now.
  private static List<Change> remembered(
      Progress progress, ArticleLists lists, List<Change> changes) {
    var ids = new ArrayList<>(progress.waiting().keySet());
    ids.removeAll(changes.stream().map(Change::id).toList());
    return ids.isEmpty() ? List.of() : lists.changesOf(ids);
  }

  private List<PageGroup<ListReads>> fronts(Instant now, Extent extent, boolean all) {
    var groups = new ArrayList<>(fronts.all(now, extent == Extent.ALL_ACCEPTED));
    if (all && press.look(ArchivePageGroups.SITEMAP_INDEX).isEmpty()) {
      groups.add(archives.sitemapIndex());
    }
    return groups;
  }

  /// One pass over what is due.
  private final class Pass {
    private final Instant now;
    private final Progress progress;
    private final List<Change> missing;
    private RebuildResult rebuilt;

    Pass(Instant now, Progress progress, List<Change> missing) {
      this.now = now;
      this.progress = progress;
      this.missing = missing;
      this.rebuilt = RebuildResult.of(ids(missing));
    }

    /// Follows what waited and is ready now, and the changes, a portion at a time; the fronts come
    /// with the last portion, after its archives.
    RebuildResult over(
        List<Change> ready, List<Change> changes, List<PageGroup<ListReads>> fronts, boolean all) {
      for (int from = 0; from < ready.size(); from += TOGETHER) {
        follow(ready.subList(from, Math.min(from + TOGETHER, ready.size())), List.of());
      }
      int from = 0;
      for (; from + TOGETHER < changes.size(); from += TOGETHER) {
        var portion = changes.subList(from, from + TOGETHER);
        follow(portion, List.of());
        Progress.store(
            articles, Progress.reached(portion, now), progress.looked(), progress.current());
      }
      var result = follow(changes.subList(from, changes.size()), fronts);
      boolean more = changes.size() == Progress.MOST;
      var followed = more ? Progress.reached(changes, now) : now;
      var current =
          rebuilt.current("index.html") ? Optional.of(now) : progress.rightUntil(changes, now);
      Progress.store(articles, followed, looked(result, fronts, all), current);
      return rebuilt.aged(current.map(at -> Duration.between(at, now)));
    }

    /// Presses the archives that changes touch, and `then`; what fails is remembered.
    private PressRun.Result follow(List<Change> portion, List<PageGroup<ListReads>> then) {
      var plan = ArchivePlan.of(portion, archives, edition, reading(), progress.plan());
      var groups = plan.stream().map(ArchivePlan.Planned::group).toList();
      var planned = groups.stream().map(PageGroup::name).collect(Collectors.toSet());
      var result =
          new PressRun<>(press, this::reading)
              .press(groups, then.stream().filter(g -> !planned.contains(g.name())).toList());
      rebuilt = rebuilt.and(result);
      remember(portion, plan, result);
      return result;
    }

    private void remember(
        List<Change> portion, List<ArchivePlan.Planned> plan, PressRun.Result result) {
      var failed =
          result.failures().stream().map(PressRun.Failure::group).collect(Collectors.toSet());
      var kept = new HashSet<>(ids(missing));
      plan.stream()
          .filter(planned -> failed.contains(planned.group().name()))
          .forEach(planned -> kept.addAll(planned.causes()));
      for (var change : portion) {
        if (kept.contains(change.id())) {
          Progress.remember(articles, change.id(), now);
        } else {
          progress.forget(articles, change.id());
        }
      }
    }

    /// What is missing is looked at again for each reading, since it is part of the truth: a page
    /// that came in between is listed by whoever writes last.
    private ListReads reading() {
      return new ListReads(articles, ids(ownPages.missing(missing)), items);
    }

    /// When all fronts were last right: now, as long ago as before, or never.
    private Optional<Instant> looked(
        PressRun.Result result, List<PageGroup<ListReads>> fronts, boolean all) {
      var names = fronts.stream().map(PageGroup::name).toList();
      boolean wrong =
          result.failures().stream().anyMatch(failure -> names.contains(failure.group()))
              || result.pages().stream().anyMatch(PageResult.Kept.class::isInstance);
      return wrong ? Optional.empty() : all ? Optional.of(now) : progress.looked();
    }
  }
}
