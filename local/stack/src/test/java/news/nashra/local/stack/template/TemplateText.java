package news.nashra.local.stack.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Templates for tests.
public final class TemplateText {
  private TemplateText() {}

  public static Template parse(String text) {
    return Template.parse(text, Map.of(), name -> "{\"turn1\": \"the secret of " + name + "\"}");
  }

  /// The template of the newspaper.
  public static String newspaper() {
    try {
      return Files.readString(Path.of("../../template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The template of the newspaper with one text, which it has once, replaced.
  public static Template newspaper(String text, String replacement) {
    var whole = newspaper();
    int at = whole.indexOf(text);
    if (at < 0 || whole.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException("not once in template.yaml: " + text);
    }
    return parse(whole.replace(text, replacement));
  }

  /// The number of the line that has a text.
  public static int line(String text) {
    return newspaper().substring(0, newspaper().indexOf(text)).split("\n", -1).length;
  }
}
