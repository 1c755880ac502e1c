package news.nashra.core.press;

import static news.nashra.core.press.Content.A;
import static news.nashra.core.press.Content.B;
import static news.nashra.core.press.Content.NOTHING;
import static news.nashra.core.press.Content.WITHDRAWN;
import static news.nashra.core.press.Protocol.WITH_CLOCK;
import static news.nashra.core.press.Protocol.WITH_LOOK_BACK;
import static news.nashra.core.press.Step.ACKNOWLEDGE;
import static news.nashra.core.press.Step.LOOK;
import static news.nashra.core.press.Step.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.nashra.core.press.Protocol.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tries every order in which presses, the stream and the clock can make their calls for one page,
/// with every fault between them.
///
/// A protocol holds if the page matches the truth whenever all is quiet: the truth has gone through
/// its history, no function is running, every record is acknowledged and the item AGAIN is deleted.
class ModelTest {
  private static final int NO_FAULT = 0;

  private static final List<Content> THERE_AND_BACK = List.of(A, B, A);

  /// Never writes AGAIN, so only the conditions of S3 are left.
  private static final Protocol WITH_CONDITIONS = WITH_CLOCK.consuming(LOOK, ACKNOWLEDGE);

  static Stream<List<Content>> histories() {
    return Stream.of(
        THERE_AND_BACK, List.of(NOTHING, A, WITHDRAWN), List.of(A, NOTHING, A), List.of(A, B));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void withTheClockEveryPageMatchesTheTruthInTheEnd(List<Content> history) {
    assertHolds(quiet(WITH_CLOCK, history, World.ANY));
  }

  @Test
  void withoutTheClockAStalledPressOverwritesAPageThatChangedBack() {
    assertThat(quiet(WITH_LOOK_BACK, THERE_AND_BACK, NO_FAULT).trace().orElseThrow())
        .containsExactly(
            "the truth becomes B",
            "the stream delivers a record",
            "a press sees A",
            "a press reads B",
            "the truth becomes A",
            "the stream delivers a record",
            "a press sees A",
            "a press reads A",
            "the consumer sees A",
            "the consumer reads A",
            "the consumer acknowledges",
            "the consumer sees A",
            "the consumer reads A",
            "the consumer acknowledges",
            "a press puts B");
  }

  @Test
  void withoutTheClockAWithdrawnPageComesBackIfItsPressDies() {
    var history = List.of(NOTHING, A, WITHDRAWN);
    assertHolds(quiet(WITH_LOOK_BACK, history, NO_FAULT));
    assertThat(quiet(WITH_LOOK_BACK, history, 1).trace().orElseThrow())
        .containsExactly(
            "the truth becomes A",
            "the stream delivers a record",
            "a press sees NOTHING",
            "a press reads A",
            "the truth becomes WITHDRAWN",
            "the stream delivers a record",
            "a press sees NOTHING",
            "a press reads WITHDRAWN",
            "a press deletes the page",
            "the consumer sees NOTHING",
            "the consumer reads WITHDRAWN",
            "the consumer sees NOTHING",
            "the consumer reads WITHDRAWN",
            "the consumer deletes the page",
            "the consumer acknowledges",
            "the consumer deletes the page",
            "the consumer acknowledges",
            "a press puts A",
            "a press dies");
  }

  @Test
  void withoutTheClockAPageThatCameBackIsDeletedIfItsPressDies() {
    var history = List.of(A, NOTHING, A);
    assertHolds(quiet(WITH_LOOK_BACK, history, NO_FAULT));
    assertBreaks(quiet(WITH_LOOK_BACK, history, 1), "a press deletes the page", "a press dies");
  }

  @Test
  void theClockMustPress() {
    assertBreaks(
        quiet(WITH_CLOCK.without(Rule.PRESS_AGAIN), THERE_AND_BACK, NO_FAULT),
        "a press puts B",
        "the clock deletes AGAIN");
  }

  @Test
  void theClockMustWaitForEarlierPresses() {
    assertBreaks(
        quiet(WITH_CLOCK.without(Rule.WAIT_FOR_EARLIER_PRESSES), THERE_AND_BACK, NO_FAULT),
        "the clock reads A",
        "a press puts B");
  }

  @Test
  void aPressThatReadsBeforeItLooksOutlivesTheWait() {
    assertBreaks(
        quiet(WITH_CLOCK.without(Rule.LOOK_BEFORE_READ), THERE_AND_BACK, NO_FAULT),
        "a press reads B",
        "the clock finds AGAIN",
        "a press puts B");
  }

  @Test
  void theClockMustNotDeleteALaterAgain() {
    assertBreaks(
        quiet(WITH_CLOCK.without(Rule.FORGET_IF_UNCHANGED), THERE_AND_BACK, NO_FAULT),
        "the clock finds AGAIN",
        "the consumer writes AGAIN",
        "the clock reads A",
        "the consumer puts B",
        "the clock deletes AGAIN");
  }

  /// Two consumers run at once: one takes its time, stalls, and overwrites the time of the other.
  @Test
  void anEarlierTimeMustNotReplaceALaterOneInAgain() {
    assertBreaks(
        quiet(WITH_CLOCK.without(Rule.AGAIN_ONLY_GROWS), THERE_AND_BACK, NO_FAULT),
        "the consumer writes AGAIN",
        "the consumer writes AGAIN",
        "the clock finds AGAIN",
        "a press puts B");
  }

  @Test
  void aRecordMustNotBeAcknowledgedBeforeAgainIsWritten() {
    var hasty = WITH_CLOCK.consuming(ACKNOWLEDGE, NOTE, LOOK);
    assertHolds(quiet(hasty, THERE_AND_BACK, NO_FAULT));
    assertBreaks(quiet(hasty, THERE_AND_BACK, 1), "the consumer acknowledges", "the consumer dies");
  }

  /// The clock would repair the page, but only after the maximum duration of a press. With the
  /// condition, a page whose truth never repeats is right from its last write on.
  @Test
  void aPutWithoutConditionReplacesANewerPage() {
    var history = List.of(NOTHING, A, B);
    assertHolds(stays(WITH_CONDITIONS, history, World.ANY));
    assertBreaks(
        stays(WITH_CONDITIONS.without(Rule.CONDITIONAL_PUT), history, NO_FAULT), "a press puts A");
  }

  @Test
  void aDeletionWithoutConditionDeletesANewerPage() {
    var history = List.of(A, NOTHING, B);
    assertHolds(stays(WITH_CONDITIONS, history, World.ANY));
    assertBreaks(
        stays(WITH_CONDITIONS.without(Rule.CONDITIONAL_DELETE), history, NO_FAULT),
        "a press deletes the page");
  }

  /// Searches for a page that is wrong when all is quiet.
  private static Model quiet(Protocol protocol, List<Content> history, int faults) {
    var world = new World(protocol, history, faults);
    return Model.search(world, (before, now) -> world.isQuiet(now) && !world.isRight(now));
  }

  /// Searches for a page that is wrong when all is quiet, or that was right and becomes wrong
  /// again.
  private static Model stays(Protocol protocol, List<Content> history, int faults) {
    var world = new World(protocol, history, faults);
    return Model.search(
        world,
        (before, now) -> {
          boolean settled = world.isQuiet(now) || (world.isOver(before) && world.isRight(before));
          return settled && !world.isRight(now);
        });
  }

  private static void assertHolds(Model model) {
    assertThat(model.trace()).as("%s", model).isEmpty();
    assertThat(model.quiet()).as("quiet states, of %d", model.states()).isPositive();
  }

  private static void assertBreaks(Model model, String... steps) {
    assertThat(model.trace()).as("%s", model).isPresent();
    assertThat(model.trace().orElseThrow()).as("%s", model).containsSubsequence(steps);
  }
}
