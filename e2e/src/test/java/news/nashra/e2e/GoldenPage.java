package news.nashra.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.site.Asset;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.jsoup.Jsoup;

/// A golden file of a module that is a whole page: the same bytes on every machine and every day.
/// It gets its style and the files that it loads from this build.
///
/// @param name what kind of page it is, `home`
record GoldenPage(String name, String language, Path file) {
  /// Machines have different faces of equal width; all have this one, with Arabic.
  private static final String CODE = "code{font-family:Noto Sans}";

  private static final String ORIGIN = "https://news.example";
  private static final Path FUNCTIONS = Path.of("../functions");
  private static final Site SITE = Site.of(Edition.load(), ORIGIN);
  private static final Pattern PICTURE = Pattern.compile("/media/([^/]+)/.*");

  /// The pages of all modules, by their names.
  static List<GoldenPage> all() throws IOException {
    try (Stream<Path> files = Files.walk(FUNCTIONS, 6)) {
      return files
          .filter(file ->
              file.toString().matches(".*/src/test/resources/golden/[\\w-]+[.][a-z]+[.]html"))
          .filter(GoldenPage::isWhole)
          .map(GoldenPage::of)
          .sorted(Comparator.comparing(GoldenPage::toString))
          .toList();
    }
  }

  /// Opens it in a window that runs no script.
  void open(Page page) throws IOException {
    var html =
        Files.readString(file)
            .replace("<style></style>", "<style>" + SITE.style() + CODE + "</style>");
    page.route("**/*", route -> answer(route, html));
    page.navigate(ORIGIN + "/");
  }

  private static void answer(Route route, String html) {
    var path = URI.create(route.request().url()).getPath();
    var picture = PICTURE.matcher(path);
    if (path.equals("/")) {
      route.fulfill(reply("text/html; charset=utf-8").setBody(html));
    } else if (picture.matches()) {
      route.fulfill(reply("image/svg+xml").setBody(drawing(picture.group(1), html)));
    } else {
      asset(path)
          .map(Asset::page)
          .ifPresentOrElse(
              file -> route.fulfill(reply(file.contentType()).setBodyBytes(file.bytes())),
              () -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    }
  }

  private static Route.FulfillOptions reply(String contentType) {
    return new Route.FulfillOptions().setContentType(contentType);
  }

  /// The file at an address, or at one that differs in its hash alone.
  private static Optional<Asset> asset(String path) {
    return SITE.assets().stream()
        .filter(asset ->
            asset.path().equals(path)
                || asset.path().replaceFirst("-[0-9a-f]{10}[.]", "-HASH.").equals(path))
        .findFirst();
  }

  /// A plain picture of the shape that the page gives it.
  private static String drawing(String id, String html) {
    var image = Jsoup.parse(html).expectFirst("img[src*=/" + id + "/]");
    return "<svg xmlns='http://www.w3.org/2000/svg' width='%s' height='%s'><rect width='100%%' height='100%%' fill='#8a7a5c'/></svg>"
        .formatted(image.attr("width"), image.attr("height"));
  }

  /// The latest news is no page but a part of others.
  private static boolean isWhole(Path file) {
    try {
      return Files.readString(file).contains("<style></style>")
          && !file.getFileName().toString().startsWith("latest.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenPage of(Path file) {
    var parts = file.getFileName().toString().split("[.]");
    return new GoldenPage(parts[0], parts[1], file);
  }

  @Override
  public String toString() {
    return name + "." + language;
  }
}
