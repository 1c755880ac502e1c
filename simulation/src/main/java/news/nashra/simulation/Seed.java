package news.nashra.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs the world of one seed and checks it.
final class Seed {
  private Seed() {}

  /// The result of a seed.
  ///
  /// @param faults found by the checks; empty if there are none
  record Result(
      long seed,
      List<Operation> history,
      List<String> faults,
      Map<Fate, Long> injected,
      List<Ledger.Entry> entries,
      long calls,
      List<String> trace) {
    /// A line for `failed-once.txt`: the seed and the operations that are kept.
    String line() {
      return seed
          + " "
          + history.stream()
              .map(operation -> Integer.toString(operation.number()))
              .collect(Collectors.joining(","));
    }

    /// The result without its trace, so that many fit into memory.
    Result withoutTrace() {
      return new Result(seed, history, faults, injected, entries, calls, List.of());
    }

    /// The name of the first check that failed; null if none did.
    @Nullable String check() {
      return faults.isEmpty() ? null : faults.getFirst().split(":", 2)[0];
    }
  }

  static Result run(long seed, Backend backend) {
    return run(seed, History.of(seed), backend);
  }

  static Result run(long seed, List<Operation> history, Backend backend) {
    var names = backend.newWorld();
    try {
      var world = new World(seed, history, backend, names);
      var failure = world.run();
      var faults = new ArrayList<>(world.overwrites().faults());
      failure.ifPresentOrElse(
          faults::add,
          () ->
              faults.addAll(
                  new Oracle(backend, names, world.clock()).check(world.ledger(), world.sights())));
      return new Result(
          seed,
          history,
          faults,
          world.faults().injected(),
          world.ledger().entries(),
          world.trace().size(),
          world.trace());
    } finally {
      backend.forget(names);
    }
  }
}
