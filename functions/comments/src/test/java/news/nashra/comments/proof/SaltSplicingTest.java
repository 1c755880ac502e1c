package news.nashra.comments.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import news.nashra.comments.MovableClock;
import news.nashra.core.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hash of a challenge is that of its salt and its number, written one after the other: whoever
/// could move characters between them could make a new salt, and a later expiry, of a signed one.
/// [GHSA-6gvq-jcmp-8959](https://github.com/advisories/GHSA-6gvq-jcmp-8959) tells of libraries that
/// let them.
class SaltSplicingTest {
  private static final String ARTICLE = "01KJ4Z6V8G0000000000000001";

  private final MovableClock clock = new MovableClock();
  private final Challenges challenges =
      new Challenges(new KeyedHash("a key of the tests, long enough for it"), 500, clock);

  @Test
  void theSaltIsClosedBeforeTheNumber() {
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
  void moreParametersBehindTheSaltAreRefused(String more) {
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

  /// With a number of two digits at least.
  private ObjectNode solution() {
    var solution = Solver.solve(challenges.issue(ARTICLE));
    return solution.path("number").asLong() < 10 ? solution() : solution;
  }
}
