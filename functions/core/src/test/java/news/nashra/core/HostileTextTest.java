package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.testing.HostileText;
import news.nashra.testing.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every text, whatever it consists of.
class HostileTextTest {
  /// Twice a comment form. What takes quadratic time takes minutes.
  private static final int BYTES = 64 * 1024;

  /// That the parser of JSON accepts.
  private static final int MAX_NAME_LENGTH = 50_000;

  private static final String UNSEEN_MARKS = "\u034F\uFE00-\uFE0F\\x{E0100}-\\x{E01EF}";
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

  /// A letter with more than six marks, whatever unseen characters are between them.
  private static final Pattern TOO_MANY_MARKS =
      Pattern.compile(
          "(?:[\\p{M}&&[^" + UNSEEN_MARKS + "]][\\p{Cf}" + UNSEEN_MARKS + FILLERS + "]*+){7}");

  @Test
  void everyTextTakesLittleTime() {
    var paths = paths();
    HostileText.ofBytes(BYTES)
        .forEach((name, text) ->
            paths.forEach((path, read) ->
                ProcessorTime.assertLittle(path + " of " + name, () -> read.accept(text))));
  }

  private static Map<String, Consumer<String>> paths() {
    var paths = new LinkedHashMap<String, Consumer<String>>();
    paths.put("line", Text::line);
    paths.put("lines", Text::lines);
    paths.put("strip", Text::strip);
    paths.put("typed", Text::typed);
    paths.put("withoutFormat", Text::withoutFormat);
    paths.put("visible", Text::visible);
    paths.put("fits", text -> Text.fits(text, 2000));
    paths.put("length", Text::length);
    paths.put("shorten", text -> Text.shorten(text, 80));
    paths.put("quote", text -> Text.quote(text, 80));
    paths.put("fold", FoldedText::fold);
    paths.put("join", text -> FoldedText.fold(text).joinSpelledOut(0, 0));
    paths.put("field", HostileTextTest::readFields);
    return paths;
  }

  private static void readFields(String text) {
    var name = text.substring(0, Math.min(text.length(), MAX_NAME_LENGTH));
    var json = Json.write(Map.of("line", text, "lines", text, name, text));
    var fields = new Fields((ObjectNode) Json.read(json));
    fields.line("line", 200);
    fields.lines("lines", 2000);
    fields.faults();
  }

  @Test
  void everyTextIsNormalisedAndNotChangedByBeingCleanedAgain() {
    HostileText.ofBytes(20_000)
        .forEach((name, text) -> {
          for (var clean : new String[] {Text.line(text), Text.lines(text), Text.strip(text)}) {
            assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).as(name).isTrue();
            assertThat(TOO_MANY_MARKS.matcher(clean).find()).as(name).isFalse();
            assertThat(Text.strip(clean)).as(name).isEqualTo(clean);
          }
          assertThat(Text.line(Text.line(text))).as(name).isEqualTo(Text.line(text));
          assertThat(Text.lines(Text.lines(text))).as(name).isEqualTo(Text.lines(text));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 80, 220})
  void everyTextIsShortenedToItsLimit(int limit) {
    HostileText.ofBytes(20_000)
        .forEach((name, text) -> {
          assertThat(Text.length(Text.quote(text, limit))).as(name).isLessThanOrEqualTo(limit);
          var shortened = Text.shorten(text, limit);
          assertThat(Text.fits(shortened, limit)).as(name).isTrue();
          assertThat(shortened).as(name).hasSizeGreaterThan(0);
        });
  }

  @Test
  void aFieldHasTheTextOfThePlainLineOrIsTooLong() {
    HostileText.ofBytes(20_000)
        .forEach((name, text) -> {
          var limited = Text.line(text, 80);
          boolean fits = Text.fits(Text.line(text), 80);
          assertThat(Text.fits(limited, 80)).as(name).isEqualTo(fits);
          if (fits) {
            assertThat(limited).as(name).isEqualTo(Text.line(text));
          }
        });
  }
}
