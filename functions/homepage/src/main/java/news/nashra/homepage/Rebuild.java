package news.nashra.homepage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import news.nashra.articles.Change;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Instants;
import news.nashra.core.Once;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageGroup;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.homepage.archives.ArchivePageGroups;
import news.nashra.homepage.archives.ArchivePlan;
import news.nashra.homepage.archives.MonthCounting;
import news.nashra.homepage.fronts.FrontPageGroups;
import news.nashra.homepage.state.ListReads;
import news.nashra.homepage.state.MonthCounts;
import news.nashra.homepage.state.Progress;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.jspecify.annotations.Nullable;

/// Brings the pages of lists in line with the tables. It reads what changed since the last rebuild,
/// plans which archives that affects, and presses these and the fronts. If nothing changed, that
/// takes two queries. What cannot be pressed is remembered and holds up nothing else. Threads may
/// share it, and several processes may rebuild at the same time.
public final class Rebuild {
  /// Changes whose archives are composed before any of them is written.
  private static final int CHANGES_PER_BATCH = 200;

  /// Which fronts are checked.
  public enum Extent {
    /// What changed, and every quarter of an hour all fronts.
    CHANGED,

    /// All fronts as well, even if nothing is known to have changed.
    ALL,

    /// The same, and the index of the sitemaps, and the articles of each month are counted again.
    FULL,

    /// All fronts as well; they may lose articles without an explanation, this once.
    ALL_ACCEPTED
  }

  private final Table articles;
  private final Press press;
  private final Edition edition;
  private final FrontPageGroups fronts;
  private final ArchivePageGroups archives;
  private final MonthCounting counting;
  private final OwnPages ownPages;
  private final InstantSource clock;
  private final int articlesPerFront;

  /// From when on the last run followed changes.
  private final AtomicReference<@Nullable Instant> lastSince = new AtomicReference<>();

  /// When this instance last saw the homepage agree with the tables.
  private final AtomicReference<@Nullable Instant> lastCurrent = new AtomicReference<>();

  /// Whether the fixed pages were right once. They change only with the function; what else may
  /// happen to them, such as a last run of an earlier version of the function, is mended by the
  /// check of all fronts, a quarter of an hour later at most.
  private final AtomicBoolean fixedPagesSeen = new AtomicBoolean();

  public Rebuild(Table articles, Press press, Site site, InstantSource clock) {
    this(articles, press, site, clock, ListReads.ARTICLES_PER_FRONT);
  }

  /// @param articlesPerFront how many articles a full front shows
  public Rebuild(
      Table articles, Press press, Site site, InstantSource clock, int articlesPerFront) {
    this.articles = articles;
    this.press = press;
    this.edition = site.edition();
    this.fronts = new FrontPageGroups(articles, site);
    this.archives = new ArchivePageGroups(site);
    this.counting = new MonthCounting(articles, archives);
    this.ownPages = new OwnPages(press);
    this.clock = clock;
    this.articlesPerFront = articlesPerFront;
  }

  public RebuildResult run(Extent extent) {
    var now = clock.instant();
    var lists = new ArticleLists(articles, Set.of());
    var due = Progress.read(articles, lists, Optional.ofNullable(lastSince.get()));
    var progress = due.progress().alsoCurrentAt(Optional.ofNullable(lastCurrent.get()));
    lastSince.set(progress.since());
    var changes = due.changes();
    var remembered = remembered(progress, lists, changes);
    var over = progress.breaking().filter(news -> news.isOver(now, changes));
    over.ifPresent(news -> news.end(articles, news.editor(), Instants.now(clock)));
    var missing = new Once<>(() -> ownPages.missing(changes, remembered));
    var ready = remembered.stream().filter(change -> !missing.get().contains(change)).toList();
    boolean all = extent != Extent.CHANGED || progress.frontCheckDue(now);
    boolean shown =
        !all && over.isEmpty() && !progress.decidedSince() && progress.authors().isEmpty();
    if (changes.isEmpty() && ready.isEmpty() && shown) {
      return RebuildResult.NOTHING_PRESSED
          .withWaiting(ids(missing.get()))
          .withAge(Optional.of(Duration.ZERO));
    }
    var pass = new Pass(now, progress, missing);
    if (extent == Extent.FULL) {
      counting.recount(pass::reads);
    }
    return pass.run(ready, changes, fronts(now, extent, all), all);
  }

  private static Set<String> ids(List<Change> changes) {
    return changes.stream().map(Change::id).collect(Collectors.toSet());
  }

  /// The last changes of the waiting articles, except those that changed just now.
  private static List<Change> remembered(
      Progress progress, ArticleLists lists, List<Change> changes) {
    var ids = new ArrayList<>(progress.waiting().keySet());
    ids.removeAll(changes.stream().map(Change::id).toList());
    return ids.isEmpty() ? List.of() : lists.lastChanges(ids);
  }

  private List<PageGroup<ListReads>> fronts(Instant now, Extent extent, boolean all) {
    var groups = new ArrayList<>(fronts.all(now, extent == Extent.ALL_ACCEPTED));
    if (!all && fixedPagesSeen.get()) {
      groups.removeIf(group -> group.name().equals(FrontPageGroups.FIXED));
    }
    if (extent == Extent.FULL || (all && press.look(ArchivePageGroups.SITEMAP_INDEX).isEmpty())) {
      groups.add(archives.sitemapIndex());
    }
    return groups;
  }

  /// One pass over everything that is due.
  private final class Pass {
    private final Instant now;
    private final Progress progress;
    private final Once<List<Change>> missing;
    private RebuildResult rebuilt = RebuildResult.NOTHING_PRESSED;

    /// @param missing articles whose own pages do not exist; looked for while the first archives
    ///   are planned, if no article waited before
    Pass(Instant now, Progress progress, Once<List<Change>> missing) {
      this.now = now;
      this.progress = progress;
      this.missing = missing;
    }

    /// Follows the articles that waited and are ready now, and then the changes,
    /// [#CHANGES_PER_BATCH] at a time. The fronts, and the pages of authors whose records changed,
    /// come with the last changes; after their archives if one of these is new.
    RebuildResult run(
        List<Change> ready, List<Change> changes, List<PageGroup<ListReads>> fronts, boolean all) {
      ready.stream()
          .gather(Gatherers.windowFixed(CHANGES_PER_BATCH))
          .forEach(portion -> pressArchives(portion, List.of()));
      int from = 0;
      for (; from + CHANGES_PER_BATCH < changes.size(); from += CHANGES_PER_BATCH) {
        var portion = changes.subList(from, from + CHANGES_PER_BATCH);
        pressArchives(portion, List.of());
        Progress.store(
            articles, Progress.reached(portion, now), progress.frontsChecked(), progress.current());
      }
      var last =
          new ArrayList<>(progress.authors().keySet().stream().map(archives::author).toList());
      last.addAll(fronts);
      var result = pressArchives(changes.subList(from, changes.size()), last);
      if (result.failures().isEmpty()) {
        progress.forgetAuthors(articles, now);
        fixedPagesSeen.set(true);
      }
      boolean more = changes.size() == Progress.MAX_CHANGES_PER_REBUILD;
      var followed = more ? Progress.reached(changes, now) : now;
      var current =
          rebuilt.isCurrent("index.html") ? Optional.of(now) : progress.rightUntil(changes, now);
      lastCurrent.set(current.orElse(null));
      var checked = frontsChecked(result, fronts, all);
      if (checked.isEmpty()
          || !checked.equals(progress.frontsChecked())
          || progress.sparesReads(followed, changes)) {
        Progress.store(articles, followed, checked, current);
      }
      return rebuilt
          .withWaiting(ids(missing.get()))
          .withAge(current.map(at -> Duration.between(at, now)));
    }

    /// Presses the archives that changes affect, with or before `then`, and remembers what fails.
    /// It first looks at pages, plans the rest and counts the months of the changes, side by side;
    /// then it keeps the counts and reads what the pages show.
    private PressRun.Result pressArchives(List<Change> portion, List<PageGroup<ListReads>> then) {
      var plan = new ArchivePlan(portion, archives, edition);
      var result =
          portion.isEmpty() ? press(plan, then, this::reads) : pressAndCount(portion, plan, then);
      rebuilt = rebuilt.plus(result);
      remember(portion, plan, result);
      return result;
    }

    private PressRun.Result pressAndCount(
        List<Change> portion, ArchivePlan plan, List<PageGroup<ListReads>> then) {
      var counted =
          new Once<>(() -> counting.count(portion, progress.months(), all(), this::reads));
      var kept = new Once<>(() -> counting.keep(counted.get(), all(), this::reads));
      var first = new AtomicBoolean(true);
      Supplier<ListReads> reader =
          () -> {
            if (then.isEmpty()) {
              kept.get(); // no page of these shows them
            }
            return first.getAndSet(false) ? reads(() -> Optional.of(kept.get())) : reads();
          };
      var result =
          Parallel.both(
              counted::get, () -> press(plan, then, reader), (counts, pressed) -> pressed);
      kept.get(); // also if the page that shows them could not be looked at
      return result;
    }

    private PressRun.Result press(
        ArchivePlan plan, List<PageGroup<ListReads>> then, Supplier<ListReads> reader) {
      var groups = plan.groups();
      var names = groups.stream().map(PageGroup::name).collect(Collectors.toSet());
      return new PressRun<>(press, reader)
          .press(
              groups,
              () ->
                  Parallel.both(
                      missing::get,
                      () -> plan.addOthers(all(), this::reads, progress.followedArticles()),
                      (looked, others) -> others),
              then.stream().filter(group -> !names.contains(group.name())).toList());
    }

    private void remember(List<Change> portion, ArchivePlan plan, PressRun.Result result) {
      var waiting = new HashSet<>(ids(missing.get()));
      result.failures().forEach(failure -> waiting.addAll(plan.causes(failure.group())));
      for (var change : portion) {
        if (waiting.contains(change.id())) {
          Progress.remember(articles, change.id(), now);
        } else {
          progress.forget(articles, change.id());
        }
      }
    }

    private ListReads reads() {
      return new ListReads(articles, excluded(), articlesPerFront);
    }

    private ListReads reads(Supplier<Optional<MonthCounts>> monthCounts) {
      return new ListReads(articles, excluded(), articlesPerFront, monthCounts);
    }

    /// Looks for the missing pages again at each reading, because they are part of the truth: a
    /// page that has appeared in between is listed by whoever writes last.
    private Set<String> excluded() {
      return ids(ownPages.missing(missing.get()));
    }

    /// Reads the lists while it is not known yet which pages are missing.
    private ListReads all() {
      return new ListReads(articles, Set.of(), articlesPerFront);
    }

    /// When all fronts were last right: now, as before, or never.
    private Optional<Instant> frontsChecked(
        PressRun.Result result, List<PageGroup<ListReads>> fronts, boolean all) {
      var names = fronts.stream().map(PageGroup::name).toList();
      boolean wrong =
          result.failures().stream().anyMatch(failure -> names.contains(failure.group()))
              || result.pages().stream().anyMatch(PageResult.Kept.class::isInstance);
      return wrong ? Optional.empty() : all ? Optional.of(now) : progress.frontsChecked();
    }
  }
}
