package news.nashra.core.press;

import java.util.ArrayList;
import java.util.List;
import news.nashra.core.press.Actor.Role;
import news.nashra.core.press.Protocol.Rule;

/// A key of the bucket and its truth, which goes through `history`, and what may happen next.
///
/// @param faults the number of crashes, lost answers and 409s that may happen, or [#ANY]
record World(Protocol protocol, List<Content> history, int faults) {

  static final int ANY = Integer.MIN_VALUE;

  /// @param words parts of the sentence that says what happens
  record Move(State to, List<Object> words) {}

  State start() {
    return new State(0, history.getFirst().page(), 0, 0, faults, List.of());
  }

  Content truth(State state) {
    return history.get(state.changes());
  }

  boolean isOver(State state) {
    return state.changes() == history.size() - 1;
  }

  /// Whether nothing is running and nothing is left that would start an actor.
  boolean isQuiet(State state) {
    return isOver(state) && state.records() == 0 && state.again() == 0 && state.actors().isEmpty();
  }

  boolean isRight(State state) {
    return state.page() == truth(state).page();
  }

  List<Move> moves(State state) {
    var moves = new Moves(state.faults());
    for (var actor : state.actors()) {
      if (touchesNothing(state, actor.step())) {
        new Calls(this, state, actor).addTo(moves);
        return moves.list;
      }
    }
    if (!isOver(state)) {
      change(state, moves);
    }
    if (state.running(Role.CONSUMER) < state.records()) {
      var step = protocol.consumer().getFirst();
      moves.add(state.plus(consumer(state, step)), "the stream delivers a record");
    }
    if (state.again() != 0) {
      tick(state, moves);
    }
    for (var actor : state.actors()) {
      new Calls(this, state, actor).addTo(moves);
    }
    return moves.list;
  }

  /// Whether a call has the same effect at any time. Such a call is made at once, because every
  /// order with the calls of others leads to the same state.
  private boolean touchesNothing(State state, Step step) {
    return switch (step) {
      case ACKNOWLEDGE -> true;
      case READ, LOOK_BACK -> isOver(state);
      case LOOK, ASSUME, WRITE, NOTE, FORGET -> false;
    };
  }

  private void change(State state, Moves moves) {
    var after = state.changed();
    var press = Actor.starting(Role.EDITOR, protocol.pressing(), 0);
    moves.add(after.plus(press), "the truth becomes", truth(after));
    if (truth(state) == Content.NOTHING && press.step() == Step.LOOK) {
      moves.add(
          after.plus(press.to(Step.ASSUME)),
          "the truth becomes",
          truth(after),
          "by a first publish");
    }
  }

  /// The clock runs. After the maximum duration of a press, every actor that began before AGAIN's
  /// time is gone.
  private void tick(State state, Moves moves) {
    var now = state;
    if (protocol.has(Rule.WAIT_FOR_EARLIER_PRESSES)) {
      for (var actor : state.actors()) {
        now = 0 < actor.since() && actor.since() < state.again() ? now.minus(actor) : now;
      }
    }
    if (now.running(Role.CLOCK) == 0) {
      var step = protocol.has(Rule.PRESS_AGAIN) ? protocol.pressing() : Step.FORGET;
      moves.add(now.plus(Actor.starting(Role.CLOCK, step, state.again())), "the clock finds AGAIN");
    }
  }

  Actor consumer(State state, Step step) {
    return switch (step) {
      case NOTE -> Actor.starting(Role.CONSUMER, step, state.now());
      case LOOK -> Actor.starting(Role.CONSUMER, protocol.pressing(), 0);
      default -> Actor.starting(Role.CONSUMER, step, 0);
    };
  }

  /// What may happen next, including faults if any are left.
  static final class Moves {
    private final List<Move> list = new ArrayList<>();
    private final int faults;

    Moves(int faults) {
      this.faults = faults;
    }

    void add(State to, Object... words) {
      list.add(new Move(to.canonical(), List.of(words)));
    }

    void fault(State to, Object... words) {
      if (faults == ANY) {
        add(to, words);
      } else if (faults > 0) {
        add(to.withFaults(faults - 1), words);
      }
    }
  }
}
