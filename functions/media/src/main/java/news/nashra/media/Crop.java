package news.nashra.media;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// A cut of a picture to a ratio that [search engines ask
/// for](https://developers.google.com/search/docs/appearance/structured-data/article#article-types),
/// around its [Focus], at most 1,200 pixels wide and never enlarged. The cut around the upper third
/// is made with the renditions, one around another focus when an article asks for it.
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
  BufferedImage apply(BufferedImage image, Picture picture, Optional<Focus> focus) {
    var kept = focus.map(Focus::rounded).orElse(Focus.UPPER_THIRD);
    int width = Math.max(1, Math.min(image.getWidth(), image.getHeight() * across / down));
    int height = Math.clamp((long) width * down / across, 1, image.getHeight());
    int left = start(kept.x(), width, image.getWidth());
    int top = start(kept.y(), height, image.getHeight());
    var cut = new BufferedImage(width(picture), height(picture), BufferedImage.TYPE_INT_RGB);
    var graphics = cut.createGraphics();
    // Enough for the at most 1,920 pixels that an image is wide.
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        image, 0, 0, cut.getWidth(), cut.getHeight(), left, top, left + width, top + height, null);
    graphics.dispose();
    return cut;
  }

  private static int start(double focus, int length, int side) {
    return (int) Math.round(side * Focus.start(focus, (double) length / side));
  }

  /// The address of its JPEG file: `/media/<id>/16x9.jpg`, or `/media/<id>/16x9-30-45.jpg` around a
  /// focus in percents.
  public String path(Picture picture, Optional<Focus> focus) {
    var suffix = focus.map(Focus::suffix).orElse("");
    return "/media/" + picture.id() + "/" + across + "x" + down + suffix + ".jpg";
  }
}
