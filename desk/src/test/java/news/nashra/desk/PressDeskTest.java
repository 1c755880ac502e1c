package news.nashra.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.core.aws.Bucket;
import news.nashra.core.http.Json;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PressDeskTest {
  private static final String BUCKET = "site";
  private static final String ORIGIN = "https://paper.example";

  @RegisterExtension static final LocalServices SERVICES = LocalServices.with().bucket(BUCKET);

  private static final SignIn SIGN_IN =
      new SignIn("https://newsroom.example", "https://issuer.example/pool", "client");

  @Test
  void aPageNamesFilesThatAreThere() {
    desk(SIGN_IN).press();
    var page = SERVICES.text(BUCKET, "desk/index.html");
    var named =
        Pattern.compile("\"/(desk/[^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(named).hasSize(2);
    assertThat(SERVICES.keys(BUCKET)).containsAll(named);
    assertThat(page)
        .startsWith(
            "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"rtl\">"
                .formatted(Edition.load().locale().toLanguageTag()))
        .doesNotContain("{{");
  }

  @Test
  void onlyWhatHasAHashInItsNameIsKeptByBrowsers() {
    desk(SIGN_IN).press();
    for (var key : SERVICES.keys(BUCKET)) {
      var kept = SERVICES.s3().headObject(r -> r.bucket(BUCKET).key(key)).cacheControl();
      boolean hashed = key.matches(".+-[A-Z0-9]{8}\\.(js|css)");
      assertThat(kept)
          .as(key)
          .isEqualTo(hashed ? "public, max-age=31536000, immutable" : "no-cache");
    }
  }

  @Test
  void theConfigurationSaysWhereToSignIn() {
    desk(SIGN_IN).press();
    assertThat(Json.read(SERVICES.text(BUCKET, "desk/config.json")))
        .isEqualTo(
            Json.read(
                Json.write(
                    Map.of(
                        "language", "ar",
                        "issuer", "https://issuer.example/pool",
                        "signIn", "https://newsroom.example",
                        "clientId", "client"))));
    desk(new SignIn(ORIGIN, "https://issuer.example/pool", "client")).press();
    assertThat(Json.read(SERVICES.text(BUCKET, "desk/config.json")).path("signIn").asText())
        .as("the newspaper's own sign-in")
        .isEmpty();
  }

  @Test
  void aFileThatIsLostComesBackAndOthersAreNotWritten() {
    desk(SIGN_IN).press();
    SERVICES.s3().deleteObject(r -> r.bucket(BUCKET).key("desk/index.html"));
    assertThat(desk(SIGN_IN).press().stream().filter(PageResult::changed).map(PageResult::key))
        .containsExactly("desk/index.html");
  }

  private static PressDesk desk(SignIn signIn) {
    return new PressDesk(
        Site.of(Edition.load(), ORIGIN),
        signIn,
        new Press(Bucket.of(SERVICES.s3(), BUCKET), InstantSource.system()));
  }
}
