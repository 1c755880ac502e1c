package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A level of grey is shown as that level, in whatever way a file stores it.
class GreyScaleTest {
  private static final int SIDE = 40;

  /// Levels of grey in steps of a scanner, of which 64 is 81 in sRGB.
  private static final byte[] SCANNER = profile(1.8);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 64, 128, 200, 254, 255})
  void aGreyPngKeepsItsLevels(int level) {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      assertLevel(
          CameraFile.write(filled(new BufferedImage(SIDE, SIDE, type), level), "png"), level);
    }
    for (int bytes : new int[] {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT}) {
      assertLevel(CameraFile.write(filled(withAlpha(bytes), level), "png"), level);
    }
    assertLevel(CameraFile.write(indexed(level), "png"), level);
    assertLevel(CameraFile.write(indexed(level), "gif"), level);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17, 64, 128, 200, 255})
  void aGreyJpegKeepsItsLevels(int level) {
    var grey = filled(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY), level);
    assertLevel(CameraFile.write(grey, "jpeg"), level);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void aColourPictureThatShowsGreyKeepsItsLevels(int type) {
    var image = new BufferedImage(SIDE, SIDE, type);
    var row = new int[SIDE];
    Arrays.fill(row, 0xFF404040);
    for (int y = 0; y < SIDE; y++) {
      image.setRGB(0, y, SIDE, 1, row, 0, SIDE);
    }
    assertLevel(CameraFile.write(image, "png"), 64);
    assertLevel(CameraFile.webp(image), 64);
  }

  @ParameterizedTest
  @ValueSource(ints = {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT})
  void aHalfTransparentGreyIsShownOnWhite(int bytes) {
    var image = filled(withAlpha(bytes), 64);
    int half = bytes == DataBuffer.TYPE_BYTE ? 128 : 128 * 257;
    fill(image.getRaster(), 1, half);
    assertLevel(CameraFile.write(image, "png"), 159);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_CUSTOM})
  void theProfileOfAGreyPngIsApplied(int type) {
    var image =
        type == BufferedImage.TYPE_CUSTOM
            ? withAlpha(DataBuffer.TYPE_BYTE)
            : new BufferedImage(SIDE, SIDE, type);
    var png = CameraFile.write(filled(image, 64), "png");
    assertLevel(CameraFile.withChunk(png, "iCCP", CameraFile.compressedProfile(SCANNER)), 81);
  }

  @Test
  void theProfileOfAGreyJpegIsApplied() {
    var grey = filled(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY), 64);
    assertLevel(CameraFile.withProfile(CameraFile.jpeg(grey), SCANNER), 81);
  }

  /// A grey profile whose levels rise with this power.
  private static byte[] profile(double power) {
    var profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    int curve = new String(profile, StandardCharsets.ISO_8859_1).lastIndexOf("curv");
    ByteBuffer.wrap(profile).putShort(curve + 12, (short) (power * 256));
    return profile;
  }

  private static void assertLevel(byte[] file, int level) {
    for (int width : new int[] {SIDE, 10}) {
      var image = ((Decoder.Decoded) Decoder.decode(file, width)).image();
      for (int shift : new int[] {0, 8, 16}) {
        assertThat(image.getRGB(5, 5) >> shift & 0xFF).isBetween(level - 2, level + 2);
      }
    }
  }

  private static BufferedImage withAlpha(int type) {
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            type);
    var raster = model.createCompatibleWritableRaster(SIDE, SIDE);
    fill(raster, 1, type == DataBuffer.TYPE_BYTE ? 255 : 65_535);
    return new BufferedImage(model, raster, false, null);
  }

  private static BufferedImage filled(BufferedImage image, int level) {
    fill(image.getRaster(), 0, image.getSampleModel().getSampleSize(0) == 8 ? level : level * 257);
    return image;
  }

  private static void fill(WritableRaster raster, int band, int sample) {
    for (int i = 0; i < SIDE * SIDE; i++) {
      raster.setSample(i % SIDE, i / SIDE, band, sample);
    }
  }

  private static BufferedImage indexed(int level) {
    var levels = new byte[] {(byte) (255 - level), (byte) level};
    var model = new IndexColorModel(1, 2, levels, levels, levels);
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY, model);
    fill(image.getRaster(), 0, 1);
    return image;
  }
}
