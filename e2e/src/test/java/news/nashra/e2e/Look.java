package news.nashra.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How wide a window is, and whether it shows pages as by day or by night.
record Look(int width, ColorScheme scheme) {
  private static final int HEIGHT = 800;

  /// Each of some widths by day and by night.
  static List<Look> of(int... widths) {
    return Arrays.stream(widths)
        .boxed()
        .flatMap(width ->
            Stream.of(new Look(width, ColorScheme.LIGHT), new Look(width, ColorScheme.DARK)))
        .toList();
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme);
  }

  @Override
  public String toString() {
    return width + " " + scheme;
  }
}
