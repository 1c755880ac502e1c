package news.nashra.comments.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Duration;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.core.KeyedHash;
import news.nashra.core.http.Json;
import news.nashra.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengesTest {
  private static final String ARTICLE = "01KJ4Z6V8G0000000000000001";
  private static final String OTHER = "01KJ4Z6V8G0000000000000002";
  private static final int MAX_NUMBER = 500;
  private static final ProofResult INVALID = ProofResult.invalid("altcha", "error.challenge.bad");

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private final Challenges challenges = new Challenges(() -> CommentsTable.KEYS, clock);

  @Test
  void aChallengeSaysWhatASolverNeeds() {
    var challenge = Json.read(Json.write(challenges.issue(ARTICLE, MAX_NUMBER)));
    assertThat(challenge.fieldNames())
        .toIterable()
        .containsExactly("algorithm", "challenge", "maxnumber", "salt", "signature");
    assertThat(challenge.path("algorithm").asText()).isEqualTo("SHA-256");
    assertThat(challenge.path("maxnumber").asInt()).isEqualTo(MAX_NUMBER);
  }

  @Test
  void aSolvedChallengeIsValidUntilItExpires() {
    var solution = solution();
    var good =
        new ProofResult.Valid(
            "altcha",
            solution.path("signature").asText(),
            clock.instant().plus(Challenges.LIFETIME),
            1);
    assertThat(check(solution)).isEqualTo(good);
    clock.move(Challenges.LIFETIME.minusSeconds(1));
    assertThat(check(solution)).isEqualTo(good);
    clock.move(Duration.ofSeconds(1));
    assertThat(check(solution)).isEqualTo(ProofResult.invalid("altcha", "error.challenge.expired"));
  }

  @Test
  void aChallengeIsForOneArticle() {
    assertThat(challenges.check(Solver.payload(solution()), OTHER))
        .isEqualTo(ProofResult.invalid("altcha", "error.challenge.article"));
  }

  @Test
  void theChallengeOfAnotherKeyIsRefused() {
    var others = new KeyedHash("another key of the tests, long enough");
    assertThat(
            new Challenges(() -> CommentKeys.of(others), clock)
                .check(Solver.payload(solution()), ARTICLE))
        .isEqualTo(INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "algorithm,SHA-1",
    "algorithm,SHA-512",
    "algorithm,sha-256",
    "challenge,00",
    "salt,00?article=01KJ4Z6V8G0000000000000001&expires=99999999999&",
    "signature,00",
    "signature,''",
    "number,'42'"
  })
  void aTamperedFieldIsRefused(String field, String value) {
    assertThat(check(solution().put(field, value))).isEqualTo(INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"algorithm", "challenge", "salt", "signature", "number"})
  void aMissingFieldIsRefused(String field) {
    var solution = solution();
    solution.remove(field);
    assertThat(check(solution)).isEqualTo(INVALID);
    assertThat(check(solution.putNull(field))).isEqualTo(INVALID);
  }

  @Test
  void anotherNumberIsRefused() {
    var solution = solution();
    long number = solution.path("number").asLong();
    assertThat(check(solution.put("number", number + 1))).isEqualTo(INVALID);
    assertThat(check(solution.put("number", -number - 1))).isEqualTo(INVALID);
    assertThat(check(solution.put("number", (double) number))).isEqualTo(INVALID);
    var same64Bits = BigInteger.TWO.pow(64).add(BigInteger.valueOf(number));
    assertThat(check(solution.put("number", same64Bits))).isEqualTo(INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "نص", "!", "eyJ", "e30=e30=", "a-_b"})
  void whatIsNotBase64IsRefused(String payload) {
    assertThat(challenges.check(payload, ARTICLE)).isEqualTo(INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "1", "\"x\"", "[]", "{}", "{", "{\"number\":{}}", "{}{}"})
  void jsonOfAnotherShapeIsRefused(String json) {
    assertThat(challenges.check(Solver.base64(json), ARTICLE)).isEqualTo(INVALID);
  }

  @Test
  void aDuplicateFieldIsRefused() {
    var json = solution().toString();
    assertThat(challenges.check(Solver.base64(json.replace("{", "{\"number\":1,")), ARTICLE))
        .isEqualTo(INVALID);
  }

  private ProofResult check(ObjectNode solution) {
    return challenges.check(Solver.payload(solution), ARTICLE);
  }

  private ObjectNode solution() {
    return Solver.solve(challenges.issue(ARTICLE, MAX_NUMBER));
  }
}
