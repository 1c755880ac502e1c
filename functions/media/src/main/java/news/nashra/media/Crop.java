package news.nashra.media;

import java.awt.image.BufferedImage;

/// The middle of a picture, cut to a ratio that [search engines ask
/// for](https://developers.google.com/search/docs/appearance/structured-data/article#article-types),
/// at most 1,200 pixels wide and never enlarged.
public enum Crop {
  WIDE(16, 9),
  STANDARD(4, 3),
  SQUARE(1, 1);

  private static final int MAX_WIDTH = 1200;

  private final int across;
  private final int down;

  Crop(int across, int down) {
    this.across = across;
    this.down = down;
  }

  /// In pixels; at most the width of the widest rendition.
  public int width(Picture picture) {
    int widest = picture.widths().getLast();
    int byHeight = picture.heightAt(widest) * across / down;
    return Math.max(1, Math.min(MAX_WIDTH, Math.min(widest, byHeight)));
  }

  /// In pixels.
  public int height(Picture picture) {
    return Math.max(1, width(picture) * down / across);
  }

  /// Cuts and scales an image of the picture.
  BufferedImage apply(BufferedImage image, Picture picture) {
    int width = Math.max(1, Math.min(image.getWidth(), image.getHeight() * across / down));
    int height = Math.clamp((long) width * down / across, 1, image.getHeight());
    var middle =
        image.getSubimage(
            (image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
    return Decoder.scale(middle, width(picture), height(picture));
  }

  /// The address of its JPEG file, `/media/<id>/16x9.jpg`.
  public String path(Picture picture) {
    return "/media/" + picture.id() + "/" + across + "x" + down + ".jpg";
  }
}
