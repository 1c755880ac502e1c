package news.nashra.e2e;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The [Nu HTML checker](https://validator.github.io/validator/), as others run it, from the jars
/// that the module `html-checker` gathers.
final class HtmlChecker {
  private static final ClassLoader JARS = jars();

  private HtmlChecker() {}

  /// The errors and warnings that the checker has about a page, with their places.
  static List<String> faults(String html) {
    try {
      var report = report(html.getBytes(StandardCharsets.UTF_8));
      var faults = new ArrayList<String>();
      for (var message : new JsonMapper().readTree(report).path("messages")) {
        if (!message.path("type").asText().equals("info")) {
          faults.add(message.path("message").asText() + " at " + message.path("extract").asText());
        }
      }
      return faults;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String report(byte[] html) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(JARS);
    try {
      var type = JARS.loadClass("nu.validator.client.EmbeddedValidator");
      var format = JARS.loadClass("nu.validator.client.EmbeddedValidator$OutputFormat");
      var checker = type.getConstructor().newInstance();
      type.getMethod("setOutputFormat", format)
          .invoke(checker, format.getMethod("valueOf", String.class).invoke(null, "JSON"));
      return (String)
          type.getMethod("validate", InputStream.class)
              .invoke(checker, new ByteArrayInputStream(html));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the checker failed", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassLoader jars() {
    try (var files = Files.list(Newspaper.HOME.resolve("e2e/html-checker/target/lib"))) {
      var urls = new ArrayList<URL>();
      for (var jar : files.toList()) {
        urls.add(jar.toUri().toURL());
      }
      return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
