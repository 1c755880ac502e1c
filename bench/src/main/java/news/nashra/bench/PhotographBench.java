package news.nashra.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import news.nashra.media.QualityChoice;

/// Measures the size and similarity of renditions, compared with those of `cwebp` and libvips.
///
/// The photographs are in the folder that the environment variable `NASHRA_PHOTOGRAPHS` names. The
/// results are of photographs with a free licence in two Python packages:
///
/// ```
/// pip download --no-deps scikit-image==0.25.2 scikit-learn==1.6.1
/// unzip -j scikit_image-*.whl 'skimage/data/astronaut.png' 'skimage/data/coffee.png' \
///   'skimage/data/chelsea.png' 'skimage/data/rocket.jpg' 'skimage/data/motorcycle_left.png' -d photographs
/// unzip -j scikit_learn-*.whl 'sklearn/datasets/images/*.jpg' -d photographs
/// NASHRA_PHOTOGRAPHS=photographs mvn -Pbench -Dbench=photographs
/// ```
final class PhotographBench {
  private PhotographBench() {}

  static void measure(Report report) throws IOException {
    var real = Photograph.real();
    var pictures = new LinkedHashMap<>(real);
    pictures.put("like a photograph 1", Photograph.of(960, 640, 1));
    pictures.put("like a photograph 2", Photograph.of(960, 640, 2));
    var quality = new Quality();
    var rows = quality.rows(pictures);
    report.section(
        "Quality",
        String.format(
            Locale.ROOT,
            "Pictures of at most 640 pixels: size, structural similarity (SSIM of lightness, 8 by 8 windows) and quality. Ours is the"
                + " lowest quality from our floor on (JPEG 55, WebP 60) with at least %.2f; beside it the WebP of the quality 82 that every picture had before."
                + " The others are at their lowest quality with at least %.2f. A WebP that is not smaller than its JPEG is not offered. %s %s",
            QualityChoice.TARGET,
            QualityChoice.TARGET,
            real.isEmpty()
                ? "There are no photographs here: `NASHRA_PHOTOGRAPHS` names no folder of them. What is measured has the spectrum of photographs."
                : "The photographs are those of `NASHRA_PHOTOGRAPHS`; those like photographs are made, with their spectrum.",
            quality.missing()));
    report.table(Quality.HEADINGS, rows);
  }
}
