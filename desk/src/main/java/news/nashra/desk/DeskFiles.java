package news.nashra.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.core.http.Json;
import news.nashra.core.press.Page;
import news.nashra.site.Site;

/// The files of the desk: what was bundled, each under a name with its hash, and two that are of
/// this newspaper, the page that loads it and its configuration. Pure functions of the release.
final class DeskFiles {
  private static final String FOLDER = "desk/";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  private DeskFiles() {}

  /// Scripts and the style sheet, by their keys. They never change, so a desk that is open finds
  /// the parts of its own release.
  static Map<String, Page> bundled() {
    var files = new LinkedHashMap<String, Page>();
    for (var name : text("files.txt").lines().toList()) {
      var type = name.endsWith(".css") ? STYLE : SCRIPT;
      files.put(
          FOLDER + name,
          new Page.Present(read(name), type, Page.IMMUTABLE_CACHE_CONTROL, Map.of()));
    }
    return files;
  }

  /// The page of the desk and its configuration, by their keys.
  static Map<String, Page> own(Site site, SignIn signIn) {
    return Map.of(
        FOLDER + "index.html", changing(HTML, page(site)),
        FOLDER + "config.json", changing(JSON, config(site, signIn)),
        FOLDER + "licenses.txt", changing(TEXT, read("licenses.txt")));
  }

  private static Page changing(String type, byte[] bytes) {
    return new Page.Present(bytes, type, "no-cache", Map.of());
  }

  private static byte[] page(Site site) {
    var noScript = Json.read(text("noscript.json"));
    var language = site.edition().language();
    return text("index.html")
        .replace("{{language}}", site.edition().locale().toLanguageTag())
        .replace("{{direction}}", site.edition().direction())
        .replace("{{name}}", escape(site.edition().name()))
        .replace("{{icon}}", site.logo().path())
        .replace(
            "{{noscript}}",
            escape(noScript.path(noScript.has(language) ? language : "en").asText()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] config(Site site, SignIn signIn) {
    var json = new LinkedHashMap<String, Object>();
    json.put("language", site.edition().language());
    json.put("issuer", signIn.issuer());
    // On one machine the newspaper signs in itself, whatever it is called there.
    json.put("signIn", signIn.origin().equals(site.origin()) ? "" : signIn.origin());
    json.put("clientId", signIn.clientId());
    return Json.write(json).getBytes(StandardCharsets.UTF_8);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String text(String name) {
    return new String(read(name), StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) {
    try (InputStream in = DeskFiles.class.getResourceAsStream("/" + FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the package has no " + FOLDER + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
