package news.nashra.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.stream.IntStream;
import news.nashra.core.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final KeyedHash HASH = new KeyedHash("a key of the tests, long enough for it");
  private static final String ARTICLE = "01KJ4Z6V8G0000000000000001";
  private static final String COMMENT = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";

  private final String text = Reference.create(ARTICLE, COMMENT, HASH);

  @Test
  void aReferenceGivesTheIdsOfItsComment() {
    assertThat(text).hasSize(56).matches("[\\w-]+");
    assertThat(Reference.read(text, HASH)).contains(new Reference(ARTICLE, COMMENT));
  }

  @Test
  void theSmallestIdsAreReadBackToo() {
    var zeros = "0".repeat(26);
    assertThat(Reference.read(Reference.create(zeros, zeros, HASH), HASH))
        .contains(new Reference(zeros, zeros));
  }

  @Test
  void aReferenceIsTheSameEachTime() {
    assertThat(Reference.create(ARTICLE, COMMENT, HASH)).isEqualTo(text);
  }

  /// 42 bytes fill 56 characters exactly, so a reference has only one spelling.
  @Test
  void anyOtherCharacterAnywhereIsRefused() {
    for (int i = 0; i < text.length(); i++) {
      for (int c = 0; c < ALPHABET.length(); c++) {
        var other = text.substring(0, i) + ALPHABET.charAt(c) + text.substring(i + 1);
        assertThat(Reference.read(other, HASH).isPresent()).isEqualTo(other.equals(text));
      }
    }
  }

  @Test
  void aShorterOrLongerTextIsRefused() {
    IntStream.range(0, text.length())
        .forEach(end -> assertThat(Reference.read(text.substring(0, end), HASH)).isEmpty());
    assertThat(Reference.read(text + "A", HASH)).isEmpty();
    assertThat(Reference.read(text + "AAAA", HASH)).isEmpty();
    assertThat(Reference.read(text + "=", HASH)).isEmpty();
    assertThat(Reference.read(text + "\n", HASH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "challenge", "مرجع", "../../secret", "====", "a+b/"})
  void aMalformedReferenceIsRefused(String other) {
    assertThat(Reference.read(other, HASH)).isEmpty();
  }

  @Test
  void theReferenceOfAnotherKeyIsRefused() {
    var other = new KeyedHash("another key of the tests, long enough");
    assertThat(Reference.read(Reference.create(ARTICLE, COMMENT, other), HASH)).isEmpty();
  }

  @Test
  void articleAndCommentCannotBeSwapped() {
    var bytes = Base64.getUrlDecoder().decode(text);
    var swapped =
        ByteBuffer.allocate(42).put(bytes, 16, 16).put(bytes, 0, 16).put(bytes, 32, 10).array();
    assertThat(Reference.read(Base64.getUrlEncoder().encodeToString(swapped), HASH)).isEmpty();
  }
}
