package news.nashra.core.press;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// A breadth-first search through everything that can happen: every order of calls, with every
/// fault between them. The first trace that it finds is a shortest one.
///
/// @param states the number of different states found
/// @param quiet the number of quiet states among them, in which nothing runs and nothing is left to
///   be delivered
/// @param trace what happened, step by step, up to the state that was searched for
record Model(int states, int quiet, Optional<List<String>> trace) {

  private record Came(@Nullable State from, List<Object> words) {}

  /// Searches until `bad` holds for a step from one state to the next.
  static Model search(World world, BiPredicate<State, State> bad) {
    Map<State, Came> seen = new HashMap<>(1 << 16);
    var queue = new ArrayDeque<State>();
    var start = world.start();
    seen.put(start, new Came(null, List.of()));
    queue.add(start);
    int quiet = 0;
    while (!queue.isEmpty()) {
      var state = queue.remove();
      if (world.isQuiet(state)) {
        quiet++;
      }
      for (var move : world.moves(state)) {
        if (seen.putIfAbsent(move.to(), new Came(state, move.words())) == null) {
          queue.add(move.to());
        }
        if (bad.test(state, move.to())) {
          return new Model(seen.size(), quiet, Optional.of(trace(seen, state, move)));
        }
      }
    }
    return new Model(seen.size(), quiet, Optional.empty());
  }

  private static List<String> trace(Map<State, Came> seen, State last, World.Move move) {
    var steps = new ArrayList<String>();
    var came = new Came(last, move.words());
    while (came.from() != null) {
      steps.addFirst(came.words().stream().map(String::valueOf).collect(joining(" ")));
      came = Objects.requireNonNull(seen.get(came.from()));
    }
    return steps;
  }

  @Override
  public String toString() {
    return states
        + " states, "
        + quiet
        + " quiet"
        + trace.map(t -> "\n  " + String.join("\n  ", t)).orElse("");
  }
}
