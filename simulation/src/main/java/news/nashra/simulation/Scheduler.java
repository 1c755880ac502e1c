package news.nashra.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/// Decides which actor runs next and what happens to its call.
final class Scheduler {
  /// How often a write that was kept at the gate ends without an answer.
  private static final double STALLED_WRITES_UNANSWERED = 0.4;

  private static final Duration SDK_GIVES_UP = Duration.ofSeconds(8);

  private final SplittableRandom random;
  private final Pace pace;
  private final SimulatedClock clock;
  private final Stage stage;
  private final Faults faults;

  Scheduler(SplittableRandom random, Pace pace, SimulatedClock clock, Stage stage, Faults faults) {
    this.random = random;
    this.pace = pace;
    this.clock = clock;
    this.stage = stage;
    this.faults = faults;
  }

  /// Lets one actor go on from the gate, or keeps it there. If none is ready, moves the clock to
  /// when one is.
  void next() {
    var ready = stage.ready();
    if (ready.isEmpty()) {
      stage.earliest().ifPresent(at -> clock.move(Duration.ofMillis(at - clock.millis() + 1)));
      return;
    }
    var last = stage.last().filter(ready::contains);
    var actor =
        last.isPresent() && random.nextDouble() < pace.sticky()
            ? last.get()
            : ready.get(random.nextInt(ready.size()));
    if (!faults.areOver()
        && !actor.stalled()
        && random.nextDouble() < pace.stallsOf(actor.call())) {
      actor.stall(Duration.ofMillis(random.nextInt(pace.storm() ? 8_000 : 10_000)));
      return;
    }
    stage.resume(actor, fate(actor));
  }

  private Fate fate(Actor actor) {
    if (!faults.areOver() && actor.overdue()) {
      return faults.killed(actor);
    }
    if (faults.areOver() || actor.call().service() == Call.Service.NOBODY) {
      return Fate.DONE;
    }
    boolean unanswered =
        !pace.storm()
            && actor.stalled()
            && actor.call().writes()
            && random.nextDouble() < STALLED_WRITES_UNANSWERED;
    return unanswered || actor.heldFor(SDK_GIVES_UP) ? faults.late(actor) : faults.decide(actor);
  }
}
