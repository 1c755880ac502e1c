package news.nashra.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import news.nashra.testing.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages that belong to no feature, in each language.
class SitePagesTest {
  @ParameterizedTest
  @MethodSource("news.nashra.site.Features#languages")
  void pagesAreAsTheyAreMeantToBe(String language) {
    var site = Site.of(edition(language), "https://news.example");
    check("not-found." + language, site.notFound());
    for (var page : StandingPage.values()) {
      check(page.word() + "." + language, site.standing(page));
    }
  }

  private static void check(String name, byte[] page) {
    GoldenFiles.check(name + ".html", new String(page, StandardCharsets.UTF_8));
  }

  private static Edition edition(String language) {
    var e = Edition.load();
    var region =
        new Edition.Region(
            language, "MA", e.timeZone(), List.of(Locale.of(language)), Edition.Clock.GMT);
    var imprint = Imprint.read(language, e.imprint().policies());
    return new Edition(e.masthead(), region, e.sections(), e.comments(), e.feeds(), imprint);
  }
}
