package news.nashra.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScreeningTest {
  private static final Flag ONE = new Flag("one", "body", "1");
  private static final Flag TWO = new Flag("two", "body", "2");
  private static final Flag THREE = new Flag("three", "body", "3");

  @Test
  void aStageMayFindNothing() {
    assertThat(screen(draft("نص"), clean(), clean())).isEqualTo(new Finding.Clean());
  }

  @Test
  void suspectsAreGatheredInTheOrderOfTheStages() {
    assertThat(screen(draft("نص"), suspect(ONE, TWO), clean(), suspect(THREE)))
        .isEqualTo(new Finding.Suspect(List.of(ONE, TWO, THREE)));
  }

  @Test
  void whatIsBannedEndsTheScreening() {
    Stage never =
        draft -> {
          throw new AssertionError("a stage after the ban");
        };
    assertThat(screen(draft("نص"), suspect(ONE), banned(TWO), never))
        .isEqualTo(new Finding.Banned(List.of(ONE, TWO)));
  }

  @Test
  void aStageThatThrowsHoldsTheComment() {
    assertThat(screen(draft("نص"), new Broken(), clean()))
        .isEqualTo(new Finding.Suspect(List.of(new Flag("not-screened", "", "Broken"))));
  }

  @Test
  void aStageThatRunsOutOfStackHoldsTheComment() {
    assertThat(screen(draft("نص"), new Endless(), suspect(ONE)))
        .isEqualTo(new Finding.Suspect(List.of(new Flag("not-screened", "", "Endless"), ONE)));
  }

  @Test
  void aStageThatThrowsDoesNotSaveWhatIsBanned() {
    assertThat(screen(draft("نص"), new Broken(), banned(TWO)))
        .isEqualTo(new Finding.Banned(List.of(new Flag("not-screened", "", "Broken"), TWO)));
  }

  @Test
  void anErrorOfTheMachineIsNotSwallowed() {
    Stage starved =
        draft -> {
          throw new OutOfMemoryError("no memory");
        };
    assertThatThrownBy(() -> screen(draft("نص"), starved)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aFilledHoneypotBansBeforeAnythingElseIsLookedAt() {
    assertThat(Screening.ofEdition().screen(draft("shit, idiot", " http://spam.example\n ")))
        .isEqualTo(
            new Finding.Banned(List.of(new Flag("honeypot", "website", "http://spam.example"))));
  }

  @Test
  void aHoneypotHoldsEvenASpace() {
    assertThat(new Honeypot().screen(draft("نص", " ")))
        .isEqualTo(new Finding.Banned(List.of(new Flag("honeypot", "website", ""))));
    assertThat(new Honeypot().screen(draft("نص"))).isEqualTo(new Finding.Clean());
  }

  @Test
  void theEditionBansBeforeItSuspects() {
    assertThat(Screening.ofEdition().screen(draft("an idiot and a bitch: a.com b.com")))
        .isEqualTo(new Finding.Banned(List.of(new Flag("banned-word", "body", "bitch"))));
  }

  @Test
  void theEditionGathersSuspectWordsAndLinks() {
    assertThat(Screening.ofEdition().screen(draft("يا غبي: a.com b.com")))
        .isEqualTo(
            new Finding.Suspect(
                List.of(
                    new Flag("suspect-word", "body", "غبي"),
                    new Flag("links", "body", "a.com"),
                    new Flag("links", "body", "b.com"))));
  }

  @Test
  void theEditionLetsAnInnocentCommentPass() {
    assertThat(Screening.ofEdition().screen(draft("تقرير مفيد، شكرا: https://example.com/a")))
        .isEqualTo(new Finding.Clean());
  }

  private static Finding screen(CommentDraft draft, Stage... stages) {
    return new Screening(List.of(stages)).screen(draft);
  }

  private static CommentDraft draft(String body) {
    return draft(body, "");
  }

  private static CommentDraft draft(String body, String bait) {
    return new CommentDraft("سلمى", "s@example.org", "رأي", body, bait, new Proof.None());
  }

  private static Stage clean() {
    return draft -> new Finding.Clean();
  }

  private static Stage suspect(Flag... flags) {
    return draft -> new Finding.Suspect(List.of(flags));
  }

  private static Stage banned(Flag flag) {
    return draft -> new Finding.Banned(List.of(flag));
  }

  private static final class Broken implements Stage {
    @Override
    public Finding screen(CommentDraft draft) {
      throw new IllegalStateException("broken");
    }
  }

  private static final class Endless implements Stage {
    @Override
    public Finding screen(CommentDraft draft) {
      throw new StackOverflowError();
    }
  }
}
