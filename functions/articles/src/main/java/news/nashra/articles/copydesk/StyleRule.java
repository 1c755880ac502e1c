package news.nashra.articles.copydesk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A rule as a file of `edition/style/` states it.
///
/// @param settings its lines `key: value`, without message and examples
/// @param corrections its lines `wrong -> right`, in their order
/// @param hits examples in which the rule finds what is in brackets
/// @param misses examples in which nothing is found
record StyleRule(
    String name,
    String message,
    Map<String, String> settings,
    List<Correction> corrections,
    List<String> hits,
    List<String> misses) {
  /// @param right the likeliest first
  record Correction(String wrong, List<String> right) {
    Correction {
      right = List.copyOf(right);
    }
  }

  StyleRule {
    settings = Map.copyOf(settings);
    corrections = List.copyOf(corrections);
    hits = List.copyOf(hits);
    misses = List.copyOf(misses);
  }

  /// What it is a rule about: `words` unless it says otherwise.
  String kind() {
    return settings.getOrDefault("kind", "words");
  }

  /// A setting that is a list of words, with a space between two.
  List<String> list(String key) {
    return Arrays.stream(settings.getOrDefault(key, "").split(" "))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// A setting that the rule must have.
  String require(String key) {
    var value = settings.get(key);
    if (value == null) {
      throw wrong(key + " is missing");
    }
    return value;
  }

  IllegalArgumentException wrong(String fault) {
    return new IllegalArgumentException("edition/style, rule " + name + ": " + fault);
  }
}
