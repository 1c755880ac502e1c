package news.nashra.homepage;

import java.nio.charset.StandardCharsets;
import news.nashra.core.press.Page;
import news.nashra.testing.GoldenFiles;

/// Compares pages with golden files.
final class Golden {
  private Golden() {}

  static void check(String name, Page page) {
    GoldenFiles.check(name, new String(((Page.Present) page).bytes(), StandardCharsets.UTF_8));
  }
}
