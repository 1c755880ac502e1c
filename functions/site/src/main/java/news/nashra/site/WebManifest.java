package news.nashra.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.nashra.core.http.Json;

/// The [manifest](https://www.w3.org/TR/appmanifest/) with which a reader puts the newspaper on a
/// home screen. It opens as a page of the browser does, with a way back. Pure functions.
final class WebManifest {
  static final String PATH = "/manifest.webmanifest";

  /// The background of pages, `--paper` in the style sheet.
  static final String PAPER = "#fffdf9";

  private WebManifest() {}

  static Asset of(Edition edition) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", edition.name());
    json.put("short_name", edition.name());
    json.put("description", edition.tagline());
    json.put("lang", edition.locale().toLanguageTag());
    json.put("dir", edition.direction());
    json.put("id", "/");
    json.put("start_url", "/");
    json.put("scope", "/");
    json.put("display", "minimal-ui");
    json.put("background_color", PAPER);
    json.put("theme_color", PAPER);
    var icon = edition.icon();
    json.put(
        "icons",
        List.of(
            icon(icon, Icon.SMALL, "any"),
            icon(icon, Icon.LARGE, "any"),
            icon(icon, Icon.LARGE, "maskable")));
    return Asset.wellKnown(
        PATH, "application/manifest+json", Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> icon(Icon icon, int side, String purpose) {
    return new TreeMap<>(
        Map.of(
            "src",
            icon.path(side),
            "sizes",
            side + "x" + side,
            "type",
            "image/png",
            "purpose",
            purpose));
  }
}
