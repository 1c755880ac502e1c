package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares the tables with the names of the letters that the JDK knows, so that a new version of
/// Unicode is noticed.
class ArabicLettersTest {
  /// What Unicode calls the forms of a letter, before `WITH`.
  private static final Map<Integer, Pattern> NAMES =
      Map.of(
          (int) 'ا', Pattern.compile("ARABIC LETTER (HIGH HAMZA )?ALEF( WASLA)?( WITH .*)?"),
          (int) 'و', Pattern.compile("ARABIC LETTER (HIGH HAMZA )?WAW( WITH .*)?"),
          (int) 'ي',
              Pattern.compile(
                  "ARABIC LETTER ((HIGH HAMZA |FARSI |KASHMIRI |ROHINGYA )?YEH( BARREE)?|ALEF MAKSURA)( WITH .*)?"),
          (int) 'ك', Pattern.compile("ARABIC LETTER (SWASH KAF|KAF|KEHEH)( WITH .*)?"),
          (int) 'ه',
              Pattern.compile("ARABIC LETTER (HEH|TEH MARBUTA)( GOAL| DOACHASHMEE)?( WITH .*)?"));

  private static final Pattern IGNORED =
      Pattern.compile("ARABIC (TATWEEL|LETTER HAMZA|LETTER HIGH HAMZA$)( WITH .*)?");

  @Test
  void theFormsAreThoseThatUnicodeNames() {
    NAMES.forEach((base, name) ->
        assertThat(letters().filter(c -> name.matcher(Character.getName(c)).matches()))
            .hasSizeGreaterThan(5)
            .allSatisfy(
                c -> assertThat(folded(c)).as(Character.getName(c)).isEqualTo(string(base))));
  }

  @Test
  void noOtherLetterBecomesOneOfThem() {
    // Named after their sound, and shaped like waw, yeh, kaf and heh.
    var others =
        Pattern.compile("ARABIC LETTER (KIRGHIZ )?(OE|U|YU|VE|E|AE|NG)( WITH HAMZA ABOVE)?");
    assertThat(letters().filter(c -> ArabicLetters.base(c) != c))
        .hasSizeGreaterThan(60)
        .allSatisfy(c -> {
          var name = Character.getName(c);
          var base = NAMES.get(ArabicLetters.base(c));
          assertThat(
                  base != null && (base.matcher(name).matches() || others.matcher(name).matches()))
              .as(name)
              .isTrue();
        });
  }

  @Test
  void hamzaTatweelAndModifierLettersAreIgnored() {
    assertThat(
            letters()
                .filter(c ->
                    Character.getType(c) == Character.MODIFIER_LETTER
                        || IGNORED.matcher(Character.getName(c)).matches()))
        .hasSizeGreaterThan(6)
        .allSatisfy(c -> assertThat(folded(c)).as(Character.getName(c)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordIsFoundInEachOfItsForms(String word, String folded) {
    assertThat(FoldedText.fold(word).text()).isEqualTo(folded);
    assertThat(PlainText.of(word)).isEqualTo(folded);
  }

  private static Stream<Arguments> words() {
    return CaseFile.read("arabic-letters.txt", 2);
  }

  /// The letters of the Arabic blocks, without presentation forms and mathematical letters.
  private static Stream<Integer> letters() {
    return IntStream.rangeClosed(0x0600, 0x08FF)
        .filter(Character::isLetter)
        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC || c == 0x0640)
        .boxed();
  }

  private static String folded(int c) {
    var folded = new StringBuilder();
    Normalizer.normalize(string(c), Normalizer.Form.NFKD)
        .codePoints()
        .map(ArabicLetters::base)
        .filter(part -> Character.isLetter(part) && !ArabicLetters.isIgnored(part))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static String string(int c) {
    return Character.toString(c);
  }
}
