package news.nashra.articles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class HeadlineWordsTest {
  @ParameterizedTest
  @MethodSource("searches")
  void aHeadlineIsFoundByItsWords(String line) {
    var parts = line.split("\\|");
    var words = HeadlineWords.of(parts[0]);
    assertThat(words.isEmpty()).isFalse();
    boolean indexed = HeadlineWords.of(parts[1]).indexed().contains(words.indexed().getFirst());
    assertThat(indexed && words.allIn(parts[1]))
        .as(words + " in " + HeadlineWords.of(parts[1]))
        .isEqualTo(parts[2].strip().equals("found"));
  }

  static Stream<String> searches() throws IOException {
    try (var stream = HeadlineWordsTest.class.getResourceAsStream("/headline-searches.txt")) {
      return new String(stream.readAllBytes(), UTF_8)
          .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "؟!", "في من على", "و", "the of", "ـــ", "\u200F"})
  void aTextOfCommonWordsHasNone(String text) {
    assertThat(HeadlineWords.of(text).isEmpty()).isTrue();
  }

  @Test
  void theLongestWordsHaveAnEntry() {
    var headline =
        IntStream.rangeClosed(2, 30)
            .mapToObj(n -> "abcdefghijklmnopqrstuvwxyzabcd".substring(0, n))
            .collect(Collectors.joining(" "));
    assertThat(HeadlineWords.of(headline).words()).hasSize(29);
    assertThat(HeadlineWords.of(headline).indexed())
        .hasSize(HeadlineWords.MAX_INDEXED)
        .allMatch(word -> word.length() > 18);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "س", "𞤀𞤁", "\u0628\u064E\u0651"})
  void theKeyOfAWordHasRoomForIt(String letters) {
    var headline = letters.repeat(ArticleLimits.HEADLINE) + "x".repeat(ArticleLimits.HEADLINE);
    for (var word : HeadlineWords.of("و" + headline).indexed()) {
      assertThat(HeadlineWords.partition(word).getBytes(UTF_8).length).isLessThan(2048);
      assertThat(UTF_8.newEncoder().canEncode(word)).isTrue();
    }
  }
}
