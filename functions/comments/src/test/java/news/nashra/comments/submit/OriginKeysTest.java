package news.nashra.comments.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginKeysTest {
  private static final String ONE = "1".repeat(32);
  private static final String TWO = "2".repeat(32);

  @Test
  void eachValueIsAKey() {
    var keys = OriginKeys.read("{\"turn1\": \"" + ONE + "\", \"turn2\": \"" + TWO + "\"}");
    assertThat(keys.all()).containsExactly(ONE, TWO);
    assertThat(keys.has(ONE)).isTrue();
    assertThat(keys.has(TWO)).isTrue();
    assertThat(keys.has(ONE + TWO)).isFalse();
    assertThat(keys.has("turn1")).isFalse();
  }

  /// No message quotes the secret: it goes into the log.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                   | the secret holds 1 to 4 keys",
        "[]                   | the secret holds 1 to 4 keys",
        "\"hush\"             | the secret holds 1 to 4 keys",
        "{\"turn1\": \"hush\"} | each key needs at least 32 characters",
        "{\"turn1\": null}    | each key needs at least 32 characters",
        "{\"turn1\": \"hush   | the secret is not JSON",
        "hush                 | the secret is not JSON",
      })
  void aSecretWithoutKeysIsRefused(String secret, String message) {
    assertThatThrownBy(() -> OriginKeys.read(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  @Test
  void thereAreAtMostFour() {
    var five =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> "\"turn" + i + "\": \"" + ONE + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    assertThatThrownBy(() -> OriginKeys.read(five)).hasMessage("the secret holds 1 to 4 keys");
  }
}
