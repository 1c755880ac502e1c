package news.nashra.media;

import static news.nashra.media.Encoder.Output.JPG;
import static news.nashra.media.Encoder.Output.WEBP;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.nashra.core.Parallel;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Makes the renditions and cuts of a picture from its original. The same original always gives the
/// same files. Thread-safe.
final class Renderer {
  private final S3Client s3;
  private final String site;

  /// @param site the bucket of what readers see
  Renderer(S3Client s3, String site) {
    this.s3 = s3;
    this.site = site;
  }

  /// Writes all files of an upload, unless it is refused.
  ///
  /// @param bucket of originals
  Media.State render(String id, String bucket) {
    return switch (decode(id, bucket)) {
      case Decoder.Refused refused -> new Media.Refused(refused.why());
      case Decoder.Decoded decoded -> render(id, decoded);
    };
  }

  /// Writes the files of a picture that is ready once more: those that pages may name, whatever an
  /// upload would get today.
  ///
  /// @return whether the original is still there
  boolean renderAgain(Media.Ready ready, String bucket) {
    try {
      if (decode(ready.picture().id(), bucket) instanceof Decoder.Decoded decoded) {
        renderAgain(ready, decoded);
        return true;
      }
      throw new IllegalStateException("the original of a picture is no picture now");
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  private Decoder.Result decode(String id, String bucket) {
    try (var object = s3.getObject(r -> r.bucket(bucket).key(id))) {
      if (object.response().contentLength() > MediaLimits.UPLOAD_BYTES) {
        object.abort();
        return new Decoder.Refused(Refusal.SIZE);
      }
      return Decoder.decode(object.readAllBytes(), Picture.MAX_RENDITION_WIDTH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Media.Ready render(String id, Decoder.Decoded decoded) {
    var colour = DominantColour.compute(decoded.image());
    var picture = Picture.create(id, decoded.width(), decoded.height(), colour);
    var images = ScaledImages.of(picture, decoded.image());
    var qualities = qualities(images, decoded);
    var tasks = new ArrayList<Callable<List<Rendition>>>();
    images.forEach(image -> tasks.add(() -> smaller(picture, image, qualities)));
    tasks.addAll(cuts(picture, decoded, qualities));
    var renditions = Parallel.all(tasks).stream().flatMap(List::stream).toList();
    return new Media.Ready(picture.withJpegOnly(jpegOnly(renditions)), renditions);
  }

  private void renderAgain(Media.Ready ready, Decoder.Decoded decoded) {
    var picture = ready.picture();
    var images = ScaledImages.of(picture, decoded.image());
    var qualities = qualities(images, decoded);
    var tasks = new ArrayList<Callable<List<Rendition>>>();
    for (var rendition : ready.renditions()) {
      var image =
          images.stream().filter(i -> i.getWidth() == rendition.width()).findFirst().orElseThrow();
      var output =
          Stream.of(JPG, WEBP)
              .filter(o -> o.extension().equals(rendition.format()))
              .findFirst()
              .orElseThrow();
      tasks.add(() -> {
        var file = Encoder.encode(image, output, qualities.of(output));
        put(picture.path(rendition.width(), rendition.format()), output, file);
        return List.of();
      });
    }
    tasks.addAll(cuts(picture, decoded, qualities));
    Parallel.all(tasks);
  }

  private static Qualities qualities(List<BufferedImage> images, Decoder.Decoded decoded) {
    return Qualities.choose(
        ScaledImages.smallest(images, QualityChoice.MAX_SAMPLE_SIDE, decoded.image()));
  }

  private List<Callable<List<Rendition>>> cuts(
      Picture picture, Decoder.Decoded decoded, Qualities qualities) {
    return Stream.of(Crop.values())
        .<Callable<List<Rendition>>>map(crop ->
            () -> {
              var cut = crop.apply(decoded.image(), picture, Optional.empty());
              var file = Encoder.encode(cut, JPG, qualities.jpg());
              put(crop.path(picture, Optional.empty()), JPG, file);
              return List.of();
            })
        .toList();
  }

  /// Writes a rendition as JPEG, and as WebP if that is smaller.
  private List<Rendition> smaller(Picture picture, BufferedImage image, Qualities qualities) {
    int width = image.getWidth();
    var renditions = new ArrayList<Rendition>();
    int bytes = Integer.MAX_VALUE;
    for (var output : List.of(JPG, WEBP)) {
      var file = Encoder.encode(image, output, qualities.of(output));
      if (file.length < bytes) {
        bytes = file.length;
        put(picture.path(width, output.extension()), output, file);
        renditions.addFirst(new Rendition(width, output.extension(), bytes));
      }
    }
    return renditions;
  }

  private static Set<Integer> jpegOnly(List<Rendition> renditions) {
    var widths = new HashSet<Integer>();
    renditions.forEach(rendition -> widths.add(rendition.width()));
    renditions.stream()
        .filter(rendition -> rendition.format().equals(WEBP.extension()))
        .forEach(rendition -> widths.remove(rendition.width()));
    return widths;
  }

  private void put(String path, Encoder.Output output, byte[] bytes) {
    PictureFiles.put(s3, site, path, output.mediaType(), bytes);
  }
}
