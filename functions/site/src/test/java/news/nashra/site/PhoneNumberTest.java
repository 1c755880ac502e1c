package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.testing.CaseFile;
import news.nashra.testing.ProcessorTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @MethodSource("texts")
  void numbersInSentencesAreFound(String text, String numbers) {
    assertThat(
            PhoneNumber.find(text).stream()
                .map(place -> text.substring(place.start(), place.end()))
                .collect(Collectors.joining(", ")))
        .isEqualTo(numbers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "0", "01 ", "+1 ", "+1(", "00", "01/23 ", "+1-2", "+99999999", "0."})
  void aHostileTextTakesLinearTime(String part) {
    var text = part.repeat(200_000 / part.length());
    ProcessorTime.assertLittle(part, () -> PhoneNumber.find(text + "x"));
  }

  private static Stream<Arguments> texts() {
    return CaseFile.read("phone-numbers.txt", 2);
  }
}
