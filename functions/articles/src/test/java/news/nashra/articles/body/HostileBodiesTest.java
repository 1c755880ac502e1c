package news.nashra.articles.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies that are made to keep a function busy. They are refused or cleaned in time that grows
/// with their length only. The bound, of processor time, is generous: most of it goes into a cold
/// start.
class HostileBodiesTest {
  private static final Duration BOUND = Duration.ofSeconds(2);
  private static final String ORIGIN = "https://news.example";

  /// Each is repeated to the largest request.
  @ParameterizedTest
  @MethodSource("news.nashra.testing.HostileBodies#pieces")
  void aLongBodyTakesLittleTime(String piece) {
    assertQuick(piece.repeat(1_000_000 / piece.length()));
  }

  /// Each is around a text of 900 KB, 94 times.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b title=x>",
        "<div class=wp-block-embed>",
        "<div class=twitter-tweet>",
        "<div class=MsoListParagraph>",
        "<div style='mso-list:l0 level1'>",
        "<figure>",
        "<table role=presentation><tr><td>"
      })
  void aTextInManyElementsIsReadOnce(String tags) {
    int times = 94 / (tags.split("<", -1).length - 1);
    assertQuick(tags.repeat(times) + "word ".repeat(180_000));
    assertQuick(tags.repeat(times) + "<a href=https://x.com/a/status/1>x</a>".repeat(9_500));
  }

  @Test
  void aTitleThatTheTextRepeatsIsNotNamed() {
    var html =
        "<p title='one two three'>one <b>two</b>\n three</p><p title='one two'>one two three</p>";
    assertThat(BodyCleaner.clean(html, ORIGIN).cleaned()).containsExactly("p[title]");
    assertThat(
            BodyCleaner.clean("<p title='one two three'>one <b>two</b>\n three</p>", ORIGIN)
                .cleaned())
        .isEmpty();
  }

  @Test
  void unclosedElementsOfManyAttributesAreRefused() {
    var open =
        IntStream.range(0, 7000).mapToObj(i -> "<b id=" + i + ">").collect(Collectors.joining());
    assertQuick(open);
    assertQuick("<table><tr><td>".repeat(2600));
    assertThat(BodyCleaner.clean(open, ORIGIN).fault()).contains(Body.Fault.TOO_COMPLEX);
  }

  @ParameterizedTest
  @CsvSource({"<div>, 101", "<ul><li>, 51", "<b a=1><i a=1>, 60", "<my-x>, 4000"})
  void aDeepBodyIsRefused(String tags, int times) {
    var body = BodyCleaner.clean(tags.repeat(times) + "نص", ORIGIN);
    assertThat(body.fault()).contains(Body.Fault.TOO_COMPLEX);
  }

  @ParameterizedTest
  @CsvSource({"<ul><li>س, 45", "<blockquote>س, 90", "<ol><li>س<blockquote>ص<aside>ع, 20"})
  void listsAndBoxesAreNestedAsDeepAsAReaderCanFollow(String tags, int times) {
    var once = BodyCleaner.clean(tags.repeat(times), ORIGIN);
    assertThat(once.fault()).isEmpty();
    assertThat(once.text().replace(" ", "")).hasSize(tags.replaceAll("<.*?>", "").length() * times);
    assertThat(once.html().split("<(li|blockquote|aside)>", -1).length).isLessThanOrEqualTo(14);
    assertThat(BodyCleaner.clean(once.html(), ORIGIN).html()).isEqualTo(once.html());
  }

  @Test
  void aBodyOfManyElementsIsRefused() {
    assertThat(BodyCleaner.clean("<br>".repeat(20_001), ORIGIN).fault())
        .contains(Body.Fault.TOO_COMPLEX);
    assertThat(BodyCleaner.clean("<p>س</p>".repeat(10_000), ORIGIN).fault()).isEmpty();
    assertThat(BodyCleaner.clean("<p>س</p>".repeat(10_000) + "<p></p>", ORIGIN).fault())
        .contains(Body.Fault.TOO_COMPLEX);
  }

  @Test
  void aBodyThatGrowsBeyondTheLimitIsRefusedAtOnce() {
    var item = "<p class=MsoListParagraph>1. x</p>";
    var most = BodyCleaner.clean(item.repeat(6_666), ORIGIN);
    assertThat(most.fault()).isEmpty();
    assertThat(BodyCleaner.clean(most.html(), ORIGIN).html()).isEqualTo(most.html());
    assertThat(BodyCleaner.clean(item.repeat(6_667), ORIGIN).fault())
        .contains(Body.Fault.TOO_COMPLEX);
  }

  @Test
  void elementsThatAParserWouldOpenAgainAreCounted() {
    var open =
        IntStream.range(0, 90).mapToObj(i -> "<b a=" + i + ">").collect(Collectors.joining());
    assertQuick(open + "<p>x".repeat(19_000));
  }

  @Test
  void aLanguageOfManyPartsIsRefused() {
    assertQuick("<p lang='aa" + "-bb".repeat(300_000) + "'>x");
    var body = BodyCleaner.clean("<p lang='aa" + "-bb".repeat(5000) + "'>x", ORIGIN);
    assertThat(body.html()).isEqualTo("<p>x</p>");
    assertThat(body.cleaned()).containsExactly("p[lang]");
  }

  @Test
  void namesOfWhatIsLostAreLimited() {
    var body = BodyCleaner.clean("<p " + handlers(400) + ">نص</p>", ORIGIN);
    assertThat(body.cleaned()).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "/", "''"})
  void aTagOfManyAttributesIsRefused(String separator) {
    var tag = "<p " + handlers(60_000).replace(" ", separator) + ">نص</p>";
    assertQuick(tag);
    assertThat(BodyCleaner.clean(tag, ORIGIN).fault()).contains(Body.Fault.TOO_COMPLEX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a", "</a", "<!>", "</p>", "<b></b>"})
  void manyOrLongTagsAreRefused(String piece) {
    var body = BodyCleaner.clean(piece.repeat(1_000_000 / piece.length()), ORIGIN);
    assertThat(body.fault()).contains(Body.Fault.TOO_COMPLEX);
  }

  /// Of text, twice as much may be dropped as is kept; of shortcodes and of ampersands in tags, as
  /// many as elements.
  @ParameterizedTest
  @CsvSource({
    "<p hidden>, 'x ', 410_000, TOO_LARGE",
    "<p>, &#1575;, 210_000, TOO_LARGE",
    "<p>, [gallery], 20_001, TOO_COMPLEX",
    "<p title=', &, 20_001, TOO_COMPLEX"
  })
  void manyOfOneKindAreRefused(String before, String piece, String times, Body.Fault fault) {
    var html = before + piece.repeat(Integer.parseInt(times.replace("_", "")));
    assertThat(BodyCleaner.clean(html, ORIGIN).fault()).contains(fault);
  }

  @Test
  void aTextOfCharacterReferencesIsAsLongAsItIsPrinted() {
    var body = BodyCleaner.clean("<p>" + "&#1575;".repeat(100_000), ORIGIN);
    assertThat(body.fault()).isEmpty();
    assertThat(body.text()).hasSize(100_000);
  }

  private static String handlers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "on" + i + "=x")
        .collect(Collectors.joining(" "));
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    assertThat(BodyCleaner.clean("<p>" + "س".repeat(102_400), ORIGIN).fault())
        .contains(Body.Fault.TOO_LARGE);
  }

  /// Counts the time of the processor: other processes of a busy machine take none of it.
  private static void assertQuick(String html) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    BodyCleaner.clean(html, ORIGIN);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(BOUND);
  }
}
