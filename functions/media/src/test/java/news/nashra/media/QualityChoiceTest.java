package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualityChoiceTest {
  private static final BufferedImage FINE =
      Decoder.scale(CameraFile.noisy(SimilarityTest.grey(250, 160, 128), 24), 600, 400);

  @ParameterizedTest
  @EnumSource
  void fineDetailIsKept(Encoder.Output output) {
    int quality = new QualityChoice(FINE).quality(output);
    assertThat(quality).isBetween(output.lowestQuality() + 1, output.highestQuality());
    assertThat(similarity(output, quality)).isGreaterThanOrEqualTo(QualityChoice.TARGET);
    assertThat(similarity(output, quality - 4)).isLessThan(QualityChoice.TARGET);
  }

  @ParameterizedTest
  @EnumSource
  void aPlainPictureNeedsNoMoreThanTheLowest(Encoder.Output output) {
    assertThat(new QualityChoice(CameraFile.quarters(2000, 1500)).quality(output))
        .isEqualTo(output.lowestQuality());
  }

  @ParameterizedTest
  @EnumSource
  void faintNoiseGetsTheHighestAndNoMore(Encoder.Output output) {
    var faint = CameraFile.noisy(CameraFile.quarters(300, 200), 12);
    assertThat(new QualityChoice(faint).quality(output)).isEqualTo(output.highestQuality());
  }

  @ParameterizedTest
  @EnumSource
  void theSamePictureGetsTheSameQuality(Encoder.Output output) {
    assertThat(new QualityChoice(FINE).quality(output))
        .isEqualTo(new QualityChoice(FINE).quality(output));
  }

  private static double similarity(Encoder.Output output, int quality) {
    return Similarity.to(FINE).of(Encoder.encodeAndDecode(FINE, output, quality));
  }
}
