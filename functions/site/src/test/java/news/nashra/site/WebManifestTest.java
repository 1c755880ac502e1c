package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebManifestTest {
  @Test
  void theManifestNamesTheNewspaperAndItsIcons() {
    var edition = Edition.load();
    var manifest = WebManifest.of(edition);
    assertThat(manifest.path()).isEqualTo("/manifest.webmanifest");
    assertThat(manifest.page().contentType()).isEqualTo("application/manifest+json");
    assertThat(new String(manifest.page().bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"name":"نشرة","short_name":"نشرة","description":"صحيفة يومية تروي ما يتغير قريبا منك",\
            "lang":"ar-MA","dir":"rtl","id":"/","start_url":"/","scope":"/","display":"minimal-ui",\
            "background_color":"#fffdf9","theme_color":"#fffdf9","icons":[\
            {"purpose":"any","sizes":"192x192","src":"%1$s","type":"image/png"},\
            {"purpose":"any","sizes":"512x512","src":"%2$s","type":"image/png"},\
            {"purpose":"maskable","sizes":"512x512","src":"%2$s","type":"image/png"}]}\
            """
                .formatted(edition.icon().path(Icon.SMALL), edition.icon().path(Icon.LARGE)));
  }

  @Test
  void itsColourIsThatOfPages() {
    assertThat(Site.of(Edition.load(), "https://news.example").style())
        .contains("--paper:" + WebManifest.PAPER + ";");
  }

  @ParameterizedTest
  @CsvSource({
    "ar-MA, ar_AR", "ar-LB, ar_AR", "en-GB, en_GB", "en-IE, en_US", "fr-FR, fr_FR", "fr-TN, fr_FR",
    "fr-CA, fr_CA", "de-AT, de_DE", "es-CL, es_LA", "fa-IR, fa_IR", "ku-IQ, ku_TR", "dz-BT, dz_BT",
  })
  void previewsOfLinksNameALocaleThatIsOnFacebooksList(String tag, String locale) {
    assertThat(OpenGraphLocale.of(Locale.forLanguageTag(tag))).isEqualTo(locale);
  }
}
