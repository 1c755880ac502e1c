package news.nashra.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The actors of a world, of which at most one runs at any time.
final class Stage {
  /// The real time after which an actor counts as hanging, far more than one call takes.
  private static final long HUNG_SECONDS = 180;

  private final SimulatedClock clock;
  private final Semaphore idle = new Semaphore(0);
  private final List<Actor> actors = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private @Nullable Actor last;
  private @Nullable String failure;
  private long steps;

  Stage(SimulatedClock clock) {
    this.clock = clock;
  }

  /// Starts an actor and runs it until its first stop.
  void start(String name, Runnable work) {
    var actor = new Actor(name, clock, idle, work);
    actors.add(actor);
    trace.add(name + " begins");
    actor.start();
    await(actor);
  }

  /// Runs an actor until its next stop.
  void resume(Actor actor, Fate fate) {
    steps++;
    trace.add(actor.name() + " " + actor.call() + " " + fate);
    last = actor;
    actor.resume(fate);
    await(actor);
  }

  private void await(Actor actor) {
    try {
      if (!idle.tryAcquire(HUNG_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(actor.name() + " hangs: " + trace.getLast());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    if (actor.done()) {
      actors.remove(actor);
      actor
          .failure()
          .filter(fault -> failure == null)
          .ifPresent(fault -> failure = actor.name() + " failed: " + fault);
    }
  }

  /// The actors that may run now, in the order in which they were started.
  List<Actor> ready() {
    return actors.stream().filter(a -> a.notBefore() <= clock.millis()).toList();
  }

  /// When the next actor may run.
  OptionalLong earliest() {
    return actors.stream().mapToLong(Actor::notBefore).min();
  }

  Optional<Actor> last() {
    return Optional.ofNullable(last);
  }

  List<Actor> actors() {
    return actors;
  }

  long steps() {
    return steps;
  }

  /// All steps: the actor, its call and its fate.
  List<String> trace() {
    return trace;
  }

  /// The first actor that failed with an exception.
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }
}
