package news.nashra.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// How a page looks in a window: its first screens, as a small PNG.
record GoldenPicture(GoldenPage page, int width, ColorScheme scheme) {
  static final int PHONE = 360;
  static final int DESKTOP = 1280;

  /// What is farther down repeats what is above.
  private static final int MOST_HEIGHT = 1500;

  private static final int PALETTE = 256;

  /// The pages that readers see most.
  private static final Set<String> MAIN = Set.of("home", "section", "news", "article", "live");

  /// In Arabic every page on a phone by day and by night, and on a desk; in other languages on a
  /// phone, where a long word shows first. The main pages everywhere. The style of a night is one
  /// list of colours, and the other direction one set of logical rules, so more would show the same
  /// again.
  static List<GoldenPicture> of(GoldenPage page) {
    boolean arabic = page.language().equals("ar");
    boolean main = MAIN.contains(page.name());
    return Stream.of(
            new GoldenPicture(page, PHONE, ColorScheme.LIGHT),
            new GoldenPicture(page, PHONE, ColorScheme.DARK),
            new GoldenPicture(page, DESKTOP, ColorScheme.LIGHT),
            new GoldenPicture(page, DESKTOP, ColorScheme.DARK))
        .filter(picture -> picture.width == PHONE || arabic || main)
        .filter(picture -> picture.scheme == ColorScheme.LIGHT || arabic || main)
        .filter(picture ->
            picture.width == PHONE || picture.scheme == ColorScheme.LIGHT || (arabic && main))
        .toList();
  }

  String file() {
    return page + "." + width + "." + scheme.name().toLowerCase(Locale.ROOT) + ".png";
  }

  Browser.NewContextOptions window() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, 800)
        .setColorScheme(scheme)
        .setJavaScriptEnabled(false);
  }

  byte[] take(Page window) throws IOException {
    page.open(window);
    return small(shot(window, width));
  }

  static byte[] shot(Page window, int width) {
    double height = Math.min(MOST_HEIGHT, window.locator("html").boundingBox().height);
    return window.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setClip(0, 0, width, height));
  }

  /// The same picture in its 256 most frequent colours. The others, at the edges of letters, become
  /// the nearest of these.
  static byte[] small(byte[] png) throws IOException {
    var picture = ImageIO.read(new ByteArrayInputStream(png));
    int width = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    int[] palette = mostFrequent(pixels);
    var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    var indexed =
        new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    var nearest = new HashMap<Integer, Integer>();
    for (int i = 0; i < pixels.length; i++) {
      int colour = nearest.computeIfAbsent(pixels[i], pixel -> nearest(pixel, palette));
      indexed.getRaster().setSample(i % width, i / width, 0, colour);
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(indexed, "png", bytes);
    return bytes.toByteArray();
  }

  private static int[] mostFrequent(int[] pixels) {
    var counts = new HashMap<Integer, Integer>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(PALETTE)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static int nearest(int pixel, int[] palette) {
    return IntStream.range(0, palette.length)
        .boxed()
        .min(Comparator.comparingInt(i -> distance(pixel, palette[i])))
        .orElseThrow();
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }

  @Override
  public String toString() {
    return file();
  }
}
