package news.nashra.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A picture that is ready, as pages need to know it. It never changes.
///
/// @param width of the original, upright, in pixels
/// @param height of the original, upright, in pixels
/// @param colour the dominant one, `#rrggbb`
/// @param widths of its renditions, the smallest first. Each is there as JPEG, and as WebP where
///   that is smaller
/// @param jpegOnly the widths that are not there as WebP
public record Picture(
    String id, int width, int height, String colour, List<Integer> widths, Set<Integer> jpegOnly) {
  /// In pixels. The second fits the width of most phones, at two dots for each pixel of CSS; the
  /// last one the widest place on any page, on the densest screen.
  public static final List<Integer> RENDITION_WIDTHS = List.of(320, 720, 960, 1280, 1920);

  static final int MAX_RENDITION_WIDTH = RENDITION_WIDTHS.getLast();

  /// Marks, in an item, a width that is not there as WebP.
  private static final String JPEG_ONLY = "j";

  public Picture {
    widths = List.copyOf(widths);
    jpegOnly = Set.copyOf(jpegOnly);
  }

  /// A picture with each rendition as WebP and as JPEG.
  public Picture(String id, int width, int height, String colour, List<Integer> widths) {
    this(id, width, height, colour, widths, Set.of());
  }

  Picture withJpegOnly(Set<Integer> those) {
    return new Picture(id, width, height, colour, widths, those);
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

  /// The attribute `srcset`: the smaller file of each width, up to the first that is at least
  /// `widest` wide.
  public String srcset(int widest) {
    return upTo(widest).stream()
        .map(w -> path(w, jpegOnly.contains(w) ? "jpg" : "webp") + " " + w + "w")
        .collect(Collectors.joining(", "));
  }

  /// Whether [#srcset] has a WebP.
  public boolean hasWebp(int widest) {
    return !jpegOnly.containsAll(upTo(widest));
  }

  private List<Integer> upTo(int widest) {
    int maxWidth = widthAtLeast(widest);
    return widths.stream().filter(w -> w <= maxWidth).toList();
  }

  /// The picture as a single line, for an item of a table.
  public String write() {
    var all =
        widths.stream()
            .map(w -> w + (jpegOnly.contains(w) ? JPEG_ONLY : ""))
            .collect(Collectors.joining(" "));
    return id + " " + width + " " + height + " " + colour + " " + all;
  }

  public static Picture read(String line) {
    var parts = line.split(" ");
    var widths = new ArrayList<Integer>();
    var jpegOnly = new HashSet<Integer>();
    for (var part : Arrays.asList(parts).subList(4, parts.length)) {
      int width = Integer.parseInt(part.replace(JPEG_ONLY, ""));
      widths.add(width);
      if (part.endsWith(JPEG_ONLY)) {
        jpegOnly.add(width);
      }
    }
    return new Picture(
        parts[0],
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        parts[3],
        widths,
        jpegOnly);
  }
}
