package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 16, 41, 42, 49})
  void bytesHaveOneSpelling(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (200 + 31 * i);
    }
    var text = Base64Url.write(bytes);
    assertThat(Base64Url.read(text, length).orElseThrow().array()).isEqualTo(bytes);
    var start = text.substring(0, Math.max(0, text.length() - 1));
    for (var end : ALPHABET.split("")) {
      var other = start + end;
      Base64Url.read(other, length)
          .ifPresent(read -> assertThat(Base64Url.write(read.array())).isEqualTo(other));
    }
    for (var more : new String[] {"=", "==", "\n", " ", "A", "AAAA"}) {
      assertThat(Base64Url.read(text + more, length)).as("%s", text + more).isEmpty();
    }
  }

  @Test
  void bitsAfterTheLastByteAreNotIgnored() {
    assertThat(Base64Url.read("AA", 1)).isPresent();
    assertThat(Base64Url.read("AB", 1)).isEmpty();
    assertThat(Base64Url.read("AAA", 2)).isPresent();
    assertThat(Base64Url.read("AAB", 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b/", "مرجع", "====", "A", "A A", "AAA="})
  void whatIsNotOfTheAlphabetIsRefused(String text) {
    for (int length = 0; length < 4; length++) {
      assertThat(Base64Url.read(text, length)).isEmpty();
    }
  }
}
