package news.nashra.media;

/// One file that a browser may choose.
///
/// @param format `webp` or `jpg`
public record Rendition(int width, String format, int bytes) {
  String write() {
    return width + " " + format + " " + bytes;
  }

  static Rendition read(String line) {
    var parts = line.split(" ");
    return new Rendition(Integer.parseInt(parts[0]), parts[1], Integer.parseInt(parts[2]));
  }
}
