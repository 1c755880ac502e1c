package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final BufferedImage UPRIGHT = CameraFile.quarters(WIDTH, HEIGHT);

  private static Stream<byte[]> cameras() {
    return IntStream.rangeClosed(1, 8)
        .boxed()
        .flatMap(n -> {
          var held = CameraFile.held(UPRIGHT, n);
          var jpeg = CameraFile.jpeg(held);
          var big = CameraFile.exif(n, ByteOrder.BIG_ENDIAN);
          var little = CameraFile.exif(n, ByteOrder.LITTLE_ENDIAN);
          var xmp = "http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(StandardCharsets.ISO_8859_1);
          var bare = Arrays.copyOfRange(big, 6, big.length);
          return Stream.of(
              CameraFile.with(jpeg, big),
              CameraFile.with(jpeg, little),
              CameraFile.with(jpeg, xmp, little),
              CameraFile.with(jpeg, CameraFile.exif(n, ByteOrder.LITTLE_ENDIAN, 16)),
              CameraFile.with(CameraFile.progressive(held), big),
              CameraFile.withChunk(CameraFile.write(held, "png"), "eXIf", bare),
              CameraFile.withRiff(
                  CameraFile.webp(held), held.getWidth(), held.getHeight(), 8, "EXIF", little));
        });
  }

  @ParameterizedTest
  @MethodSource("cameras")
  void aPictureIsUprightHoweverTheCameraWasHeld(byte[] file) {
    var decoded = decode(file);
    assertThat(List.of(decoded.width(), decoded.height())).containsExactly(WIDTH, HEIGHT);
    assertQuarters(decoded.image());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 255, 65535})
  void anInvalidOrientationCountsAsUpright(int orientation) {
    var exif = CameraFile.exif(orientation, ByteOrder.LITTLE_ENDIAN);
    assertQuarters(decode(CameraFile.with(CameraFile.jpeg(UPRIGHT), exif)).image());
  }

  @Test
  void aBrokenExifBlockIsIgnored() {
    var exif = CameraFile.exif(6, ByteOrder.LITTLE_ENDIAN);
    for (int length = 6; length < exif.length; length++) {
      var cut = Arrays.copyOf(exif, length);
      assertThat(Decoder.decode(CameraFile.with(CameraFile.jpeg(UPRIGHT), cut), 100))
          .isInstanceOf(Decoder.Decoded.class);
    }
  }

  @Test
  void cmykIsConvertedToRgb() {
    var file = CameraFile.adobe(CameraFile.cmyk(32, 255, 0, 0, 255)); // magenta and yellow
    var red = new Color(decode(file).image().getRGB(9, 9));
    assertThat(red.getRed()).isGreaterThan(180);
    assertThat(red.getBlue()).isLessThan(90);
  }

  @Test
  void transparentPixelsAreShownOnWhite() {
    var clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 200; i++) {
      clear.setRGB(i % 10, i / 10, 0x80000000);
    }
    for (var file : List.of(CameraFile.write(clear, "png"), CameraFile.write(clear, "gif"))) {
      assertThat(decode(file).image().getRGB(15, 15)).isEqualTo(0xFFFFFFFF);
    }
    assertThat(decode(CameraFile.write(clear, "png")).image().getRGB(5, 5) & 0xFF)
        .isBetween(125, 130);
  }

  @Test
  void coloursOfAProfileAreConvertedToSrgb() {
    var image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 100; i++) {
      image.setRGB(i % 10, i / 10, 0x808080);
    }
    var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    var png =
        CameraFile.withChunk(
            CameraFile.write(image, "png"), "iCCP", CameraFile.compressedProfile(linear));
    assertThat(decode(png).image().getRGB(5, 5) & 0xFF).isBetween(186, 190);
    var jpeg = CameraFile.withProfile(CameraFile.jpeg(image), linear);
    assertThat(decode(jpeg).image().getRGB(5, 5) & 0xFF).isBetween(184, 192);
    var webp = CameraFile.withRiff(CameraFile.webp(image), 10, 10, 32, "ICCP", linear);
    assertThat(decode(webp).image().getRGB(5, 5) & 0xFF).isBetween(184, 192);
  }

  @Test
  void aWidePictureIsScaledDown() {
    var decoded =
        (Decoder.Decoded) Decoder.decode(CameraFile.jpeg(CameraFile.quarters(900, 300)), 300);
    assertThat(decoded.width()).isEqualTo(900);
    assertThat(decoded.image().getWidth()).isEqualTo(300);
    assertThat(decoded.image().getHeight()).isEqualTo(100);
    assertQuarters(decoded.image());
  }

  @Test
  void theFirstFrameOfAGifIsUsed() {
    assertQuarters(decode(Animation.gif(96, 64, 0, 0, UPRIGHT)).image());
  }

  @Test
  void theFirstFrameOfAWebpIsUsed() {
    var clear = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(
        0, 0, WIDTH, HEIGHT, UPRIGHT.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH), 0, WIDTH);
    for (int y = HEIGHT / 2; y < HEIGHT; y++) {
      for (int x = WIDTH / 2; x < WIDTH; x++) {
        clear.setRGB(x, y, 0); // shown as white
      }
    }
    assertQuarters(decode(Animation.webp(96, 64, 0, 0, UPRIGHT)).image());
    assertQuarters(decode(Animation.webp(96, 64, 0, 0, clear)).image());
  }

  @Test
  void aFrameThatCoversAPartOfThePictureIsInItsPlace() {
    for (var file :
        List.of(
            Animation.gif(200, 100, 100, 30, UPRIGHT),
            Animation.webp(200, 100, 100, 30, UPRIGHT))) {
      var decoded = decode(file);
      assertThat(List.of(decoded.width(), decoded.height())).containsExactly(200, 100);
      assertThat(decoded.image().getRGB(99, 31)).isEqualTo(0xFFFFFFFF);
      assertThat(decoded.image().getRGB(110, 29)).isEqualTo(0xFFFFFFFF);
      assertQuarters(decoded.image().getSubimage(100, 30, WIDTH, HEIGHT));
    }
  }

  @Test
  void aFrameBeyondTheScreenWidensIt() {
    var decoded = decode(Animation.gif(10, 10, 4, 6, UPRIGHT));
    assertThat(List.of(decoded.width(), decoded.height())).containsExactly(100, 70);
    assertQuarters(decoded.image().getSubimage(4, 6, WIDTH, HEIGHT));
  }

  @Test
  void anAnimationThatIsTooLargeIsRefusedByItsHeader() {
    assertThat(Decoder.decode(Animation.gif(60_000, 60_000, 0, 0, UPRIGHT), 100))
        .isEqualTo(new Decoder.Refused(Refusal.PIXELS));
    assertThat(Decoder.decode(Animation.webp(16_000, 16_000, 0, 0, UPRIGHT), 100))
        .isEqualTo(new Decoder.Refused(Refusal.PIXELS));
  }

  @Test
  void anAnimationWithoutItsWholeFirstFrameIsBroken() {
    var whole = Animation.webp(96, 64, 0, 0, UPRIGHT);
    int second = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("ANMF");
    for (int length = 31; length < second; length++) {
      assertThat(Decoder.decode(Arrays.copyOf(whole, length), 100))
          .isEqualTo(new Decoder.Refused(Refusal.BROKEN));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "webp"})
  void aTruncatedFileIsBroken(String format) {
    var whole =
        format.equals("webp")
            ? CameraFile.webp(CameraFile.quarters(400, 300))
            : CameraFile.write(noise(400, 300), format);
    for (double part : List.of(0.99, 0.7, 0.3)) {
      var cut = Arrays.copyOf(whole, (int) (whole.length * part));
      assertThat(Decoder.decode(cut, 100)).isEqualTo(new Decoder.Refused(Refusal.BROKEN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "BM",
        "II*\0",
        "%PDF-1.7",
        "",
        "\0\0\0\u0020ftypmp42\0\0\0\0mp42isom",
        "\0\0\0\u0020ftyp"
      })
  void aFileOfAnotherFormatIsRefused(String text) {
    assertThat(Decoder.decode(text.getBytes(StandardCharsets.ISO_8859_1), 100))
        .isEqualTo(new Decoder.Refused(Refusal.FORMAT));
  }

  @ParameterizedTest
  @CsvSource({
    "ftypheic, HEIC",
    "ftypmif1....miafheic, HEIC",
    "ftypmif1....avifmif1, AVIF",
    "ftypavif, AVIF"
  })
  void aPhotographOfAPhoneIsRefusedByItsName(String brands, Refusal refusal) {
    var file = ("\0\0\0\u001C" + brands + "\0".repeat(20)).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Decoder.decode(file, 100)).isEqualTo(new Decoder.Refused(refusal));
  }

  @Test
  void aDecompressionBombIsRefusedByItsHeader() {
    var png = CameraFile.write(CameraFile.quarters(8, 8), "png");
    var huge = java.nio.ByteBuffer.wrap(png.clone()).putInt(16, 60_000).putInt(20, 60_000).array();
    var crc = new java.util.zip.CRC32();
    crc.update(huge, 12, 17);
    java.nio.ByteBuffer.wrap(huge).putInt(29, (int) crc.getValue());
    assertThat(Decoder.decode(huge, 100)).isEqualTo(new Decoder.Refused(Refusal.PIXELS));
  }

  @Test
  void anUnreadableProfileIsIgnored() {
    var bomb = CameraFile.compressedProfile(new byte[64 * 1024 * 1024]);
    var png = CameraFile.withChunk(CameraFile.write(UPRIGHT, "png"), "iCCP", bomb);
    assertQuarters(decode(png).image());
  }

  @Test
  void aPictureThatIsTooTallIsRefused() {
    assertThat(Decoder.decode(CameraFile.jpeg(CameraFile.quarters(20, 162)), 100))
        .isEqualTo(new Decoder.Refused(Refusal.SHAPE));
    assertThat(Decoder.decode(CameraFile.jpeg(CameraFile.quarters(162, 20)), 100))
        .isInstanceOf(Decoder.Decoded.class);
  }

  static BufferedImage noise(int width, int height) {
    var random = new java.util.Random(1);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt() & 0xFFFFFF);
    }
    return image;
  }

  private static Decoder.Decoded decode(byte[] file) {
    var result = Decoder.decode(file, 1920);
    assertThat(result).isInstanceOf(Decoder.Decoded.class);
    var decoded = (Decoder.Decoded) result;
    assertThat(decoded.image().getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    return decoded;
  }

  private static void assertQuarters(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    var expected = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < 4; i++) {
      var found = new Color(image.getRGB(w / 4 + i % 2 * w / 2, h / 4 + i / 2 * h / 2));
      for (var part :
          List.of(
              new int[] {found.getRed(), expected[i].getRed()},
              new int[] {found.getGreen(), expected[i].getGreen()},
              new int[] {found.getBlue(), expected[i].getBlue()})) {
        assertThat(part[0]).as("quarter " + i + " " + found).isBetween(part[1] - 12, part[1] + 12);
      }
    }
  }

  static {
    ImageIO.setUseCache(false);
  }
}
