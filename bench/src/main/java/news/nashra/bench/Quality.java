package news.nashra.bench;

import static news.nashra.media.Encoder.Output.JPG;
import static news.nashra.media.Encoder.Output.WEBP;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import news.nashra.media.Encoder;
import news.nashra.media.QualityChoice;
import news.nashra.media.Similarity;

/// Compares renditions, at the quality that is chosen for each picture, with those of `cwebp` and
/// libvips at the lowest quality of theirs that gives the same similarity.
final class Quality {
  private static final int MAX_WIDTH = 640;

  /// Qualities from which the other encoders' are chosen.
  private static final int LOWEST = 1;

  private static final int HIGHEST = 95;

  private final Path folder;
  private final Map<String, String> missing = new TreeMap<>();

  Quality() throws IOException {
    this.folder = Files.createTempDirectory("nashra-quality");
  }

  /// A file of an encoder.
  private record Encoded(int quality, byte[] file, double similarity) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.1f KB, %.3f (%d)", file.length / 1024.0, similarity, quality);
    }
  }

  static final List<String> HEADINGS =
      List.of("picture", "JPEG", "WebP", "WebP at 82", "cwebp", "libvips WebP", "libvips JPEG");

  /// The encoders that are not installed, with the package of Debian that has them.
  String missing() {
    return missing.entrySet().stream()
        .map(tool -> "`" + tool.getKey() + "` is not installed (" + tool.getValue() + ").")
        .collect(Collectors.joining(" "));
  }

  /// A row for each picture: bytes, similarity and quality of each encoder.
  List<List<String>> rows(Map<String, BufferedImage> pictures) {
    var rows = new ArrayList<List<String>>();
    pictures.forEach(
        (name, picture) -> rows.add(row(name, Photograph.fitting(picture, MAX_WIDTH))));
    return rows;
  }

  private List<String> row(String name, BufferedImage picture) {
    var similarity = Similarity.to(picture);
    var choice = new QualityChoice(picture);
    var row =
        new ArrayList<>(
            List.of("%s, %d × %d".formatted(name, picture.getWidth(), picture.getHeight())));
    for (var output : List.of(JPG, WEBP)) {
      int quality = choice.quality(output);
      row.add(encoded(similarity, quality, Encoder.encode(picture, output, quality)).toString());
    }
    row.add(encoded(similarity, 82, Encoder.encode(picture, WEBP, 82)).toString());
    var input = write(picture);
    row.add(
        other(
            similarity,
            "cwebp",
            "webp",
            q -> List.of("cwebp", "-quiet", "-q", "" + q, input, "-o")));
    row.add(
        other(
            similarity,
            "vips",
            "libvips-tools",
            q -> List.of("vips", "webpsave", "--Q", "" + q, "--strip", input)));
    row.add(
        other(
            similarity,
            "vips",
            "libvips-tools",
            q -> List.of("vips", "jpegsave", "--Q", "" + q, "--strip", "--interlace", input)));
    return row;
  }

  /// The smallest file of another encoder that is similar enough.
  private String other(
      Similarity similarity, String tool, String debian, IntFunction<List<String>> command) {
    try {
      int tooLow = LOWEST;
      var enough = encoded(similarity, HIGHEST, run(command.apply(HIGHEST)));
      while (enough.quality() - tooLow > 1) {
        int middle = (tooLow + enough.quality()) / 2;
        var tried = encoded(similarity, middle, run(command.apply(middle)));
        if (tried.similarity() >= QualityChoice.TARGET) {
          enough = tried;
        } else {
          tooLow = middle;
        }
      }
      return enough.toString();
    } catch (IOException e) {
      missing.put(tool, "Debian: " + debian);
      return "not installed";
    }
  }

  private Encoded encoded(Similarity similarity, int quality, byte[] file) {
    return new Encoded(quality, file, similarity.of(Photograph.read(file)));
  }

  private String write(BufferedImage picture) {
    var file = folder.resolve("in.png");
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  /// The file that a command writes to its last argument. Throws if the command does not exist.
  private byte[] run(List<String> command) throws IOException {
    var out = folder.resolve(command.contains("jpegsave") ? "out.jpg" : "out.webp");
    var all = new ArrayList<>(command);
    all.add(out.toString());
    try {
      if (new ProcessBuilder(all).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("failed: " + String.join(" ", all));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Files.readAllBytes(out);
  }
}
