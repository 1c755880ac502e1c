package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
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

  /// Lines break at other spaces: `« Oui »`, `10 000 €`.
  @Test
  void aNoBreakSpaceStays() {
    var french = "«\u00a0Oui\u00a0»\u202f: 10\u202f000\u00a0€";
    assertThat(Text.line(french)).isEqualTo(french);
    assertThat(Text.lines(french)).isEqualTo(french);
    assertThat(Text.line("\u00a0a\u00a0 b \u202fc\u2003d\u00a0\ne\u00a0\u00a0f\u202f"))
        .isEqualTo("a b c d e f");
    assertThat(Text.lines("a\u00a0\n\u00a0b")).isEqualTo("a\nb");
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
  void marksOfALetterAreLimitedWhateverIsBetweenThem() {
    for (var unseen :
        List.of("\u200C", "\u200D", "\u00AD", "\uFE0F", "\u034F", "\u115F", "\u202E")) {
      var zalgo = "H" + ("\u0316".repeat(6) + unseen).repeat(200) + "i";
      assertThat(Text.line(zalgo))
          .startsWith("H" + "\u0316".repeat(6))
          .endsWith("i")
          .hasSizeLessThanOrEqualTo(12);
    }
    assertThat(Text.line("H" + "\u0344".repeat(6))).isEqualTo("Ḧ" + "\u0301\u0308".repeat(3));
  }

  @Test
  void unseenCharactersBetweenLettersAreLimited() {
    assertThat(Text.line("x" + "\u200D".repeat(3600) + "y"))
        .isEqualTo("x\u200D\u200D\u200D\u200Dy");
  }

  @Test
  void aTextIsReadNoFurtherThanItMayBeLong() {
    assertThat(Text.line("a".repeat(1_000_000), 10)).hasSizeLessThan(3000);
    assertThat(Text.line(" ".repeat(1_000_000) + "a", 10)).isEqualTo("a");
  }

  @Test
  void aLetterThatIsTooLongIsCut() {
    var joiners = "\u200D".repeat(3600);
    assertThat(Text.shorten(joiners, 80)).isEqualTo("\u200D".repeat(320) + "…");
    assertThat(Text.shorten("x" + joiners, 80)).startsWith("x\u200D").endsWith("…");
    assertThat(Text.shorten("one two x" + joiners, 80)).isEqualTo("one two…");
  }

  @Test
  void aShortenedTextEndsAtAWord() {
    assertThat(Text.shorten("كلمة وكلمة وكلمة", 12)).isEqualTo("كلمة وكلمة…");
  }

  @Test
  void flagsOfPartsOfCountriesAreKeptAndOtherTagsAreNot() {
    var scotland = "\uD83C\uDFF4" + tags("gbsct") + tags("\u007F");
    assertThat(Text.line("فوز " + scotland + " على " + scotland))
        .isEqualTo("فوز " + scotland + " على " + scotland);
    assertThat(Text.length(scotland)).isEqualTo(1);
    assertThat(Text.line("خبر" + tags("gbsct") + tags("\u007F"))).isEqualTo("خبر");
    assertThat(Text.line("\uD83C\uDFF4" + tags("gbsct") + "ا")).isEqualTo("\uD83C\uDFF4ا");
    assertThat(Text.line("\uD83C\uDFF4" + tags("secret") + tags("\u007F")))
        .isEqualTo("\uD83C\uDFF4");
  }

  private static String tags(String ascii) {
    return ascii
        .chars()
        .mapToObj(c -> Character.toString(0xE0000 + c))
        .collect(Collectors.joining());
  }
}
