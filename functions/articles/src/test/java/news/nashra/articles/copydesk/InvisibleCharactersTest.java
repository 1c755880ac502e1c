package news.nashra.articles.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Marks of bidirectional text that keyboards leave between words hide no slip, and what is found
/// is marked where it stands in what was sent.
class InvisibleCharactersTest {
  private static final Pattern CODE = Pattern.compile("\\{([0-9A-F]{4})}");

  @ParameterizedTest
  @CsvFileSource(resources = "/copydesk/invisible.csv", numLinesToSkip = 1, delimiter = '|')
  void theyHideNothing(String text, String found) {
    var sent = characters(text);
    for (var field : List.of("summary", "bodyHtml")) {
      assertThat(StyleRulesTest.desk("ar").check(Map.of(field, sent)))
          .extracting(finding -> sent.substring(finding.from(), finding.to()))
          .containsExactly(characters(found));
    }
  }

  /// `{200F}` is the character of this code.
  private static String characters(String text) {
    return CODE.matcher(text)
        .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
  }
}
