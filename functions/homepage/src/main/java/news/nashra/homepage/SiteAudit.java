package news.nashra.homepage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.homepage.archives.ArchivePageGroups;
import news.nashra.homepage.fronts.FrontPageGroups;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Site;

/// Compares the pages of a site with its tables, and writes nothing.
///
/// A page may differ for a moment, because its article has just changed. So a page counts only if
/// it differs twice, [#TIME_TO_FOLLOW] apart, and nobody has written it in between. Thread-safe.
final class SiteAudit {
  /// The time in which the pages follow any change: a press has ended a minute after its look, the
  /// schedule comes each minute, and half a minute is left over.
  static final Duration TIME_TO_FOLLOW = Press.MAX_DURATION.plusSeconds(90);

  /// Keys that are looked at together, or up to a thousand more.
  private static final int MAX_KEYS = 10_000;

  private final Table articles;
  private final Press comparing;
  private final SitePress site;
  private final FrontPageGroups fronts;
  private final ArchivePageGroups archives;
  private final StrayPages strays;
  private final InstantSource clock;

  /// @param comparing a [Press#comparing]
  SiteAudit(Site site, Table articles, Table comments, Press comparing, InstantSource clock) {
    this.articles = articles;
    this.comparing = comparing;
    this.site = new SitePress(site, articles, comments, comparing);
    this.fronts = new FrontPageGroups(articles, site);
    this.archives = new ArchivePageGroups(site);
    this.clock = clock;
    var keys =
        fronts.all(clock.instant(), true).stream()
            .flatMap(group -> group.keys().stream())
            .collect(Collectors.toSet());
    keys.add(ArchivePageGroups.SITEMAP_INDEX);
    this.strays = new StrayPages(site, articles, comparing, keys);
  }

  /// Waits between two comparisons.
  interface Pause {
    void await();
  }

  List<RepressSite.Slice> slices() {
    return site.slices();
  }

  /// The pages of the articles in a slice, and the archives whose newest article is one of them, or
  /// that have none left.
  List<PageResult.Differs> slice(RepressSite.Slice slice, Pause pause) {
    return lasting(() -> differing(site.press(slice).pages()), pause);
  }

  /// The fronts, feeds and fixed pages, and the index of the sitemaps. Not the news sitemap: it
  /// changes with time alone.
  List<PageResult.Differs> fronts(Pause pause) {
    return lasting(
        () -> {
          var run = new PressRun<>(comparing, () -> new ListReads(articles, Set.of()));
          var groups = new ArrayList<>(fronts.timeless(clock.instant()));
          groups.add(archives.sitemapIndex());
          return differing(run.press(groups).orThrow());
        },
        pause);
  }

  /// What was found among some keys.
  ///
  /// @param last the last of the keys; absent if there were none
  record Portion(List<PageResult.Differs> strays, Optional<String> last) {}

  /// The pages that should not exist among the next keys after `after`.
  Portion strays(String after, Pause pause) {
    var keys = new ArrayList<String>();
    var next = comparing.keysAfter(after);
    while (!next.isEmpty()) {
      keys.addAll(next);
      next = keys.size() < MAX_KEYS ? comparing.keysAfter(keys.getLast()) : List.of();
    }
    return new Portion(
        lasting(() -> strays.among(keys), pause),
        keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast()));
  }

  private static List<PageResult.Differs> lasting(
      Supplier<List<PageResult.Differs>> compare, Pause pause) {
    var first = new LinkedHashSet<>(compare.get());
    if (!first.isEmpty()) {
      pause.await();
      first.retainAll(compare.get());
    }
    return List.copyOf(first);
  }

  /// Those of some pages that differ.
  static List<PageResult.Differs> differing(List<PageResult> pages) {
    return pages.stream()
        .filter(PageResult.Differs.class::isInstance)
        .map(PageResult.Differs.class::cast)
        .toList();
  }
}
