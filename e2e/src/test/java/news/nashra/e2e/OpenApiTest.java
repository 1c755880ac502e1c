package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/openapi.yaml` lists the routes of the template and the answers of the handlers, no more
/// and no fewer. What an answer looks like is checked with every answer that any test here
/// receives.
class OpenApiTest {
  /// While it is given, no other test may comment: PolicyTest shows it.
  private static final String WHILE_CLOSED =
      "GET /api/comments/challenge 409 application/problem\\+json";

  /// It needs a rotation of the comment key: BansTest shows it.
  private static final String AFTER_A_ROTATION =
      "POST /api/comments/bans 409 application/problem\\+json";

  /// Answers that only a fault of AWS brings about: 5xx, and 202 for an edit whose page could not
  /// be pressed. On AWS, API Gateway writes 401 as `application/json`.
  private static final Pattern ONLY_ON_AWS =
      Pattern.compile(
          ".* 5\\d\\d .*|.* 401 application/json"
              + "|(POST|PUT|DELETE) /api/(articles(/\\{id}(/withdraw|/restore|/entries(/\\{n})?)?)?"
              + "|homepage/(lead|breaking)) 202 .*"
              + "|DELETE /api/homepage/breaking 202");

  @Test
  void theDocumentIsOpenApi() {
    assertThat(Conformance.faultsOfDocument()).isEmpty();
  }

  @Test
  void theDocumentAndTheTemplateHaveTheSameRoutes() throws IOException {
    var deployed = new TreeSet<String>();
    var template = Files.readString(Newspaper.HOME.resolve("template.yaml"));
    var route = Pattern.compile("Method: (\\w+),?\\s+Path: \"?(/[^\"\\s]+)");
    route.matcher(template).results().forEach(m -> deployed.add(m.group(1) + " " + m.group(2)));
    assertThat(deployed).hasSize(59).isEqualTo(OpenApi.routes());
  }

  @Test
  void everyDocumentedAnswerIsGiven() {
    EveryAnswer.refusals();
    EveryAnswer.authors();
    EveryAnswer.articles();
    EveryAnswer.live();
    EveryAnswer.workingTogether();
    EveryAnswer.pictures();
    EveryAnswer.homepage();
    EveryAnswer.moderation();
    EveryMail.all();
    EveryComment.asJson();
    EveryComment.asForm();
    EveryComment.untilThereAreTooMany();
    var expected = new TreeSet<>(OpenApi.answers());
    expected.removeIf(answer -> ONLY_ON_AWS.matcher(answer).matches());
    expected.removeIf(answer -> answer.matches(WHILE_CLOSED));
    expected.removeIf(answer -> answer.matches(AFTER_A_ROTATION));
    assertThat(Conformance.seen()).containsAll(expected);
  }
}
