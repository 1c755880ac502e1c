package news.nashra.comments.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.nashra.comments.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  /// With it, every further link is one too many.
  private static final String ONE_LINK = "https://example.org/a ";

  @ParameterizedTest
  @CsvSource({
    "انظر http://example.net,http://example.net",
    "انظر HTTPS://EXAMPLE.NET/A?b=c#d هنا,HTTPS://EXAMPLE.NET/A?b=c#d",
    "ftp://example.net/x,ftp://example.net/x",
    "https://مثال.إختبار/صفحة,https://مثال.إختبار/صفحة",
    "www.example.de,www.example.de",
    "(www.example.de/a b),www.example.de/a",
    "buy at example.com today,example.com",
    "buy at example.com.,example.com",
    "buy at example.com!,example.com",
    "buy at Shop-1.Example.CO,Shop-1.Example.CO",
    "bit.ly/3xYz,bit.ly/3xYz",
    "t.me/channel,t.me/channel",
    "نص.com,نص.com",
    "موقعنا:example.xyz/عرض,example.xyz/عرض",
    "//example.com/a,example.com/a",
    "a.b.c.example.com,a.b.c.example.com",
    "spam.store,spam.store",
    "deals.vip,deals.vip",
    "wa.me,wa.me",
    "wa.me/9665,wa.me/9665",
    "1.2.3.4/x,1.2.3.4/x",
    "1.2.3.4:8080,1.2.3.4:8080",
    "hxxp://example.de,hxxp://example.de",
    "hxxps://example.de/a,hxxps://example.de/a",
    "example.de/offer,example.de/offer"
  })
  void aLinkIsFound(String text, String link) {
    assertThat(new Links().screen(comment("سلمى", "رأي", ONE_LINK + text)))
        .isEqualTo(
            new ScreeningResult.Suspect(
                List.of(
                    new Flag("links", "body", "https://example.org/a"),
                    new Flag("links", "body", link))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reader@example.com",
        "first.me@example.com",
        "first.last@mail.example.com",
        "first+news.info@example.com",
        "قارئ@مثال.com",
        "انتهت الجملة.وبدأت أخرى",
        "3.5 من 10",
        "ch. com, e.g. this",
        "example.commerce",
        "example.com-puter.x",
        "v1.2.3",
        "index.html",
        "version 1.2.3.4",
        "10.30/11.30",
        "U.S.A.",
        "node.js",
        "وزارة.الصحة",
        "end.Start",
        "http is a protocol",
        "xhttp://",
        "..."
      })
  void otherTextIsNotALink(String text) {
    assertThat(new Links().screen(comment("سلمى", "رأي", ONE_LINK + text)))
        .isEqualTo(new ScreeningResult.Clean());
  }

  @Test
  void upToOneLinkIsClean() {
    assertThat(new Links().screen(comment("سلمى", "رأي", "نص")))
        .isEqualTo(new ScreeningResult.Clean());
    assertThat(new Links().screen(comment("سلمى", "a.com", "نص")))
        .isEqualTo(new ScreeningResult.Clean());
    assertThat(new Links().screen(comment("سلمى", "رأي", "a.com")))
        .isEqualTo(new ScreeningResult.Clean());
  }

  @Test
  void linksInTitleAndBodyAreCountedTogether() {
    assertThat(new Links().screen(comment("سلمى", "a.com", "b.com")))
        .isEqualTo(
            new ScreeningResult.Suspect(
                List.of(new Flag("links", "title", "a.com"), new Flag("links", "body", "b.com"))));
  }

  @Test
  void aLinkInTheNameIsSuspect() {
    assertThat(new Links().screen(comment("Buy at a.com", "رأي", "نص")))
        .isEqualTo(new ScreeningResult.Suspect(List.of(new Flag("links", "name", "a.com"))));
  }

  @Test
  void oneFullAddressIsClean() {
    assertThat(new Links().screen(comment("سلمى", "رأي", ONE_LINK)))
        .isEqualTo(new ScreeningResult.Clean());
  }

  @Test
  void aLongLinkIsShortened() {
    var found = new Links().screen(comment("https://example.com/" + "a".repeat(100), "رأي", "نص"));
    assertThat(found.flags())
        .containsExactly(new Flag("links", "name", "https://example.com/" + "a".repeat(59) + "…"));
  }

  private static Candidate comment(String name, String title, String body) {
    return Candidates.of(name, title, body, "");
  }
}
