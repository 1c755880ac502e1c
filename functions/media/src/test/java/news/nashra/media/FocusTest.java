package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class FocusTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/focus.csv")
  void aCutKeepsTheFocus(
      String size, @Nullable String focus, String box, @Nullable String position) {
    var sides = size.split("x");
    var picture = picture(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    var ratio = box.split(":");
    var kept = Optional.ofNullable(focus).map(Focus::read).orElse(Focus.UPPER_THIRD);
    assertThat(
            kept.objectPosition(
                picture, Double.parseDouble(ratio[0]) / Double.parseDouble(ratio[1])))
        .isEqualTo(Optional.ofNullable(position));
  }

  /// A red spot anywhere in a picture is in every cut around it.
  @ParameterizedTest
  @ValueSource(strings = {"1200 400", "400 1200", "600 600"})
  void aCutForSearchEnginesKeepsTheFocus(String size) {
    int width = Integer.parseInt(size.split(" ")[0]);
    int height = Integer.parseInt(size.split(" ")[1]);
    for (double x : List.of(0.0, 0.02, 0.33, 0.5, 0.98, 1.0)) {
      for (double y : List.of(0.0, 0.02, 0.33, 0.5, 0.98, 1.0)) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        spot(image, (int) (x * width), (int) (y * height));
        for (var crop : Crop.values()) {
          var cut = crop.apply(image, picture(width, height), Optional.of(new Focus(x, y)));
          assertThat(hasRed(cut)).as("%s around %s, %s", crop, x, y).isTrue();
        }
      }
    }
  }

  @Test
  void withoutAFocusTheUpperThirdIsKept() {
    var image = new BufferedImage(600, 1200, BufferedImage.TYPE_INT_RGB);
    spot(image, 300, 400);
    var cut = Crop.WIDE.apply(image, picture(600, 1200), Optional.empty());
    assertThat(List.of(cut.getWidth(), cut.getHeight())).containsExactly(600, 337);
    assertThat(cut.getRGB(300, 168) >> 16 & 0xFF).isGreaterThan(200);
  }

  @Test
  void aFileIsNamedByItsFocus() {
    var picture = picture(1200, 800);
    assertThat(Crop.WIDE.path(picture, Optional.empty())).isEqualTo("/media/ID/16x9.jpg");
    assertThat(Crop.SQUARE.path(picture, Optional.of(new Focus(0.304, 1))))
        .isEqualTo("/media/ID/1x1-30-100.jpg");
  }

  @Test
  void aFocusIsInThePicture() {
    for (double outside : List.of(-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> new Focus(0.5, outside))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Picture picture(int width, int height) {
    return Picture.create("ID", width, height, "#000000");
  }

  private static void spot(BufferedImage image, int x, int y) {
    var graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(x - 8, y - 8, 16, 16);
    graphics.dispose();
  }

  private static boolean hasRed(BufferedImage image) {
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      if ((image.getRGB(i % image.getWidth(), i / image.getWidth()) >> 16 & 0xFF) > 200) {
        return true;
      }
    }
    return false;
  }
}
