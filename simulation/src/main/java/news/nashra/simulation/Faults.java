package news.nashra.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The faults of one seed: how many, and of which kinds. The fate of a call depends only on the
/// seed, its actor and its keys, so that it stays the same when other actors are left out.
final class Faults {
  private static final double[] RATES = {0, 0.01, 0.03, 0.08, 0.15};

  /// Some seeds have a sore spot, where half of the writes fail as long as there are faults.
  private static final List<List<String>> SORE_SPOTS =
      List.of(List.of("AGAIN/", "index.html"), List.of("HOMEPAGE/"), List.of("index.html"));

  private final long seed;
  private final double rate;
  private final List<Fate> mix = new ArrayList<>();
  private final Map<String, Integer> repeated = new HashMap<>();
  private final Map<Fate, Long> injected = new EnumMap<>(Fate.class);
  private final List<String> sore;
  private boolean over;

  Faults(long seed) {
    this.seed = seed;
    var random = Chance.of(seed, "faults");
    this.rate = RATES[random.nextInt(RATES.length)];
    this.sore =
        random.nextInt(4) == 0 ? SORE_SPOTS.get(random.nextInt(SORE_SPOTS.size())) : List.of();
    for (var fate : Fate.values()) {
      int weight = fate == Fate.DONE ? 0 : Math.max(0, random.nextInt(6) - 1);
      for (int i = 0; i < weight; i++) {
        mix.add(fate);
      }
    }
  }

  /// Ends all faults.
  void end() {
    over = true;
  }

  boolean areOver() {
    return over;
  }

  Fate decide(Actor actor) {
    var call = actor.call();
    if (over || mix.isEmpty() || call.service() == Call.Service.NOBODY) {
      return Fate.DONE;
    }
    var random = random(actor, call);
    if (call.writes() && sore.stream().anyMatch(call.target()::contains) && random.nextBoolean()) {
      return count(Fate.NOT_DONE);
    }
    return random.nextDouble() < (call.writes() ? 2 * rate : rate)
        ? count(possible(mix.get(random.nextInt(mix.size())), call))
        : Fate.DONE;
  }

  /// The fate of a call that was held until the SDK gave up or its caller was killed.
  Fate late(Actor actor) {
    var random = random(actor, actor.call());
    var made = random.nextBoolean() ? Fate.LOST : Fate.KILLED_AFTER;
    return count(possible(random.nextInt(3) > 0 ? made : Fate.NOT_DONE, actor.call()));
  }

  /// The fate of the current call of an invocation that ran out of time.
  Fate killed(Actor actor) {
    boolean made = random(actor, actor.call()).nextBoolean();
    return count(
        made && actor.call().service() != Call.Service.NOBODY
            ? Fate.KILLED_AFTER
            : Fate.KILLED_BEFORE);
  }

  Map<Fate, Long> injected() {
    return injected;
  }

  /// The fate that a call may have: a lost read was not made, and only writes meet conflicts.
  private static Fate possible(Fate fate, Call call) {
    return switch (fate) {
      case LOST, TWICE -> call.writes() ? fate : Fate.NOT_DONE;
      case CONFLICT -> call.writes() && !call.name().startsWith("delete") ? fate : Fate.UNAVAILABLE;
      default -> fate;
    };
  }

  private Fate count(Fate fate) {
    injected.merge(fate, 1L, Long::sum);
    return fate;
  }

  private SplittableRandom random(Actor actor, Call call) {
    var what = actor.name() + " " + call;
    return Chance.of(seed, what + " " + repeated.merge(what, 1, Integer::sum));
  }
}
