package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One word for one concept, in pages, answers, mails, the desk and the texts of the edition:
/// `docs/glossary.md`.
class WordsTest {
  private static final Path ROOT = Path.of("../..");

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("words")
  void aConceptHasOneWord(String languages, String keys, String not, String instead)
      throws IOException {
    var word = Pattern.compile(not);
    var found = new ArrayList<String>();
    for (var language : languages.split(", ")) {
      phrases(language)
          .forEach((key, phrase) -> {
            var match = word.matcher(phrase);
            if (key.matches(keys) && match.find()) {
              found.add(language + ", " + key + ": " + match.group());
            }
          });
    }
    assertThat(found).as("write " + instead).isEmpty();
  }

  private static Stream<Arguments> words() {
    return CaseFile.read("words-not-used.txt", 4);
  }

  /// All that is said in a language, by its key. A key of the desk begins with `desk:`, one of the
  /// edition with `edition:`.
  private static Map<String, String> phrases(String language) throws IOException {
    var all = new TreeMap<String, String>();
    for (var feature : Features.all()) {
      var own = Features.phrases(feature, language);
      own.stringPropertyNames().forEach(key -> all.put(key, own.getProperty(key)));
    }
    for (var file : files("desk/src/main/web", "phrases_" + language + ".json")) {
      Json.read(Files.readString(file))
          .properties()
          .forEach(phrase -> all.put("desk:" + phrase.getKey(), phrase.getValue().asText()));
    }
    for (var file : files("edition", "." + language + ".html")) {
      var lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        all.put(
            "edition:" + file.getFileName() + ":" + (i + 1),
            lines.get(i).replaceAll("<[^>]+>", ""));
      }
    }
    var edition = Json.read(Files.readString(ROOT.resolve("edition/edition.json")));
    all.put("edition:conditions", edition.at("/comments/conditions/" + language).asText());
    return all;
  }

  /// The files in a folder, and below it, whose names end with `end`.
  private static List<Path> files(String folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
