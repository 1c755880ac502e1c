package news.nashra.articles.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import news.nashra.testing.CaseFile;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodyDirectionTest {
  @ParameterizedTest
  @MethodSource("bodies")
  void directionsAreMarked(String sent, String kept) {
    assertThat(clean(sent)).isEqualTo(kept);
    assertThat(clean(kept)).isEqualTo(kept);
  }

  @Test
  void aBodyIsReadAsMostOfItsWords() {
    var body = Jsoup.parseBodyFragment("<p>اقتباس</p><p>The article is in English</p>").body();
    assertThat(BodyDirection.of(body)).contains("ltr");
    assertThat(BodyDirection.of(Jsoup.parseBodyFragment("<p>2026</p>").body())).isEmpty();
  }

  @Test
  void manyFiguresAndNestedListsTakeLinearTime() {
    var rows = "<tr><td>صيدا</td><td>-3.5%</td></tr>".repeat(5_000);
    var nested = "<ul><li>بند one".repeat(80) + "</li></ul>".repeat(80);
    var body = Jsoup.parseBodyFragment("<table>" + rows + "</table>" + nested.repeat(50)).body();
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> BodyDirection.mark(body));
    assertThat(body.select("td[dir=ltr]")).hasSize(5_000);
  }

  private static String clean(String html) {
    return BodyCleaner.clean(html, "https://news.example").html();
  }

  private static Stream<Arguments> bodies() {
    return CaseFile.read("body-directions.txt", 2);
  }
}
