package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
  @ParameterizedTest
  @MethodSource("languages")
  void eachLanguageHasTheSamePhrasesWithTheSamePlaces(String language) {
    var arabic = Messages.load("ar");
    var other = Messages.load(language);
    assertThat(other.keys()).isEqualTo(arabic.keys());
    // Arabic says "one" and "two" in words where others write the number.
    var counted = Plural.FORMS;
    for (var key : arabic.keys()) {
      if (counted.contains(key.substring(key.lastIndexOf('.') + 1))) {
        continue;
      }
      assertThat(places(other.get(key))).as(key).isEqualTo(places(arabic.get(key)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ar, 0, قراءة في أقل من دقيقة",
    "ar, 1, قراءة في دقيقة",
    "ar, 2, قراءة في دقيقتين",
    "ar, 3, قراءة في 3 دقائق",
    "ar, 10, قراءة في 10 دقائق",
    "ar, 11, قراءة في 11 دقيقة",
    "ar, 99, قراءة في 99 دقيقة",
    "ar, 100, قراءة في 100 دقيقة",
    "ar, 103, قراءة في 103 دقائق",
    "en, 1, 1 min read",
    "en, 2, 2 min read",
    "fr, 0, 0 min de lecture",
    "fr, 1, 1 min de lecture",
    "fr, 5, 5 min de lecture"
  })
  void numbersOfThingsHaveTheFormsOfTheLanguage(String language, long number, String phrase) {
    var said = Messages.load(language).count("article.reading", number);
    assertThat(said).isEqualTo(phrase);
  }

  @Test
  void aScriptGetsTheFormsThatDiffer() {
    assertThat(Messages.load("fr").forms("comments.over"))
        .containsExactly(
            entry("one", "{0} caractère de trop"), entry("other", "{0} caractères de trop"));
    assertThat(Messages.load("ar").forms("comments.over"))
        .containsOnlyKeys("one", "two", "few", "many", "other");
  }

  @ParameterizedTest
  @CsvSource({
    "ar, 1, تجاوزت الحد بحرف واحد",
    "ar, 2, تجاوزت الحد بحرفين",
    "ar, 7, تجاوزت الحد بـ7 أحرف",
    "ar, 100, تجاوزت الحد بـ100 حرف",
    "ar, 499, تجاوزت الحد بـ499 حرفا",
    "en, 1, 1 character over the limit",
    "en, 499, 499 characters over the limit",
    "fr, 1, 1 caractère de trop",
    "fr, 499, 499 caractères de trop"
  })
  void theCounterSaysHowFarATextIsOverTheLimit(String language, long number, String phrase) {
    assertThat(Messages.load(language).count("comments.over", number)).isEqualTo(phrase);
  }

  @Test
  void numbersKeepLatinDigitsWithoutGrouping() {
    assertThat(Messages.load("ar").get("comments.limit", 2000))
        .isEqualTo("الحد الأقصى لعدد الأحرف: 2000");
  }

  @Test
  void anArgumentIsWrittenAsItIs() {
    assertThat(Messages.load("en").get("comments.page", 2, "{0} {1} {2} {"))
        .isEqualTo(Messages.load("en").get("comments.page", 2, "X").replace("X", "{0} {1} {2} {"));
    assertThat(Messages.load("en").get("comments.page", "{1}", "X")).contains("{1}").contains("X");
  }

  /// `: ; ? ! %` have a space before them in French, at which a line does not break.
  @Test
  void frenchPunctuationDoesNotBeginALine() {
    var french = Messages.load("fr");
    assertThat(french.keys().stream().map(french::get))
        .noneMatch(phrase -> phrase.matches("(?s).* [:;?!%].*"))
        .noneMatch(phrase -> phrase.matches("(?s).*\\p{L}[:;?!%](?!//).*"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aPhraseBeginsWithACapital(String language) {
    var messages = Messages.load(language);
    assertThat(messages.keys())
        .filteredOn(key -> !key.equals("comments.terms") && !key.equals("question.numbers"))
        .noneMatch(key -> Character.isLowerCase(messages.get(key).codePointAt(0)));
  }

  @Test
  void aPhraseThatNobodyWroteIsAFault() {
    assertThatThrownBy(() -> Messages.load("ar").get("no.such"))
        .hasMessage("messages_ar.properties lacks no.such");
  }

  @Test
  void aLanguageWithoutPhrasesIsAFault() {
    assertThatThrownBy(() -> Messages.load("tlh"))
        .hasMessage("edition.json: no words for the language tlh");
  }

  private static List<String> languages() {
    return Stream.of(Features.languages(), Features.wholeLanguages())
        .flatMap(List::stream)
        .toList();
  }

  private static long places(String phrase) {
    return Pattern.compile("\\{\\d}").matcher(phrase).results().count();
  }
}
