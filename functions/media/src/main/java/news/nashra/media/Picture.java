package news.nashra.media;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A picture that is ready, as pages need to know it. It never changes.
///
/// @param width of the original, upright, in pixels
/// @param height of the original, upright, in pixels
/// @param colour the dominant one, `#rrggbb`
/// @param widths of its renditions, each as WebP and as JPEG, the smallest first
public record Picture(String id, int width, int height, String colour, List<Integer> widths) {
  /// In pixels. The last one fits the widest place on any page, on the densest screen.
  private static final List<Integer> RENDITION_WIDTHS = List.of(320, 640, 960, 1280, 1920);

  static final int MAX_RENDITION_WIDTH = RENDITION_WIDTHS.getLast();

  public Picture {
    widths = List.copyOf(widths);
  }

  /// Creates a picture with the renditions that its size allows: none is larger than the original.
  static Picture create(String id, int width, int height, String colour) {
    var widths = RENDITION_WIDTHS.stream().map(step -> Math.min(step, width)).distinct().toList();
    return new Picture(id, width, height, colour, widths);
  }

  /// The height of the rendition with this width.
  public int heightAt(int width) {
    return Math.max(1, (int) Math.round((double) height * width / this.width));
  }

  /// The smallest rendition width that is at least `minWidth`, or else the largest.
  public int widthAtLeast(int minWidth) {
    return widths.stream().filter(w -> w >= minWidth).findFirst().orElse(widths.getLast());
  }

  /// The prefix of the keys of all its renditions.
  static String folder(String id) {
    return "media/" + id + "/";
  }

  /// The address of a rendition.
  ///
  /// @param extension `webp` or `jpg`
  public String path(int width, String extension) {
    return "/" + folder(id) + width + "." + extension;
  }

  /// The attribute `srcset`: all renditions of a format up to the first that is at least `widest`
  /// wide.
  public String srcset(String extension, int widest) {
    int maxWidth = widthAtLeast(widest);
    return widths.stream()
        .filter(w -> w <= maxWidth)
        .map(w -> path(w, extension) + " " + w + "w")
        .collect(Collectors.joining(", "));
  }

  /// The picture as a single line, for an item of a table.
  public String write() {
    var all = widths.stream().map(String::valueOf).collect(Collectors.joining(" "));
    return id + " " + width + " " + height + " " + colour + " " + all;
  }

  public static Picture read(String line) {
    var parts = line.split(" ");
    var widths = IntStream.range(4, parts.length).mapToObj(i -> Integer.valueOf(parts[i])).toList();
    return new Picture(
        parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3], widths);
  }
}
