package news.nashra.articles.copydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What of a body is read, and where it stands.
class HtmlTextTest {
  /// In the text, `/` ends a paragraph and `*` stands for what is not read.
  @ParameterizedTest
  @CsvFileSource(resources = "/copydesk/html.csv", numLinesToSkip = 1, delimiter = ';')
  void theTextOfHtmlIsRead(String html, String text) {
    var read = HtmlText.read(html.replace("␤", "\n"), "ar");
    assertThat(read.text().replace('\n', '/').replace(CheckedText.OBJECT, '*')).isEqualTo(text);
  }

  @Test
  void aFindingStandsWhereItWasSent() {
    var html = "<p class=\"a\">قال &quot;نعم&quot; <b>ا</b>لى هنا</p>";
    var findings = StyleRulesTest.desk("ar").check(Map.of("bodyHtml", html));
    assertThat(findings)
        .extracting(finding -> html.substring(finding.from(), finding.to()))
        .containsExactly("&quot;", "&quot;", "ا</b>لى");
  }

  @Test
  void offsetsCountCodeUnits() {
    var html = "😀 ان";
    assertThat(StyleRulesTest.desk("ar").check(Map.of("headline", html)))
        .extracting(Finding::from, Finding::to)
        .containsExactly(tuple(3, 5));
  }

  @Test
  void whatIsInTagsIsNoText() {
    var html = "<p title=\"ان\" data-x='a > ان'>نعم</p><!-- ان --><script>'ان'</script>";
    assertThat(StyleRulesTest.desk("ar").check(Map.of("bodyHtml", html))).isEmpty();
  }

  @Test
  void aTextInAnotherLanguageIsNotChecked() {
    var html = "<p>قال <span lang=\"en\">\"The the\" <span>bridge</span> ,</span> نعم</p>";
    assertThat(StyleRulesTest.desk("ar").check(Map.of("bodyHtml", html))).isEmpty();
  }
}
