package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionTest {
  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsReadInTheDirectionOfItsWords(String direction, String line) {
    assertThat(Direction.find(line).orElse("")).isEqualTo(direction);
    assertThat(Direction.of(line, "rtl")).isEqualTo(direction.isEmpty() ? "rtl" : direction);
    assertThat(Direction.of(line, "ltr")).isEqualTo(direction.isEmpty() ? "ltr" : direction);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void figuresAreRecognised(String answer, String text) {
    assertThat(Figure.is(text)).isEqualTo(answer.equals("yes"));
  }

  @Test
  void aLongTextIsReadAsMostWordsOfItsParagraphs() {
    long arabic = Direction.weight("مراجعة Galaxy S26");
    long english = Direction.weight("This is a review in English");
    assertThat(arabic).isEqualTo(3);
    assertThat(english).isEqualTo(-6);
    assertThat(Direction.weight("2026")).isZero();
    assertThat(Direction.ofWeight(arabic + english)).contains("ltr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"`", ".", "a.", "#", "@", "://", "a://", "(", "\u200F", "`a`b", "١"})
  void aHostileTextTakesLinearTime(String part) {
    var text = part.repeat(200_000 / part.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          Direction.find(text + "x");
          Figure.is(text);
        });
  }

  private static Stream<Arguments> lines() {
    return CaseFile.read("direction.txt", 2);
  }

  private static Stream<Arguments> figures() {
    return CaseFile.read("figures.txt", 2);
  }
}
