package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void eachLanguageHasTheSamePhrasesWithTheSamePlaces(String language) {
    var arabic = Messages.of("ar");
    var other = Messages.of(language);
    assertThat(other.keys()).isEqualTo(arabic.keys());
    for (var key : arabic.keys()) {
      assertThat(places(other.say(key))).as(key).isEqualTo(places(arabic.say(key)));
    }
  }

  @Test
  void numbersKeepLatinDigitsWithoutGrouping() {
    assertThat(Messages.of("ar").say("comments.limit", 2000))
        .isEqualTo("الحد الأقصى لعدد الأحرف: 2000");
  }

  @Test
  void aPhraseThatNobodyWroteIsAFault() {
    assertThatThrownBy(() -> Messages.of("ar").say("no.such"))
        .hasMessage("messages_ar.properties lacks no.such");
  }

  @Test
  void aLanguageWithoutWordsIsAFault() {
    assertThatThrownBy(() -> Messages.of("de"))
        .hasMessage("edition.json: no words for the language de");
  }

  private static long places(String phrase) {
    return Pattern.compile("\\{\\d}").matcher(phrase).results().count();
  }
}
