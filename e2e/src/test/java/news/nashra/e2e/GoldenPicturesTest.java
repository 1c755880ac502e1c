package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of page looks as it is meant to look. The pages are the golden files of the modules;
/// their pictures are in `src/test/resources/pictures`. After an intended change of the look, renew
/// them with `-Dpictures.renew=true` and look at the difference.
///
/// A machine with other fonts or another Chromium draws letters otherwise, and lines break
/// elsewhere. So a specimen of letters is compared first, and where it differs nothing else is.
class GoldenPicturesTest extends BrowserTest {
  private static final Path PICTURES = Path.of("src/test/resources/pictures");
  private static final Path TAKEN = Path.of("target/pictures");
  private static final boolean RENEW = Boolean.getBoolean("pictures.renew");

  /// Fewer is a rounding, not a change of the look.
  private static final int MOST_PIXELS = 50;

  private static final String SPECIMEN = "specimen.png";
  private static final String LETTERS =
      """
      <!doctype html><meta charset="utf-8"><title>specimen</title>
      <body style="font-size: 20px; background: white; color: black">
      <p lang="ar" dir="rtl" style="font-family: serif">صِف خلقَ خَودٍ كمثلِ الشمسِ إذ بزغت 0123456789 «؟!»</p>
      <p lang="ar" dir="rtl" style="font-family: sans-serif; font-weight: bold">نشرة: أبجد هوز حطي كلمن سعفص قرشت</p>
      <p lang="ar" dir="rtl" style="font-family: system-ui">يحظى الضجيع بها نجلاء معطار</p>
      <p lang="fr" style="font-family: serif">Portez ce vieux whisky au juge blond qui fume : « été, ça, où ? »</p>
      <p lang="en" style="font-family: sans-serif">The quick brown fox jumps over the lazy dog, 0123456789.</p>
      <p lang="en" style="font-family: system-ui; font-weight: bold">Sphinx of black quartz, judge my vow.</p>
      """;

  @BeforeAll
  void compareLetters() throws IOException {
    Files.createDirectories(TAKEN);
    try (var context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(700, 800))) {
      var page = context.newPage();
      page.setContent(LETTERS);
      Files.write(TAKEN.resolve(SPECIMEN), GoldenPicture.small(GoldenPicture.shot(page, 700)));
    }
    if (RENEW) {
      Files.createDirectories(PICTURES);
      keep(SPECIMEN);
    }
  }

  static Stream<GoldenPage> pages() throws IOException {
    return GoldenPage.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageLooksAsItIsMeantToLook(GoldenPage page) throws IOException, InterruptedException {
    var pictures = GoldenPicture.of(page);
    for (var picture : pictures) {
      try (var context = browser.newContext(picture.window())) {
        Files.write(TAKEN.resolve(picture.file()), picture.take(context.newPage()));
      }
      if (RENEW) {
        keep(picture.file());
      }
    }
    if (RENEW) {
      return;
    }
    var different = differences(List.of(SPECIMEN)).getFirst();
    assumeTrue(
        different.equals("0"),
        "This machine draws letters otherwise than the one that took the pictures: its fonts or its"
            + " Chromium differ. Nothing is compared. fonts-noto-core and Debian's chromium are"
            + " expected; see CONTRIBUTING.md.");
    var files = pictures.stream().map(GoldenPicture::file).toList();
    assertThat(files)
        .as("renew the pictures")
        .allMatch(file -> Files.exists(PICTURES.resolve(file)));
    var differences = differences(files);
    var changed = new ArrayList<String>();
    for (int i = 0; i < files.size(); i++) {
      var pixels = differences.get(i);
      if (pixels.equals("-")) {
        changed.add(files.get(i) + " has another size");
      } else if (Integer.parseInt(pixels) > MOST_PIXELS) {
        changed.add(files.get(i) + ": " + pixels + " pixels differ, " + TAKEN.toAbsolutePath());
      }
    }
    assertThat(changed).isEmpty();
  }

  /// A page that is gone, or that has another name, leaves no picture.
  @Test
  void everyPictureHasItsPage() throws IOException {
    var expected =
        GoldenPage.all().stream()
            .flatMap(page -> GoldenPicture.of(page).stream())
            .map(GoldenPicture::file)
            .collect(Collectors.toCollection(TreeSet::new));
    expected.add(SPECIMEN);
    try (var files = Files.list(PICTURES)) {
      for (var file : files.toList()) {
        if (RENEW && !expected.contains(file.getFileName().toString())) {
          Files.delete(file);
        } else {
          assertThat(expected).contains(file.getFileName().toString());
        }
      }
    }
  }

  private static void keep(String file) throws IOException {
    Files.write(PICTURES.resolve(file), Files.readAllBytes(TAKEN.resolve(file)));
  }

  /// How many pixels of each picture differ from the kept one, `-` for another size.
  private static List<String> differences(List<String> files)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("node", "pictures/compare.mjs")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var pairs =
        files.stream()
            .map(file ->
                PICTURES.resolve(file)
                    + "\t"
                    + TAKEN.resolve(file)
                    + "\t"
                    + TAKEN.resolve("different-" + file))
            .collect(Collectors.joining("\n"));
    try (var input = process.getOutputStream()) {
      input.write(pairs.getBytes(StandardCharsets.UTF_8));
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("node pictures/compare.mjs").isZero();
    return output.lines().toList();
  }
}
