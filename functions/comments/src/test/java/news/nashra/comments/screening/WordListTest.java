package news.nashra.comments.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.comments.Flag;
import news.nashra.testing.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The cases are in `words-found.txt` and `words-innocent.txt`, so that readers of each language
/// can add to them.
class WordListTest {
  private static final WordList BANNED = WordList.load("banned");
  private static final WordList SUSPECT = WordList.load("suspect");

  /// Words that occur inside many others.
  private static final WordList SHORT =
      new WordList(
          List.of("ass", "cock", "tit", "sex", "con", "cul", "كلب", "حمار", "كس", "زب"), List.of());

  private static final Pattern MARKED = Pattern.compile("\\[([^]]+)]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  @ParameterizedTest
  @MethodSource("found")
  void aListedWordIsFoundHoweverItIsDisguised(String line) {
    var list = line.startsWith("banned: ") ? BANNED : SUSPECT;
    var marked = line.substring(line.indexOf(' ') + 1);
    assertThat(list.find(plain(marked)))
        .containsExactly(
            MARKED
                .matcher(marked)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("suspect")
  void aSuspectWordIsNotBanned(String line) {
    assertThat(BANNED.find(plain(line))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("innocent")
  void anInnocentWordIsNotFound(String line) {
    assertThat(BANNED.find(line)).isEmpty();
    assertThat(SUSPECT.find(line)).isEmpty();
    assertThat(SHORT.find(line)).isEmpty();
  }

  @Test
  void aWordIsFoundAfterEachParticle() {
    var text =
        """
        كلب الكلب والكلب فالكلب بالكلب للكلب كالكلب وبالكلب فكالكلب وللكلب \
        ككلب وكلب فكلب ياكلب ياالكلب ويسألونك\
        """;
    assertThat(SHORT.find(text)).containsExactly(text.replace(" ويسألونك", "").split(" "));
  }

  @Test
  void aWordOfTwoLettersIsFoundAloneOrAfterTheArticle() {
    assertThat(SHORT.find("كس الكس والكس بكس وكس لكس الكسب حزب"))
        .containsExactly("كس", "الكس", "والكس");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "عنده ثلاثة أولاد، كلب وقطة",
        "ضاع الولد. الكلب ينبح",
        "من هو الابن؛ كلب أم قط؟",
        "هذا ابن\nكلب الجيران ينبح",
        "أولاد (كلاب الحي)",
        "د.كلب طبيب ألماني",
        "Produit en sale, Arabe ou non"
      })
  void aPhraseSpansNoPunctuation(String text) {
    assertThat(BANNED.find(text)).isEmpty();
    assertThat(SUSPECT.find(text)).isEmpty();
  }

  @Test
  void eachFieldIsSearchedAndNamed() {
    var comment = Candidates.of("Shit", "قحبة", "un connard", "");
    assertThat(BANNED.find(comment, "banned-word"))
        .containsExactly(
            new Flag("banned-word", "name", "Shit"),
            new Flag("banned-word", "title", "قحبة"),
            new Flag("banned-word", "body", "connard"));
  }

  @Test
  void aRepeatedWordIsReportedOnce() {
    assertThat(BANNED.find("shit shit Shit shit")).containsExactly("shit", "Shit");
  }

  @Test
  void anEmptyListFindsNothing() {
    assertThat(new WordList(List.of("", " ـ "), List.of()).find("كلب ـ")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHostileTextIsScreenedQuickly(String part) {
    var text = part.repeat(2000 / part.length());
    ProcessorTime.assertLittle(part, () -> search(text));
  }

  private static void search(String text) {
    assertThat(BANNED.find(text)).isEmpty();
    assertThat(SUSPECT.find(text)).isEmpty();
  }

  /// Parts of long texts, most of them particles and repeated letters.
  private static Stream<String> hostile() {
    var alefs = "ي " + "ا ".repeat(999);
    return Stream.of(
        alefs,
        "ا",
        "ياااا",
        "وفبلكال",
        "يا ",
        "و ف ب ل ك ",
        "f u c ",
        "a 𐌰 ",
        "ﷺ",
        "َـ",
        "f*",
        "ف.",
        "aу",
        "1a");
  }

  private static Stream<String> found() {
    return lines("words-found.txt");
  }

  private static Stream<String> suspect() {
    return found().filter(line -> line.startsWith("suspect: "));
  }

  private static Stream<String> innocent() {
    return lines("words-innocent.txt");
  }

  private static String plain(String marked) {
    return MARKED.matcher(marked).replaceAll("$1");
  }

  private static Stream<String> lines(String file) {
    try (var stream = WordListTest.class.getResourceAsStream("/" + file)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line ->
              ESCAPE
                  .matcher(line)
                  .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
