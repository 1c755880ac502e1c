package news.nashra.local.stack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import news.nashra.local.stack.template.Secrets;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {
  private static final String ISSUER = "https://cognito-idp.local.amazonaws.com/Newsroom";

  @TempDir Path directory;
  private Secrets secrets = new Secrets(Path.of(""));

  @BeforeEach
  void secrets() {
    secrets = new Secrets(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "editor           | [editors]",
        "moderator        | [moderators]",
        "editor,moderator | [editors moderators]",
        "nobody           |",
      })
  void aTokenHasTheGroupsOfItsRoles(String as, String groups) {
    var tokens = new TokenIssuer(secrets, ISSUER, "NewsroomClient");
    var claims = tokens.verify("Bearer " + tokens.token(as).orElseThrow()).orElseThrow();
    assertThat(claims)
        .containsEntry("iss", ISSUER)
        .containsEntry("client_id", "NewsroomClient")
        .containsEntry("token_use", "access")
        .containsEntry("username", as);
    assertThat(claims.get("cognito:groups")).isEqualTo(groups);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "admin", "editor,admin", "editor,nobody"})
  void nobodyElseGetsOne(String as) {
    assertThat(new TokenIssuer(secrets, ISSUER, "NewsroomClient").token(as)).isEmpty();
  }

  @Test
  void aTokenIsGoodAfterARestart() {
    var token = new TokenIssuer(secrets, ISSUER, "NewsroomClient").token("editor").orElseThrow();
    assertThat(new TokenIssuer(secrets, ISSUER, "NewsroomClient").verify("bearer " + token))
        .isPresent();
  }

  @Test
  void aTokenOfAnotherIssuerAudienceOrKeyIsBad() throws IOException {
    var tokens = new TokenIssuer(secrets, ISSUER, "NewsroomClient");
    var token = tokens.token("editor").orElseThrow();
    assertThat(tokens.verify(token)).isPresent();
    assertThat(new TokenIssuer(secrets, ISSUER + "2", "NewsroomClient").verify(token)).isEmpty();
    assertThat(new TokenIssuer(secrets, ISSUER, "Other").verify(token)).isEmpty();
    Files.delete(directory.resolve("token-issuer"));
    assertThat(new TokenIssuer(secrets, ISSUER, "NewsroomClient").verify(token)).isEmpty();
    assertThat(tokens.verify("Bearer none")).isEmpty();
  }

  @Test
  void theTemplateNamesIssuerAndAudience() {
    var template = TemplateText.parse(TemplateText.newspaper());
    var token = TokenIssuer.of(template, secrets).token("editor").orElseThrow();
    assertThat(new TokenIssuer(secrets, ISSUER, "NewsroomClient").verify(token))
        .hasValueSatisfying(
            claims -> assertThat(claims).containsAllEntriesOf(Map.of("iss", ISSUER)));
  }
}
