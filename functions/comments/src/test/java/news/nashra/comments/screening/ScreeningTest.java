package news.nashra.comments.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import news.nashra.comments.Flag;
import org.junit.jupiter.api.Test;

class ScreeningTest {
  private static final Flag ONE = new Flag("one", "body", "1");
  private static final Flag TWO = new Flag("two", "body", "2");
  private static final Flag THREE = new Flag("three", "body", "3");

  @Test
  void aStageMayFindNothing() {
    assertThat(screen(comment("نص"), clean(), clean())).isEqualTo(new ScreeningResult.Clean());
  }

  @Test
  void suspectsAreGatheredInTheOrderOfTheStages() {
    assertThat(screen(comment("نص"), suspect(ONE, TWO), clean(), suspect(THREE)))
        .isEqualTo(new ScreeningResult.Suspect(List.of(ONE, TWO, THREE)));
  }

  @Test
  void aStageGivesAtMostTenFlagsAndAllOfThemTwenty() {
    var many = Collections.nCopies(212, TWO).toArray(Flag[]::new);
    assertThat(screen(comment("نص"), suspect(many), suspect(THREE)).flags())
        .hasSize(11)
        .endsWith(THREE);
    assertThat(screen(comment("نص"), suspect(many), suspect(many), suspect(many)).flags())
        .hasSize(Flag.MAX_FLAGS);
    var banned = screen(comment("نص"), suspect(many), suspect(many), banned(ONE));
    assertThat(banned).isInstanceOf(ScreeningResult.Banned.class);
    assertThat(banned.flags()).hasSize(Flag.MAX_FLAGS).endsWith(ONE);
  }

  @Test
  void aCommentOfNothingButLinksHasTwentyFlagsAtMost() {
    var links = "a.co ".repeat(400);
    var words = "idiot liar moron scum stupid traitor viagra crypto bastard faggot liars ";
    assertThat(Screening.ofEdition().screen(comment(words + links)).flags())
        .hasSize(Flag.MAX_FLAGS)
        .extracting(Flag::rule)
        .contains("suspect-word", "links");
  }

  @Test
  void aBannedCommentEndsTheScreening() {
    Stage never =
        comment -> {
          throw new AssertionError("a stage after the ban");
        };
    assertThat(screen(comment("نص"), suspect(ONE), banned(TWO), never))
        .isEqualTo(new ScreeningResult.Banned(List.of(ONE, TWO)));
  }

  @Test
  void aBannedWordThatIsPaddedIsBanned() {
    for (var unseen :
        List.of("\u200D", "\u200C", "\u00AD", "\uFE0F", "\u200F", "\u034F", "\u0640")) {
      var padded = "f" + unseen.repeat(3600) + "uck" + unseen.repeat(1300);
      var screened = Screening.ofEdition().screen(Candidates.of("Salma", "Title", padded, ""));
      assertThat(screened).isInstanceOf(ScreeningResult.Banned.class);
      assertThat(screened.flags()).extracting(Flag::rule).containsExactly("banned-word");
    }
  }

  @Test
  void aStageThatThrowsHoldsTheComment() {
    assertThat(screen(comment("نص"), new Broken(), clean()))
        .isEqualTo(new ScreeningResult.Suspect(List.of(new Flag("not-screened", "", "Broken"))));
  }

  @Test
  void aStageThatRunsOutOfStackHoldsTheComment() {
    assertThat(screen(comment("نص"), new Endless(), suspect(ONE)))
        .isEqualTo(
            new ScreeningResult.Suspect(List.of(new Flag("not-screened", "", "Endless"), ONE)));
  }

  @Test
  void aStageThatThrowsDoesNotSaveABannedComment() {
    assertThat(screen(comment("نص"), new Broken(), banned(TWO)))
        .isEqualTo(
            new ScreeningResult.Banned(List.of(new Flag("not-screened", "", "Broken"), TWO)));
  }

  @Test
  void aVirtualMachineErrorIsNotSwallowed() {
    Stage starved =
        comment -> {
          throw new OutOfMemoryError("no memory");
        };
    assertThatThrownBy(() -> screen(comment("نص"), starved)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aFilledHoneypotBansBeforeAnyOtherStage() {
    assertThat(Screening.ofEdition().screen(comment("shit, idiot", " http://spam.example\n ")))
        .isEqualTo(
            new ScreeningResult.Banned(
                List.of(new Flag("honeypot", "website", "http://spam.example"))));
  }

  @Test
  void evenASpaceInTheHoneypotBans() {
    assertThat(new Honeypot().screen(comment("نص", " ")))
        .isEqualTo(new ScreeningResult.Banned(List.of(new Flag("honeypot", "website", ""))));
    assertThat(new Honeypot().screen(comment("نص"))).isEqualTo(new ScreeningResult.Clean());
  }

  @Test
  void theEditionBansBeforeItSuspects() {
    assertThat(Screening.ofEdition().screen(comment("an idiot and an asshole: a.com b.com")))
        .isEqualTo(new ScreeningResult.Banned(List.of(new Flag("banned-word", "body", "asshole"))));
  }

  @Test
  void theEditionGathersSuspectWordsAndLinks() {
    assertThat(Screening.ofEdition().screen(comment("يا غبي: a.com b.com")))
        .isEqualTo(
            new ScreeningResult.Suspect(
                List.of(
                    new Flag("suspect-word", "body", "غبي"),
                    new Flag("links", "body", "a.com"),
                    new Flag("links", "body", "b.com"))));
  }

  @Test
  void theEditionLetsAnInnocentCommentPass() {
    assertThat(Screening.ofEdition().screen(comment("تقرير مفيد، شكرا: https://example.com/a")))
        .isEqualTo(new ScreeningResult.Clean());
  }

  private static ScreeningResult screen(Candidate comment, Stage... stages) {
    return new Screening(List.of(stages)).screen(comment);
  }

  private static Candidate comment(String body) {
    return comment(body, "");
  }

  private static Candidate comment(String body, String honeypot) {
    return Candidates.of("سلمى", "رأي", body, honeypot);
  }

  private static Stage clean() {
    return comment -> new ScreeningResult.Clean();
  }

  private static Stage suspect(Flag... flags) {
    return comment -> new ScreeningResult.Suspect(List.of(flags));
  }

  private static Stage banned(Flag flag) {
    return comment -> new ScreeningResult.Banned(List.of(flag));
  }

  private static final class Broken implements Stage {
    @Override
    public ScreeningResult screen(Candidate comment) {
      throw new IllegalStateException("broken");
    }
  }

  private static final class Endless implements Stage {
    @Override
    public ScreeningResult screen(Candidate comment) {
      throw new StackOverflowError();
    }
  }
}
