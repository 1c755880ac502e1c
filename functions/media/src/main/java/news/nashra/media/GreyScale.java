package news.nashra.media;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// Converts grey pictures to sRGB. Java takes the numbers of a grey picture for amounts of light,
/// and would show it too light; in files they are levels of sRGB, unless a profile says otherwise.
final class GreyScale {
  private static final int LEVELS = 256;

  private GreyScale() {}

  static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /// The same picture in sRGB, with its transparency.
  ///
  /// @param profile of the file; one that is not for grey is ignored
  static BufferedImage toSrgb(BufferedImage grey, Optional<ICC_Profile> profile) {
    var raster = grey.getRaster();
    boolean alpha = grey.getColorModel().hasAlpha();
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    var levels = levels(profile.or(() -> ownProfile(grey)));
    int width = grey.getWidth();
    var srgb =
        new BufferedImage(
            width,
            grey.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    var samples = new int[width];
    var opacities = new int[width];
    var row = new int[width];
    for (int y = 0; y < grey.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, samples);
      if (alpha) {
        raster.getSamples(0, y, width, 1, 1, opacities);
      }
      for (int x = 0; x < width; x++) {
        int level = levels[samples[x] >> shift];
        row[x] = (alpha ? opacities[x] >> shift << 24 : 0) | level << 16 | level << 8 | level;
      }
      srgb.getRaster().setDataElements(0, y, width, 1, row);
    }
    return srgb;
  }

  /// The profile that the decoder has found in a file; absent for Java's own.
  private static Optional<ICC_Profile> ownProfile(BufferedImage image) {
    return image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space
            && !space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY))
        ? Optional.of(space.getProfile())
        : Optional.empty();
  }

  /// What each level is in sRGB.
  private static int[] levels(Optional<ICC_Profile> profile) {
    var levels = new int[LEVELS];
    var space =
        profile.filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_GRAY).map(ICC_ColorSpace::new);
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = i;
    }
    try {
      for (int i = 0; i < LEVELS && space.isPresent(); i++) {
        float green = space.get().toRGB(new float[] {i / (LEVELS - 1f)})[1];
        levels[i] = Math.clamp(Math.round(green * (LEVELS - 1)), 0, LEVELS - 1);
      }
    } catch (java.awt.color.CMMException | IllegalArgumentException e) {
      return levels(Optional.empty()); // the colour engine rejects the profile
    }
    return levels;
  }
}
