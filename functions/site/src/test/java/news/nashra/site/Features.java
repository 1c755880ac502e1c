package news.nashra.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The sources of the modules under `functions/`, for tests of what pages get from each of them.
final class Features {
  private static final Path FUNCTIONS = Path.of("..");

  private Features() {}

  /// The modules that have phrases, a style sheet or a script.
  static List<String> all() {
    return list(FUNCTIONS, folder -> Files.isDirectory(web(folder.getFileName().toString())));
  }

  /// The modules that `feature` may use, itself among them.
  static List<String> usedBy(String feature) {
    return switch (feature) {
      case "core" -> List.of("core");
      case "site" -> List.of("core", "site");
      case "comments", "media" -> List.of("core", "site", feature);
      case "articles" -> List.of("core", "site", "comments", "media", "articles");
      default -> all();
    };
  }

  /// The names of a feature's files in `src/main/web` that match `regex`.
  static List<String> files(String feature, String regex) {
    return list(web(feature), file -> file.getFileName().toString().matches(regex));
  }

  /// The languages that any feature has phrases in.
  static List<String> languages() {
    return files("site", "phrases_.*").stream()
        .map(name -> name.replaceAll("phrases_|[.]properties", ""))
        .toList();
  }

  /// The languages that come in one file, for all features.
  static List<String> wholeLanguages() {
    var folder = web("site").resolve("languages");
    return Files.exists(folder)
        ? list(folder, file -> true).stream().map(name -> name.replace(".properties", "")).toList()
        : List.of();
  }

  static Properties phrases(String feature, String language) {
    var phrases = new Properties();
    try (var reader =
        Files.newBufferedReader(web(feature).resolve("phrases_" + language + ".properties"))) {
      phrases.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  /// The feature's Java and templates, as one text.
  static String code(String feature) {
    try (var files = Files.walk(FUNCTIONS.resolve(feature).resolve("src/main"))) {
      return files
          .filter(file -> file.toString().matches(".*[.](java|jte)"))
          .map(Features::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path web(String feature) {
    return FUNCTIONS.resolve(feature).resolve("src/main/web");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> list(Path folder, Predicate<Path> wanted) {
    try (var files = Files.list(folder)) {
      return files.filter(wanted).map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
