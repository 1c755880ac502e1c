package news.nashra.core.press;

import static news.nashra.core.press.Step.ACKNOWLEDGE;
import static news.nashra.core.press.Step.LOOK;
import static news.nashra.core.press.Step.NOTE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules that actors follow. Each rule can be removed to see what it is for.
///
/// @param consumer the calls of the stream's consumer in their order; `LOOK` means the whole press
record Protocol(List<Step> consumer, Set<Rule> rules) {

  enum Rule {
    /// Looks at the page before it reads the truth.
    LOOK_BEFORE_READ,
    /// Puts with `If-Match`, or with `If-None-Match: *` if there was no page.
    CONDITIONAL_PUT,
    /// Deletes with `If-Match`.
    CONDITIONAL_DELETE,
    /// Reads the truth once more after creating or deleting a page.
    LOOK_BACK,
    /// The clock presses once more if AGAIN exists.
    PRESS_AGAIN,
    /// The clock waits for the maximum duration of a press after AGAIN's time.
    WAIT_FOR_EARLIER_PRESSES,
    /// The clock deletes AGAIN only if its time is still the one that was read.
    FORGET_IF_UNCHANGED,
    /// An earlier time does not replace a later one in AGAIN.
    AGAIN_ONLY_GROWS
  }

  static final Protocol WITH_LOOK_BACK =
      new Protocol(
          List.of(LOOK, ACKNOWLEDGE),
          EnumSet.of(Rule.LOOK_BEFORE_READ, Rule.CONDITIONAL_PUT, Rule.LOOK_BACK));

  static final Protocol WITH_CLOCK =
      new Protocol(
          List.of(NOTE, LOOK, ACKNOWLEDGE), EnumSet.complementOf(EnumSet.of(Rule.LOOK_BACK)));

  boolean has(Rule rule) {
    return rules.contains(rule);
  }

  Protocol without(Rule rule) {
    var fewer = EnumSet.copyOf(rules);
    fewer.remove(rule);
    return new Protocol(consumer, fewer);
  }

  Protocol consuming(Step... order) {
    return new Protocol(List.of(order), rules);
  }

  /// The first call of a press.
  Step pressing() {
    return has(Rule.LOOK_BEFORE_READ) ? Step.LOOK : Step.READ;
  }

  /// The consumer's next call after a call or after its press, if any.
  Optional<Step> consumerAfter(Step done) {
    int next = consumer.indexOf(done) + 1;
    return next < consumer.size() ? Optional.of(consumer.get(next)) : Optional.empty();
  }
}
