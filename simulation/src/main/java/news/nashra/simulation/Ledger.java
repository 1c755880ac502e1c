package news.nashra.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people were told, to be compared with the tables.
final class Ledger {
  enum Outcome {
    ACKNOWLEDGED,
    /// Answered with 4xx.
    REFUSED,
    /// Others were faster until the person gave up.
    STALE,
    /// No answer, until the person gave up.
    LOST,
    /// The target of the operation was never known.
    SKIPPED
  }

  /// An operation and its outcome.
  ///
  /// @param id of the article, upload, comment or entry of live coverage; the last two begin with
  ///   that of their article and a space
  /// @param revision of the article or entry
  /// @param began number of the step in which it began
  record Entry(
      Operation operation, Outcome outcome, String id, long revision, long began, long ended) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, String> ids = new HashMap<>();
  private final Map<Integer, Integer> ended = new HashMap<>();

  void identify(int number, String id) {
    ids.put(number, id);
  }

  Optional<String> id(int number) {
    return Optional.ofNullable(ids.get(number));
  }

  void add(Entry entry) {
    entries.add(entry);
    ended.put(entry.operation().number(), entries.size());
  }

  boolean ended(int number) {
    return ended.containsKey(number);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  List<Entry> acknowledged(Operation.Kind... kinds) {
    return entries.stream()
        .filter(e -> e.outcome() == Outcome.ACKNOWLEDGED)
        .filter(e -> List.of(kinds).contains(e.operation().kind()))
        .toList();
  }

  long count(Outcome outcome) {
    return entries.stream().filter(e -> e.outcome() == outcome).count();
  }
}
