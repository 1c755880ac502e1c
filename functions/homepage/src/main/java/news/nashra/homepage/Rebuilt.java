package news.nashra.homepage;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.nashra.core.press.Pressed;

/// What a rebuild did.
///
/// @param waiting ids of articles that are left out of the lists until their own pages stand
record Rebuilt(List<Pressed> pages, List<Failure> failures, Set<String> waiting) {
  Rebuilt {
    pages = List.copyOf(pages);
    failures = List.copyOf(failures);
    waiting = Set.copyOf(waiting);
  }

  /// A page that could not be pressed, or several that are composed together.
  record Failure(String name, RuntimeException fault) {}

  Rebuilt and(Rebuilt next) {
    return new Rebuilt(
        Stream.concat(pages.stream(), next.pages.stream()).toList(),
        Stream.concat(failures.stream(), next.failures.stream()).toList(),
        waiting);
  }

  /// Whether the page at `key` says what the tables say.
  boolean current(String key) {
    return pages.stream()
        .filter(page -> page.key().equals(key))
        .anyMatch(p -> p instanceof Pressed.Written || p instanceof Pressed.Unchanged);
  }

  /// Each page that is kept as it is, against what the tables say.
  List<Pressed.Kept> refused() {
    return pages.stream()
        .filter(Pressed.Kept.class::isInstance)
        .map(Pressed.Kept.class::cast)
        .toList();
  }

  long count(Class<? extends Pressed> kind) {
    return pages.stream().filter(kind::isInstance).count();
  }
}
