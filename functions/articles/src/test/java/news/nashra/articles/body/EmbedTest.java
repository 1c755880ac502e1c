package news.nashra.articles.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbedTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/watch?v=abc, YouTube",
    "https://youtu.be/abc, YouTube",
    "https://vimeo.com/76979871, Vimeo",
    "https://x.com/paper/status/20, X",
    "https://twitter.com/paper/status/20, X",
    "https://www.facebook.com/paper/posts/1, Facebook",
    "https://fb.watch/abc/, Facebook",
    "https://www.instagram.com/p/abc/, Instagram",
    "https://vm.tiktok.com/abc/, TikTok",
    "https://t.me/paper/142, Telegram",
    "https://soundcloud.com/paper/hour, SoundCloud",
    "https://www.example.org/a, example.org",
    "https://youtube.com.example.org/a, youtube.com.example.org",
    "https://xn--4gbrim.xn--wgbh1c/, موقع.مصر",
    "https://example.org:8443/, example.org"
  })
  void aPlatformIsKnownByItsHost(String address, String platform) {
    assertThat(new Embed(figure(address)).platform()).isEqualTo(platform);
  }

  @Test
  void theLinkIsBeforeTheCaption() {
    var figure = figure("https://www.example.org/a/");
    figure.appendElement("figcaption").text("شرح");
    new Embed(figure).link("Open & read");
    assertThat(figure.html().replace("\n", ""))
        .isEqualTo(
            "<p><a href=\"https://www.example.org/a/\" rel=\"noopener\"><b><bdi>Open &amp; read</bdi></b>"
                + " <bdi dir=\"ltr\">example.org/a</bdi></a></p><figcaption>شرح</figcaption>");
  }

  private static Element figure(String address) {
    return new Element("figure").attr("data-embed", address);
  }
}
