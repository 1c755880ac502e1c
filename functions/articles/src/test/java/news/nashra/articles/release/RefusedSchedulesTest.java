package news.nashra.articles.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What is wrong about a schedule is refused by the name of its field.
class RefusedSchedulesTest {
  @RegisterExtension static final LocalServices SERVICES = NightDesk.services();

  @ParameterizedTest
  @CsvFileSource(resources = "/schedules/refused.csv", delimiter = '|')
  void theFieldIsNamed(String status, String publishAt, String expireAt, String fields) {
    var desk = new NightDesk(SERVICES);
    var article = NightDesk.article("مرفوض").put("status", status);
    if (!publishAt.equals("-")) {
      article.put("publishAt", publishAt);
    }
    if (!expireAt.equals("-")) {
      article.put("expireAt", expireAt);
    }
    var answer = desk.send(article, "key").expect(422).json();
    assertThat(answer.path("errors").findValuesAsText("field"))
        .containsExactlyElementsOf(List.of(fields.split(" ")));
    assertThat(desk.list("scheduled")).isEmpty();
  }
}
