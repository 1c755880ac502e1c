package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextTest {
  @Test
  void controlAndBidiCharactersAreStripped() {
    assertThat(Text.line("a\u202Eb\u2066c\u0000d\uFEFFe\u0007")).isEqualTo("abcde");
    assertThat(Text.line("a\uDB40\uDC80b\uFFF0c\u2065d\uDB40\uDC41e")).isEqualTo("abcde");
    assertThat(Text.line("Z" + "\u0316".repeat(800) + "a"))
        .isEqualTo("Z" + "\u0316".repeat(6) + "a");
  }

  @Test
  void joinersAndDirectionMarksAreKept() {
    assertThat(Text.line("می\u200Cخواهم 👨\u200D👩\u200D👧 \u200Fنص"))
        .isEqualTo("می\u200Cخواهم 👨\u200D👩\u200D👧 \u200Fنص");
  }

  @ParameterizedTest
  @MethodSource("presentationForms")
  void presentationFormsBecomeLetters(String copied, String typed) {
    assertThat(Text.line(copied)).isEqualTo(typed);
    assertThat(Text.lines(copied)).isEqualTo(typed);
  }

  private static Stream<Arguments> presentationForms() {
    return CaseFile.read("presentation-forms.txt", 2);
  }

  @Test
  void lettersOfManyPresentationFormsAreFoundInLinearTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThat(Text.line("ﷲ\uFE76".repeat(100_000))).startsWith("اللهَالله"));
  }

  @Test
  void typedTextKeepsAllThatAPageMayContain() {
    var typed = "\n\n  one\ttwo \u00A0\u2028\u202E\u200F \n\n\n\nﺍﻟﺴﻼﻡ e\u0301 ";
    assertThat(Text.typed(typed)).isEqualTo(typed);
    assertThat(Text.typed("a\r\nb\rc\u0085d\u0000\u0007e\uFFFF")).isEqualTo("a\nb\nc\nde");
  }

  @Test
  void textIsInNfc() {
    assertThat(Text.line("e\u0301")).isEqualTo("é");
    assertThat(Text.line("ا\u0653")).isEqualTo("آ");
  }

  @Test
  void linesKeepTheirBreaksAndAtMostOneEmptyLine() {
    assertThat(Text.lines(" أ \r\n\r\n\r\n\r\n ب\u2028ج ")).isEqualTo("أ\n\nب\nج");
  }

  @Test
  void lengthIsCountedInGraphemes() {
    assertThat(Text.length("👨‍👩‍👧‍👦é🇲🇦مُ")).isEqualTo(4);
  }

  @Test
  void aLetterWithThousandsOfMarksDoesNotFit() {
    assertThat(Text.fits("م" + "\u064F".repeat(5000), 200)).isFalse();
  }

  @Test
  void fillersAreNotVisible() {
    assertThat(Text.visible("\u200B \u3164\u2800")).isFalse();
    assertThat(Text.visible("…")).isTrue();
  }

  @Test
  void aShortenedTextEndsAtAWord() {
    assertThat(Text.shorten("كلمة وكلمة وكلمة", 12)).isEqualTo("كلمة وكلمة…");
  }
}
