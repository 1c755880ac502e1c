package news.nashra.homepage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Gatherers;
import news.nashra.articles.Change;
import news.nashra.articles.press.ArticlePress;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Log;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.homepage.archives.ArchivePageGroups;
import news.nashra.homepage.archives.ArchivePlan;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// The articles of a site and the archives that show them, slice by slice: to press them all again
/// ([RepressSite]), or to compare them all with the tables ([AuditSite]). Thread-safe.
final class SitePress {
  /// Changes in a slice. Pressing them takes a small part of the function's 900 s, however many
  /// articles an import changed at once. The slices of a million articles still fit into the [256
  /// KiB](https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html) of a state.
  private static final int MAX_CHANGES_PER_SLICE = 500;

  /// Articles, or groups of archives, that are pressed together, with all their pages in memory.
  private static final int GROUPS_PER_BATCH = 50;

  private final Edition edition;
  private final Table articles;
  private final Press press;
  private final ArticlePress articlePress;
  private final ArchivePageGroups archives;

  SitePress(Site site, Table articles, Table comments, Press press) {
    this.edition = site.edition();
    this.articles = articles;
    this.press = press;
    this.articlePress = new ArticlePress(articles, comments, press, site);
    this.archives = new ArchivePageGroups(site);
  }

  List<RepressSite.Slice> slices() {
    return slices(MAX_CHANGES_PER_SLICE);
  }

  /// The slices of at most `size` changes. Reads only the keys of the list, slice by slice.
  List<RepressSite.Slice> slices(int size) {
    var lists = new ArticleLists(articles, Set.of());
    var slices = new ArrayList<RepressSite.Slice>();
    var keys = lists.changeKeys(Optional.empty(), size);
    while (!keys.isEmpty()) {
      slices.add(new RepressSite.Slice(keys.getFirst(), keys.getLast()));
      keys = lists.changeKeys(Optional.of(keys.getLast()), size);
    }
    return slices;
  }

  /// What became of the pages of a slice.
  record Pressed(int articles, List<PageResult> pages) {}

  /// Throws if a page fails, after all other pages have been tried.
  Pressed press(RepressSite.Slice slice) {
    var changes = new ArticleLists(articles, Set.of()).changes(slice.from(), slice.to());
    var results =
        new ArrayList<>(inPortions(changes.stream().map(Change::id).toList(), articlePress::press));
    var led = ArchivePlan.led(changes, archives, edition, reads());
    results.addAll(inPortions(led, some -> new PressRun<>(press, this::reads).press(some)));
    var failures = results.stream().flatMap(result -> result.failures().stream()).toList();
    failures.forEach(failure -> Log.error(failure.group() + " not pressed", failure.fault()));
    if (!failures.isEmpty()) {
      throw failures.getFirst().fault();
    }
    return new Pressed(
        changes.size(), results.stream().flatMap(result -> result.pages().stream()).toList());
  }

  static <T> List<PressRun.Result> inPortions(
      List<T> all, Function<List<T>, PressRun.Result> press) {
    return all.stream().gather(Gatherers.windowFixed(GROUPS_PER_BATCH)).map(press).toList();
  }

  /// Leaves no article out. If an article whose page failed were left out of the lists, nobody
  /// would add it again; and the slice is tried again anyway.
  private ListReads reads() {
    return new ListReads(articles, Set.of());
  }
}
