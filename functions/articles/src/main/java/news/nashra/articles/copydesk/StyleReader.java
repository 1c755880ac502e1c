package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the files of `edition/style/`, as its README describes them. What it does not understand
/// throws, with the rule and the line.
final class StyleReader {
  private static final char NO_BREAK_SPACE = '\u00A0';

  private static final Set<String> SETTINGS =
      Set.of(
          "kind", "before", "after", "except", "never", "left", "right", "open", "close", "pairs",
          "field", "limit");

  private final List<StyleRule> rules = new ArrayList<>();
  private String name = "";
  private String message = "";
  private final Map<String, String> settings = new HashMap<>();
  private final List<StyleRule.Correction> corrections = new ArrayList<>();
  private final List<String> hits = new ArrayList<>();
  private final List<String> misses = new ArrayList<>();

  private StyleReader() {}

  static List<StyleRule> read(String file) {
    var reader = new StyleReader();
    file.lines().map(String::strip).forEach(reader::line);
    reader.finish();
    return List.copyOf(reader.rules);
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("= ")) {
      finish();
      name = line.substring(2).strip();
      return;
    }
    int colon = line.indexOf(": ");
    var key = colon < 0 ? "" : line.substring(0, colon);
    var value = colon < 0 ? "" : line.substring(colon + 2).strip();
    switch (key) {
      case "message" -> message = value;
      case "hit" -> hits.add(value.replace('⍽', NO_BREAK_SPACE));
      case "miss" -> misses.add(value.replace('⍽', NO_BREAK_SPACE));
      default -> {
        if (SETTINGS.contains(key)) {
          settings.put(key, characters(value));
        } else {
          correction(line);
        }
      }
    }
  }

  private void correction(String line) {
    var sides = line.split(" -> ", -1);
    if (sides.length != 2 || name.isEmpty()) {
      throw new IllegalArgumentException(
          "edition/style, rule " + name + ": not understood: " + line);
    }
    var right =
        Arrays.stream(sides[1].split("\\|")).map(String::strip).map(StyleReader::characters);
    corrections.add(new StyleRule.Correction(characters(sides[0].strip()), right.toList()));
  }

  /// `␣` is a space, `⍽` a no-break space and `∅` nothing, so that they can be seen in the file.
  private static String characters(String text) {
    return text.replace('␣', ' ').replace('⍽', NO_BREAK_SPACE).replace("∅", "");
  }

  private void finish() {
    if (!name.isEmpty()) {
      var rule = new StyleRule(name, message, settings, corrections, hits, misses);
      if (message.isEmpty()) {
        throw rule.wrong("message is missing");
      }
      rules.add(rule);
    }
    name = "";
    message = "";
    settings.clear();
    corrections.clear();
    hits.clear();
    misses.clear();
  }
}
