package news.nashra.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import news.nashra.core.Sha256;
import org.junit.jupiter.api.Test;

class FontFaceTest {
  /// What `src/main/font/subset.py` makes of its package.
  private static final String SHA_256 =
      "a8d24ae38c1864427bae2ee5798807e2411940ab6bbeebc04e2c04357c740cb0";

  private static final int MOST_BYTES = 60 * 1024;

  @Test
  void itIsTheFileThatTheScriptMakes() {
    var font = FontFace.asset();
    assertThat(Sha256.hex(32, font.page().bytes())).isEqualTo(SHA_256);
    assertThat(font.page().bytes()).hasSizeLessThanOrEqualTo(MOST_BYTES);
    assertThat(font.path()).isEqualTo("/assets/naskh-" + SHA_256.substring(0, 10) + ".woff2");
    assertThat(font.page().contentType()).isEqualTo("font/woff2");
    assertThat(font.page().cacheControl()).contains("immutable");
    assertThat(Site.read("naskh-OFL.txt")).contains("SIL Open Font License, Version 1.1");
  }

  @Test
  void anArabicEditionLoadsIt() {
    var site = Site.of(Edition.load(), "https://news.example");
    var path = FontFace.asset().path();
    assertThat(site.font().map(Asset::path)).contains(path);
    assertThat(site.assets()).extracting(Asset::path).contains(path);
    assertThat(site.style()).startsWith("@font-face{font-family:Naskh;src:url(" + path + ");");
    assertThat(new String(site.notFound(), UTF_8))
        .contains("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" href=\"" + path);
  }

  @Test
  void anEditionWithoutItHasNothingOfIt() {
    var region = Edition.load().region();
    var system =
        new Edition.Region(
            "ar",
            region.country(),
            region.timeZone(),
            region.monthNames(),
            region.clock(),
            Edition.Font.of("system"));
    var english =
        new Edition.Region("en", "GB", region.timeZone(), List.of(Locale.UK), region.clock());
    for (var other : List.of(system, english)) {
      var e = Edition.load();
      var site =
          Site.of(
              new Edition(e.masthead(), other, e.sections(), e.comments(), e.feeds(), e.imprint()),
              "https://news.example");
      assertThat(site.font()).isEmpty();
      assertThat(site.assets()).extracting(Asset::path).noneMatch(path -> path.contains("woff2"));
      assertThat(site.style()).doesNotContain("@font-face");
      assertThat(new String(site.notFound(), UTF_8)).doesNotContain("woff2");
    }
  }

  @Test
  void anUnknownFontIsRefused() {
    assertThatThrownBy(() -> Edition.Font.of("kufi"))
        .hasMessage("edition.json: font is naskh or system");
  }
}
