package news.nashra.comments.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import news.nashra.comments.CommentsTable;
import news.nashra.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hash of a challenge covers its salt and its number, one written directly after the other.
/// Whoever could move characters between them could turn a signed salt into another one with a
/// later expiry, as in the libraries of
/// [GHSA-6gvq-jcmp-8959](https://github.com/advisories/GHSA-6gvq-jcmp-8959).
class SaltSplicingTest {
  private static final String ARTICLE = "01KJ4Z6V8G0000000000000001";

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private final Challenges challenges = new Challenges(() -> CommentsTable.KEYS, clock);

  @Test
  void theSaltIsTerminatedBeforeTheNumber() {
    assertThat(solution().path("salt").asText())
        .endsWith("&")
        .contains("article=" + ARTICLE)
        .contains("expires=" + clock.instant().plus(Challenges.LIFETIME).getEpochSecond());
  }

  @Test
  void digitsOfTheNumberCannotMoveIntoTheSalt() {
    var solution = solution();
    var salt = solution.path("salt").asText();
    var number = solution.path("number").asText();
    for (int digits = 1; digits < number.length(); digits++) {
      solution.put("number", Long.parseLong(number.substring(digits)));
      solution.put("salt", salt + number.substring(0, digits));
      assertThat(check(solution)).isEqualTo(ProofResult.invalid("altcha", "error.challenge.bad"));
      solution.put("salt", salt.replaceFirst("&$", number.substring(0, digits)));
      assertThat(check(solution)).isEqualTo(ProofResult.invalid("altcha", "error.challenge.bad"));
    }
  }

  @Test
  void digitsOfTheSaltCannotMoveIntoTheNumber() {
    var solution = solution();
    var salt = solution.path("salt").asText().replaceFirst("&$", "");
    var number = solution.path("number").asText();
    for (int digits = 1; digits <= 6; digits++) {
      int end = salt.length() - digits;
      solution.put("number", Long.parseLong(salt.substring(end).replaceAll("\\D", "0") + number));
      solution.put("salt", salt.substring(0, end));
      assertThat(check(solution)).isEqualTo(ProofResult.invalid("altcha", "error.challenge.bad"));
    }
  }

  @Test
  void theSaltCannotLoseItsEnd() {
    var solution = solution();
    var salt = solution.path("salt").asText();
    assertThat(check(solution.put("salt", salt.substring(0, salt.length() - 1))))
        .isEqualTo(ProofResult.invalid("altcha", "error.challenge.bad"));
    assertThat(check(solution.put("salt", salt + "&")))
        .isEqualTo(ProofResult.invalid("altcha", "error.challenge.bad"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires=99999999999&", "article=01KJ4Z6V8G0000000000000002&", "x=1&"})
  void parametersAfterTheSaltAreRefused(String more) {
    var solution = solution();
    var salt = solution.path("salt").asText() + more;
    solution.put("salt", salt);
    assertThat(check(solution)).isEqualTo(ProofResult.invalid("altcha", "error.challenge.bad"));
    solution.put("challenge", Solver.sha256(salt + solution.path("number").asText()));
    assertThat(check(solution)).isEqualTo(ProofResult.invalid("altcha", "error.challenge.bad"));
  }

  private ProofResult check(ObjectNode solution) {
    return challenges.check(Solver.payload(solution), ARTICLE);
  }

  /// A solution whose number has at least two digits.
  private ObjectNode solution() {
    var solution = Solver.solve(challenges.issue(ARTICLE, 500));
    return solution.path("number").asLong() < 10 ? solution() : solution;
  }
}
