package news.nashra.core.press;

import java.time.Instant;
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
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Backoff;

/// Presses groups of pages: looks at all current pages, reads the truth once, composes everything
/// in memory, and then writes each page on condition that its current page has not changed. Because
/// the look comes before the reading, the last writer has also read last. A group that another
/// writer overtakes starts again on its own. A failure is reported and does not stop other groups.
///
/// Use an instance once, in one thread.
///
/// @param <R> the type of one reading of the truth
public final class PressRun<R> {
  /// Each time a group is overtaken, another writer has finished; eight times in a row is no
  /// coincidence.
  private static final int MAX_ROUNDS = 8;

  private final Press press;
  private final Supplier<R> reader;
  private final Map<String, PageResult> pages = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, Set<String>> discovered = new HashMap<>();

  /// @param reader reads the tables afresh at each call
  public PressRun(Press press, Supplier<R> reader) {
    this.press = press;
    this.reader = reader;
  }

  /// A group with at least one page that could not be pressed.
  ///
  /// @param group the name of the group
  public record Failure(String group, RuntimeException fault) {}

  /// The outcome of a run.
  public record Result(List<PageResult> pages, List<Failure> failures) {
    public Result {
      pages = List.copyOf(pages);
      failures = List.copyOf(failures);
    }

    /// Returns the pages, or throws the first failure if there is any.
    public List<PageResult> orThrow() {
      if (!failures.isEmpty()) {
        throw failures.getFirst().fault();
      }
      return pages;
    }
  }

  /// The pages that a group composed, and the look that came before.
  private record Composed(Look look, Map<String, Page> pages) {
    boolean complete() {
      return pages.keySet().stream().allMatch(look::covers);
    }

    /// Whether there is a page where there was none.
    boolean adds() {
      return pages.entrySet().stream()
          .anyMatch(page ->
              page.getValue() instanceof Page.Present && !look.found().containsKey(page.getKey()));
    }
  }

  /// Presses the groups of `first`, and then those of `then`, whose pages link to them. All at once
  /// if `first` adds no page: what is linked to is there, unless another writer removes it
  /// meanwhile.
  public Result press(Collection<PageGroup<R>> first, Collection<PageGroup<R>> then) {
    return press(first, then, look(concat(first, then)));
  }

  /// The same while it is found out which other groups belong to `first`.
  ///
  /// @param others finds them, while the run looks at the pages of the groups that are known. What
  ///   is in `then` stays there
  public Result press(
      Collection<PageGroup<R>> first,
      Supplier<? extends Collection<PageGroup<R>>> others,
      Collection<PageGroup<R>> then) {
    var known = concat(first, then);
    var names = known.stream().map(PageGroup::name).collect(Collectors.toSet());
    var looks = new LinkedHashMap<PageGroup<R>, Look>();
    var found =
        Parallel.both(
            () -> look(known),
            others::get,
            (looked, more) -> {
              looks.putAll(looked);
              return more.stream().filter(group -> !names.contains(group.name())).toList();
            });
    looks.putAll(look(found));
    return press(concat(first, found), then, looks);
  }

  private Result press(
      Collection<PageGroup<R>> before,
      Collection<PageGroup<R>> then,
      Map<PageGroup<R>, Look> looks) {
    var composed = compose(looks);
    if (before.stream().anyMatch(group -> mayAdd(group, composed))) {
      finish(before, composed);
      finish(then, composed);
    } else {
      finish(concat(before, then), composed);
    }
    return new Result(List.copyOf(pages.values()), failures);
  }

  private static <T> List<T> concat(Collection<T> first, Collection<T> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static <R> boolean mayAdd(PageGroup<R> group, Map<PageGroup<R>, Composed> composed) {
    var pages = composed.get(group);
    return pages == null || pages.adds();
  }

  public Result press(Collection<PageGroup<R>> groups) {
    return press(groups, List.of());
  }

  /// Presses a group whose pages most likely do not exist yet: the first round does not look.
  ///
  /// @param reading what the first round composes of
  /// @param at when that began to be read, or before
  public Result pressNew(PageGroup<R> group, R reading, Instant at) {
    var nothing = new Look(at, Set.copyOf(group.keys()), group.folders(), Map.of());
    finish(List.of(group), compose(Map.of(group, nothing), reading));
    return new Result(List.copyOf(pages.values()), failures);
  }

  /// Writes the composed pages of `groups`. Groups that were overtaken look and read again.
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

  /// Looks at the keys and folders of the groups. A group that fails is left out.
  private Map<PageGroup<R>, Look> look(Collection<PageGroup<R>> groups) {
    var at = press.now();
    var tasks = new ArrayList<Attempts.Task<List<PageGroup<R>>, FolderListing.Listed>>();
    for (var listing : FolderListing.of(folders(groups))) {
      var shown = groups.stream().filter(group -> listing.shows(group.folders())).toList();
      tasks.add(new Attempts.Task<>(shown, () -> listing.read(press)));
    }
    for (var group : groups) {
      for (var key : keys(group)) {
        if (group.folders().stream().noneMatch(key::startsWith)) {
          tasks.add(
              new Attempts.Task<>(
                  List.of(group), () -> new FolderListing.Listed(look(key), Map.of())));
        }
      }
    }
    var failed = new HashSet<PageGroup<R>>();
    var seen = new HashMap<PageGroup<R>, List<Map<String, StoredPage>>>();
    BiConsumer<PageGroup<R>, RuntimeException> failing =
        (group, fault) -> {
          failed.add(group);
          fail(group, fault);
        };
    Attempts.run(tasks, (some, fault) -> some.forEach(group -> failing.accept(group, fault)))
        .forEach(done -> {
          for (var group : done.group()) {
            var listed = done.result();
            seen.computeIfAbsent(group, g -> new ArrayList<>()).add(listed.pages());
            listed
                .faults()
                .forEach((folder, fault) -> {
                  if (group.folders().contains(folder)) {
                    failing.accept(group, fault);
                  }
                });
          }
        });
    var looks = new LinkedHashMap<PageGroup<R>, Look>();
    groups.stream()
        .filter(group -> !failed.contains(group))
        .forEach(group ->
            looks.put(
                group,
                Look.of(at, keys(group), group.folders(), seen.getOrDefault(group, List.of()))));
    return looks;
  }

  private static <R> List<String> folders(Collection<PageGroup<R>> groups) {
    return groups.stream().flatMap(group -> group.folders().stream()).distinct().toList();
  }

  private Map<String, StoredPage> look(String key) {
    return press.look(key).map(page -> Map.of(key, page)).orElse(Map.of());
  }

  private Set<String> keys(PageGroup<R> group) {
    var keys = new LinkedHashSet<>(group.keys());
    keys.addAll(discovered.getOrDefault(group.name(), Set.of()));
    return keys;
  }

  /// Reads the truth once and composes the groups that were looked at.
  private Map<PageGroup<R>, Composed> compose(Map<PageGroup<R>, Look> looks) {
    return looks.isEmpty() ? Map.of() : compose(looks, reader.get());
  }

  private Map<PageGroup<R>, Composed> compose(Map<PageGroup<R>, Look> looks, R reading) {
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

  /// Writes the pages of the groups and returns the groups that must start again.
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

  /// Adds a result. A page that was changed in an earlier round stays reported as changed.
  private void note(PageResult done) {
    pages.merge(
        done.key(), done, (before, now) -> before.changed() && !now.changed() ? before : now);
  }

  private void fail(PageGroup<R> group, RuntimeException fault) {
    failures.add(new Failure(group.name(), fault));
  }
}
