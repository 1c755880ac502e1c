package news.nashra.core.press;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The state of the world at one moment.
///
/// @param changes the number of changes of the history that have happened
/// @param page what the bucket has
/// @param records the number of records of the stream that are not acknowledged
/// @param again the time in the item AGAIN, 0 if there is none
/// @param faults the number of faults that may still happen
record State(int changes, Content page, int records, int again, int faults, List<Actor> actors) {

  private static final Comparator<Actor> ORDER = Comparator.comparingInt(Actor::code);

  State with(Content newPage) {
    return new State(changes, newPage, records, again, faults, actors);
  }

  State withRecords(int newRecords) {
    return new State(changes, page, newRecords, again, faults, actors);
  }

  State withAgain(int time) {
    return new State(changes, page, records, time, faults, actors);
  }

  State withActors(List<Actor> newActors) {
    return new State(changes, page, records, again, faults, newActors);
  }

  State changed() {
    return new State(changes + 1, page, records + 1, again, faults, actors);
  }

  State withFaults(int left) {
    return new State(changes, page, records, again, left, actors);
  }

  State plus(Actor actor) {
    var more = new ArrayList<>(actors);
    more.add(actor);
    return withActors(more);
  }

  State minus(Actor actor) {
    var fewer = new ArrayList<>(actors);
    fewer.remove(actor);
    return withActors(fewer);
  }

  State replacing(Actor actor, Actor next) {
    var same = new ArrayList<>(actors);
    same.set(same.indexOf(actor), next);
    return withActors(same);
  }

  int running(Actor.Role role) {
    int n = 0;
    for (var a : actors) {
      n += a.role() == role ? 1 : 0;
    }
    return n;
  }

  /// A time later than all others.
  int now() {
    int latest = again;
    for (var a : actors) {
      latest = Math.max(latest, Math.max(a.looked(), a.at()));
    }
    return latest + 1;
  }

  /// The same state for all states that behave alike: actors in one order, and times reduced to
  /// what matters, namely which looks came before which times that AGAIN has or may get.
  State canonical() {
    int times = again == 0 ? 0 : 1 << again;
    for (var a : actors) {
      times |= a.step() == Step.NOTE ? 1 << a.at() : 0;
    }
    var ranked = new ArrayList<Actor>(actors.size());
    for (var a : actors) {
      ranked.add(
          a.withTimes(
              a.looked() == 0 ? 0 : 2 * earlier(times, a.looked()) + 1, rank(times, a.at())));
    }
    ranked.sort(ORDER);
    return new State(changes, page, records, rank(times, again), faults, List.copyOf(ranked));
  }

  private static int rank(int times, int at) {
    return (times >> at & 1) == 0 ? 0 : 2 * earlier(times, at) + 2;
  }

  private static int earlier(int times, int than) {
    return Integer.bitCount(times & ((1 << than) - 1));
  }
}
