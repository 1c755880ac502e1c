package news.nashra.comments.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import news.nashra.core.Settings;
import news.nashra.core.aws.PrimedAws;
import news.nashra.core.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimedCommentsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-west-3",
          "COMMENTS_TABLE", "comments",
          "SITE_ORIGIN", "https://news.example.com",
          "COMMENT_KEY_SECRET", "arn",
          "ORIGIN_KEY_SECRET", "arn",
          "CHALLENGE_MAX_NUMBER", "50000");

  private final PrimedComments function =
      new PrimedComments(new PrimedAws(new Settings(ENVIRONMENT)).aws());

  @ParameterizedTest
  @CsvSource({"submit-comment, 202", "comment-challenge, 200", "comment-status, 404"})
  @SuppressWarnings("NullAway") // no context, as while priming
  void aCommentGoesAllTheWay(String event, int status) throws IOException {
    var sample = Files.readAllBytes(Path.of("../../events", event + ".json"));
    var out = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(sample), out, null);
    assertThat(Json.read(out.toString(UTF_8)).path("statusCode").asInt()).isEqualTo(status);
  }
}
