package news.nashra.core.press;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.nashra.core.aws.Backoff;

/// The press of groups of pages: one look at all that is there, one reading of the truth,
/// everything composed in memory, and only then written, each page on condition that the one which
/// was looked at is still there. Look first, truth second: whoever writes last has read last. A
/// group that another writer overtook begins again, alone. What fails is told, and holds up nothing
/// else.
///
/// One run is used once, by one thread.
///
/// @param <R> what one reading of the truth is
public final class PressRun<R> {
  /// Each overtaking means that another writer was done; eight in a row do not happen by chance.
  private static final int MAX_ROUNDS = 8;

  private final Press press;
  private final Supplier<R> reader;
  private final Map<String, PageResult> pages = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, Set<String>> discovered = new HashMap<>();

  /// @param reader a fresh look into the tables, each time
  public PressRun(Press press, Supplier<R> reader) {
    this.press = press;
    this.reader = reader;
  }

  /// A group of which at least one page could not be pressed.
  ///
  /// @param group its name
  public record Failure(String group, RuntimeException fault) {}

  /// What became of a run.
  public record Result(List<PageResult> pages, List<Failure> failures) {
    public Result {
      pages = List.copyOf(pages);
      failures = List.copyOf(failures);
    }

    /// The pages; throws the first failure, if there is any.
    public List<PageResult> orThrow() {
      if (!failures.isEmpty()) {
        throw failures.getFirst().fault();
      }
      return pages;
    }
  }

  /// What a group makes of the truth, and what was at its keys before.
  private record Composed(Look look, Map<String, Page> pages) {
    boolean complete() {
      return pages.keySet().stream().allMatch(look::covers);
    }
  }

  /// Presses the groups of `first`, and then those of `then`, which link to them.
  public Result press(Collection<PageGroup<R>> first, Collection<PageGroup<R>> then) {
    var all = Stream.concat(first.stream(), then.stream()).toList();
    var composed = compose(look(all));
    finish(first, composed);
    finish(then, composed);
    return new Result(List.copyOf(pages.values()), failures);
  }

  public Result press(Collection<PageGroup<R>> groups) {
    return press(groups, List.of());
  }

  /// Presses a group at whose keys most likely nothing is: the first round does not look.
  public Result pressNew(PageGroup<R> group) {
    var nothing = new Look(press.now(), Set.copyOf(group.keys()), group.folders(), Map.of());
    finish(List.of(group), compose(Map.of(group, nothing)));
    return new Result(List.copyOf(pages.values()), failures);
  }

  /// Writes what was composed of `groups`; those that were overtaken look and read again.
  private void finish(Collection<PageGroup<R>> groups, Map<PageGroup<R>, Composed> composed) {
    var left = write(groups, composed);
    for (int round = 1; !left.isEmpty() && round < MAX_ROUNDS; round++) {
      Backoff.beforeRetry(round);
      left = write(left, compose(look(left)));
    }
    for (var group : left) {
      var message = group.name() + " was written by others " + MAX_ROUNDS + " times";
      fail(group, new IllegalStateException(message));
    }
  }

  /// What is at the keys and in the folders of the groups; a group that fails is left out.
  private Map<PageGroup<R>, Look> look(Collection<PageGroup<R>> groups) {
    var at = press.now();
    var tasks = new ArrayList<Attempts.Task<PageGroup<R>, Map<String, StoredPage>>>();
    for (var group : groups) {
      group.folders().forEach(f -> tasks.add(new Attempts.Task<>(group, () -> press.list(f))));
      for (var key : keys(group)) {
        if (group.folders().stream().noneMatch(key::startsWith)) {
          tasks.add(new Attempts.Task<>(group, () -> look(key)));
        }
      }
    }
    var found = new LinkedHashMap<PageGroup<R>, Map<String, StoredPage>>();
    groups.forEach(group -> found.put(group, new HashMap<>()));
    var failed = new HashSet<PageGroup<R>>();
    Attempts.run(
            tasks,
            (group, fault) -> {
              failed.add(group);
              fail(group, fault);
            })
        .forEach(done ->
            found.computeIfAbsent(done.group(), g -> new HashMap<>()).putAll(done.result()));
    found.keySet().removeAll(failed);
    var looks = new LinkedHashMap<PageGroup<R>, Look>();
    found.forEach(
        (group, pages) -> looks.put(group, new Look(at, keys(group), group.folders(), pages)));
    return looks;
  }

  private Map<String, StoredPage> look(String key) {
    return press.look(key).map(page -> Map.of(key, page)).orElse(Map.of());
  }

  private Set<String> keys(PageGroup<R> group) {
    var keys = new LinkedHashSet<>(group.keys());
    keys.addAll(discovered.getOrDefault(group.name(), Set.of()));
    return keys;
  }

  /// Reads the truth once for all the groups that were looked at, and composes them.
  private Map<PageGroup<R>, Composed> compose(Map<PageGroup<R>, Look> looks) {
    if (looks.isEmpty()) {
      return Map.of();
    }
    var reading = reader.get();
    var tasks = new ArrayList<Attempts.Task<PageGroup<R>, Composed>>();
    looks.forEach((group, look) ->
        tasks.add(
            new Attempts.Task<>(
                group,
                () -> new Composed(look, group.composition().compose(reading, look.found())))));
    var composed = new HashMap<PageGroup<R>, Composed>();
    Attempts.run(tasks, this::fail).forEach(done -> composed.put(done.group(), done.result()));
    return composed;
  }

  /// Writes the pages of the groups; answers those that have to begin again.
  private List<PageGroup<R>> write(
      Collection<PageGroup<R>> groups, Map<PageGroup<R>, Composed> composed) {
    var again = new LinkedHashSet<PageGroup<R>>();
    var tasks = new ArrayList<Attempts.Task<PageGroup<R>, Optional<PageResult>>>();
    for (var group : groups) {
      var made = Optional.ofNullable(composed.get(group));
      if (made.isPresent() && !made.get().complete()) {
        discovered
            .computeIfAbsent(group.name(), name -> new LinkedHashSet<>())
            .addAll(new TreeMap<>(made.get().pages()).keySet());
        again.add(group);
      } else if (made.isPresent()) {
        var look = made.get().look();
        new TreeMap<>(made.get().pages())
            .forEach((key, page) ->
                tasks.add(new Attempts.Task<>(group, () -> press.write(key, page, look))));
      }
    }
    Attempts.run(tasks, this::fail)
        .forEach(done -> done.result().ifPresentOrElse(this::note, () -> again.add(done.group())));
    return List.copyOf(again);
  }

  /// A page that was written in an earlier round stays noted as written.
  private void note(PageResult done) {
    pages.merge(
        done.key(), done, (before, now) -> before.changed() && !now.changed() ? before : now);
  }

  private void fail(PageGroup<R> group, RuntimeException fault) {
    failures.add(new Failure(group.name(), fault));
  }
}
