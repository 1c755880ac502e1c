package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Picture MIXED =
      new Picture("ID", 960, 640, "#112233", List.of(320, 640, 960), Set.of(640));

  @Test
  void aPictureIsReadAsItWasWritten() {
    assertThat(MIXED.write()).isEqualTo("ID 960 640 #112233 320 640j 960");
    assertThat(Picture.read(MIXED.write())).isEqualTo(MIXED);
  }

  @Test
  void aPictureFromBeforeHasEveryRenditionAsWebp() {
    assertThat(Picture.read("ID 960 640 #112233 320 640").jpegOnly()).isEmpty();
  }

  @Test
  void aPageOffersTheSmallerFileOfEachWidth() {
    assertThat(MIXED.srcset(960))
        .isEqualTo("/media/ID/320.webp 320w, /media/ID/640.jpg 640w, /media/ID/960.webp 960w");
    assertThat(html(MIXED)).contains("<source type=\"image/webp\" srcset=\"/media/ID/320.webp");
  }

  @Test
  void aPictureWithoutWebpIsOfferedAsJpegAlone() {
    var jpegs = MIXED.withJpegOnly(Set.of(320, 640, 960));
    assertThat(html(jpegs))
        .doesNotContain("<source", "webp")
        .contains(
            "srcset=\"/media/ID/320.jpg 320w, /media/ID/640.jpg 640w, /media/ID/960.jpg 960w\"");
  }

  private static String html(Picture picture) {
    var html = new gg.jte.output.StringOutput();
    new PictureTag().render(picture, "", Optional.empty(), PictureTag.Slot.LEAD).writeTo(html);
    return html.toString();
  }
}
