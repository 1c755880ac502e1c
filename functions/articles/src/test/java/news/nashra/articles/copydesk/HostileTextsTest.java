package news.nashra.articles.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import news.nashra.articles.ArticleLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts of the largest request that are made to keep the desk busy. The bound is of processor
/// time, for the best of three: a busy machine takes none of it, and the first may be compiled.
class HostileTextsTest {
  private static final int BYTES = ArticleLimits.ARTICLE_KIB * 1024;

  /// Several times what the slowest text takes: what grows faster than its text takes seconds. The
  /// figures are those of `mvn -Pbench -Dbench=text`.
  private static final Duration BOUND = Duration.ofMillis(250);

  /// Each is repeated to the largest request.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a",
        "<a ",
        "<a=\"",
        "</",
        "<!--",
        "<!",
        "<p>",
        "<b>",
        "<code>",
        "<p lang=",
        "<p lang=en>",
        "<a lang=   ",
        "&",
        "&#",
        "&amp",
        "&amp;",
        "&notin",
        ">",
        " ",
        "\n",
        "\t ",
        "ـ",
        "ا",
        "و",
        "\u064B",
        "اـ",
        "ان ",
        "والان ",
        "الى الى ",
        "ل",
        "علي ",
        "اللذين ",
        "لم ",
        "قال ال",
        "إست",
        "والأستئ ",
        "مثله ",
        "المثله ",
        "ووو",
        "كلمة كلمة\u200F",
        "\u202B",
        "في ما ",
        "إلي ",
        "،",
        "؟",
        "!",
        ".",
        "...",
        ",",
        " ,",
        "ا,",
        "ا, ",
        "\"",
        "ا\"",
        "«",
        "»",
        "(",
        ")",
        "()",
        "«»",
        "1",
        "٣",
        "1٣",
        "1/",
        "1/1/",
        "1/1/2026 ",
        "2026-01-01",
        "1.1.",
        "٫",
        "٣٫",
        "😀",
        "\uFFFC",
        "\u0000",
        "a@",
        "#ا",
        "ا.",
        "-- ",
        "%",
        "1%",
        "the the ",
        "It's "
      })
  void aLongTextTakesLittleTime(String piece) {
    assertQuick(piece);
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(1, i -> i <= 20, i -> i + 1);
  }

  /// Any mixture of what the rules look for.
  @ParameterizedTest
  @MethodSource("seeds")
  void aMixtureTakesLittleTime(int seed) {
    var random = new Random(seed);
    var signs = "اويىةهأإآلبتفكن ـًّ،؛؟.,;:!?\"«»()[]<>/&#=-–%1234567890٣٤٥٫\n\u00A0abc'’";
    var text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    assertQuick(text.toString());
  }

  @Test
  void aLongTextGetsAnAnswerOfLimitedLength() {
    var text = Map.of("bodyHtml", "الى ".repeat(30_000), "headline", ",".repeat(100));
    assertThat(StyleRulesTest.desk("ar").check(text)).hasSize(CopyDesk.MAX_FINDINGS);
  }

  private static void assertQuick(String piece) {
    int size = piece.getBytes(StandardCharsets.UTF_8).length;
    var text = piece.repeat(Math.max(1, BYTES / size));
    for (var field : new String[] {"bodyHtml", "headline"}) {
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 3 && best > BOUND.toNanos() / 2; i++) {
        best = Math.min(best, time(Map.of(field, text)));
      }
      assertThat(Duration.ofNanos(best)).as(field).isLessThan(BOUND);
    }
  }

  private static long time(Map<String, String> texts) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    StyleRulesTest.desk("ar").check(texts);
    return threads.getCurrentThreadCpuTime() - before;
  }
}
