package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import news.nashra.core.press.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IconTest {
  @Test
  void theEditionsIconIsDrawnInEverySizeThatProgramsAskFor() throws IOException {
    var icon = Edition.load().icon();
    var files = icon.files();
    assertThat(files)
        .extracting(Asset::path)
        .containsExactly(
            icon.path(Icon.LARGE), icon.path(Icon.SMALL), "/apple-touch-icon.png", "/favicon.ico");
    assertThat(icon.path(Icon.LARGE)).matches("/assets/icon512-[0-9a-f]{10}\\.png");
    var sides = List.of(512, 192, 180);
    for (int i = 0; i < sides.size(); i++) {
      var image = image(files.get(i).page().bytes());
      assertThat(List.of(image.getWidth(), image.getHeight()))
          .containsExactly(sides.get(i), sides.get(i));
      assertThat(new Color(image.getRGB(0, 0))).isEqualTo(Color.WHITE);
    }
    assertThat(files)
        .extracting(file -> file.page().contentType() + "; " + file.page().cacheControl())
        .containsExactly(
            "image/png; " + Page.IMMUTABLE_CACHE_CONTROL,
            "image/png; " + Page.IMMUTABLE_CACHE_CONTROL,
            "image/png; public, max-age=86400",
            "image/x-icon; public, max-age=86400");
  }

  @Test
  void theFaviconHoldsThreePictures() throws IOException {
    var bytes = Edition.load().icon().files().getLast().page().bytes();
    var ico = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(List.of(ico.getShort(0), ico.getShort(2), ico.getShort(4)))
        .containsExactly((short) 0, (short) 1, (short) 3);
    var sides = new ArrayList<Integer>();
    int end = 6 + 3 * 16;
    for (int at = 6; at < 6 + 3 * 16; at += 16) {
      int size = ico.getInt(at + 8);
      int offset = ico.getInt(at + 12);
      assertThat(offset).isEqualTo(end);
      end = offset + size;
      var picture = new byte[size];
      ico.get(offset, picture);
      assertThat((int) ico.get(at)).isEqualTo(image(picture).getWidth());
      sides.add(image(picture).getHeight());
    }
    assertThat(sides).containsExactly(16, 32, 48);
    assertThat(end).isEqualTo(bytes.length);
  }

  @Test
  void anIconOfAnotherSizeIsDrawnToo() throws IOException {
    var files = Icon.of(picture(1000, 1000)).files();
    assertThat(image(files.getFirst().page().bytes()).getWidth()).isEqualTo(512);
  }

  @ParameterizedTest
  @CsvSource({"511, 511", "512, 600", "5000, 5000"})
  void anIconOfTheWrongShapeStopsTheStart(int width, int height) throws IOException {
    var png = picture(width, height);
    assertThatThrownBy(() -> Icon.of(png))
        .hasMessage("edition/icon.png is no square PNG of 512 to 4096 pixels a side");
  }

  @Test
  void whatIsNoPngStopsTheStart() {
    assertThatThrownBy(() -> Icon.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Icon.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] picture(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static BufferedImage image(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }
}
