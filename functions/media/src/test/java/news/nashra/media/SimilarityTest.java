package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityTest {
  @Test
  void aPictureIsEqualToItself() {
    var picture = DecoderTest.noise(61, 43);
    assertThat(Similarity.to(picture).of(picture)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR})
  void theLayoutOfThePixelsDoesNotMatter(int type) {
    var picture = DecoderTest.noise(61, 43);
    var other = new BufferedImage(61, 43, type);
    other.getGraphics().drawImage(picture, 0, 0, null);
    assertThat(Similarity.to(picture).of(other)).isEqualTo(1);
  }

  @Test
  void twoLevelsAreAsSimilarAsThePaperSays() {
    double a = 100;
    double b = 120;
    double c = 6.5025;
    assertThat(Similarity.to(grey(16, 16, 100)).of(grey(16, 16, 120)))
        .isCloseTo((2 * a * b + c) / (a * a + b * b + c), within(1e-9));
  }

  @Test
  void moreNoiseIsLessSimilar() {
    var picture = CameraFile.quarters(80, 80);
    double before = 1;
    for (int noise : new int[] {4, 16, 64}) {
      double similarity =
          Similarity.to(picture).of(CameraFile.noisy(CameraFile.quarters(80, 80), noise));
      assertThat(similarity).isBetween(0.0, before - 0.01);
      before = similarity;
    }
  }

  @Test
  void aPictureThatIsSmallerThanAWindowIsSimilar() {
    assertThat(Similarity.to(DecoderTest.noise(7, 100)).of(grey(7, 100, 3))).isEqualTo(1);
  }

  static BufferedImage grey(int width, int height, int level) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, level * 0x010101);
    }
    return image;
  }
}
