package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The logo and the colours of words are seen on light and on dark pages. Contrasts are those of
/// [WCAG 2.2](https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
class LogoTest {
  private static final double LEGIBLE = 4.5;
  private static final Pattern DARK =
      Pattern.compile("(?s)@media \\(prefers-color-scheme: dark\\) \\{(.*?\\})\\s*\\}");
  private static final Pattern FILL = Pattern.compile("[.](\\w+) \\{ fill: (#[0-9a-f]{6}); }");
  private static final Pattern COLOUR = Pattern.compile("--(\\w+): (#[0-9a-f]{6});");

  private final String logo = Edition.load().logo();
  private final String style = Features.read(Features.web("site").resolve("style.css"));

  @Test
  void bothPartsOfTheLogoAreSeenByDayAndByNight() {
    var light = named(FILL, DARK.matcher(logo).replaceFirst(""));
    var dark = named(FILL, dark(logo));
    assertThat(light).containsOnlyKeys("ring", "dot");
    assertThat(dark).containsOnlyKeys("ring", "dot");
    legible(light, named(COLOUR, DARK.matcher(style).replaceFirst("")), "paper");
    legible(dark, named(COLOUR, dark(style)), "paper");
  }

  @Test
  void wordsAreLegibleByDayAndByNight() {
    for (var scheme : new String[] {DARK.matcher(style).replaceFirst(""), dark(style)}) {
      var colours = named(COLOUR, scheme);
      var words = new LinkedHashMap<>(colours);
      words.keySet().retainAll(Set.of("ink", "soft", "accent", "mark"));
      assertThat(words).hasSize(4);
      legible(words, colours, "paper");
      legible(words, colours, "wash");
    }
  }

  private static void legible(
      Map<String, String> colours, Map<String, String> grounds, String named) {
    var ground = Objects.requireNonNull(grounds.get(named), named);
    colours.forEach((name, colour) ->
        assertThat(contrast(colour, ground))
            .as("contrast of %s %s on %s", name, colour, ground)
            .isGreaterThanOrEqualTo(LEGIBLE));
  }

  private static String dark(String text) {
    var dark = DARK.matcher(text);
    assertThat(dark.find()).isTrue();
    return dark.group(1);
  }

  private static Map<String, String> named(Pattern pattern, String text) {
    var found = new LinkedHashMap<String, String>();
    pattern.matcher(text).results().forEach(r -> found.putIfAbsent(r.group(1), r.group(2)));
    return found;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int part) {
    double value = (part & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
