package news.nashra.homepage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.PressRun;

/// What a rebuild did. Immutable.
///
/// @param waiting ids of articles that are left out of the lists until their own pages exist
/// @param age of the homepage: how long ago it last agreed with the tables; absent when that is not
///   known
public record RebuildResult(
    List<PageResult> pages,
    List<PressRun.Failure> failures,
    Set<String> waiting,
    Optional<Duration> age) {
  public RebuildResult {
    pages = List.copyOf(pages);
    failures = List.copyOf(failures);
    waiting = Set.copyOf(waiting);
  }

  static final RebuildResult NOTHING_PRESSED =
      new RebuildResult(List.of(), List.of(), Set.of(), Optional.empty());

  RebuildResult plus(PressRun.Result result) {
    return new RebuildResult(
        Stream.concat(pages.stream(), result.pages().stream()).toList(),
        Stream.concat(failures.stream(), result.failures().stream()).toList(),
        waiting,
        age);
  }

  RebuildResult withWaiting(Set<String> articles) {
    return new RebuildResult(pages, failures, articles, age);
  }

  RebuildResult withAge(Optional<Duration> homepage) {
    return new RebuildResult(pages, failures, waiting, homepage);
  }

  /// Whether the page at `key` was pressed and agrees with the tables.
  boolean isCurrent(String key) {
    return pages.stream().filter(page -> page.key().equals(key)).anyMatch(PageResult::current);
  }

  /// Whether all pages were right before, as far as the tables tell.
  boolean foundNothingToDo() {
    return pages.isEmpty() && failures.isEmpty();
  }

  /// The pages that were kept although they differ from the tables.
  List<PageResult.Kept> refused() {
    return pages.stream()
        .filter(PageResult.Kept.class::isInstance)
        .map(PageResult.Kept.class::cast)
        .toList();
  }

  public long count(Class<? extends PageResult> kind) {
    return pages.stream().filter(kind::isInstance).count();
  }
}
