package news.nashra.homepage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.nashra.core.press.PressRun;
import news.nashra.core.press.Pressed;

/// What a rebuild did.
///
/// @param waiting ids of articles that are left out of the lists until their own pages are there
/// @param age of the homepage: how long ago it last said what the tables say; absent when nobody
///   knows
public record Rebuilt(
    List<Pressed> pages,
    List<PressRun.Failure> failures,
    Set<String> waiting,
    Optional<Duration> age) {
  public Rebuilt {
    pages = List.copyOf(pages);
    failures = List.copyOf(failures);
    waiting = Set.copyOf(waiting);
  }

  static Rebuilt of(Set<String> waiting) {
    return new Rebuilt(List.of(), List.of(), waiting, Optional.empty());
  }

  Rebuilt and(PressRun.Result result) {
    return new Rebuilt(
        Stream.concat(pages.stream(), result.pages().stream()).toList(),
        Stream.concat(failures.stream(), result.failures().stream()).toList(),
        waiting,
        age);
  }

  Rebuilt aged(Optional<Duration> homepage) {
    return new Rebuilt(pages, failures, waiting, homepage);
  }

  /// Whether the page at `key` was pressed and says what the tables say.
  boolean current(String key) {
    return pages.stream().filter(page -> page.key().equals(key)).anyMatch(Pressed::current);
  }

  /// Each page that is kept as it is, against what the tables say.
  List<Pressed.Kept> refused() {
    return pages.stream()
        .filter(Pressed.Kept.class::isInstance)
        .map(Pressed.Kept.class::cast)
        .toList();
  }

  public long count(Class<? extends Pressed> kind) {
    return pages.stream().filter(kind::isInstance).count();
  }
}
