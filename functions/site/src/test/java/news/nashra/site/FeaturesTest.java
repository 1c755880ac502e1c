package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each feature owns its phrases, its style and its script, and `pom.xml` joins them.
class FeaturesTest {
  @Test
  void aPhraseHasOneOwner() {
    var owners = new HashMap<String, String>();
    var twice = new ArrayList<String>();
    for (var feature : Features.all()) {
      for (var key : Features.phrases(feature, "ar").stringPropertyNames()) {
        var other = owners.putIfAbsent(key, feature);
        if (other != null) {
          twice.add(key + " is in " + other + " and in " + feature);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("news.nashra.site.Features#all")
  void aFeatureUsesEachOfItsPhrases(String feature) {
    var code = new StringBuilder();
    Features.usedBy(feature).forEach(used -> code.append(Features.code(used)));
    assertThat(Features.phrases(feature, "ar").stringPropertyNames())
        .allMatch(key -> uses(code.toString(), key));
  }

  @ParameterizedTest
  @MethodSource("news.nashra.site.Features#all")
  void aFeatureUsesNoPhraseOfAFeatureAboveIt(String feature) {
    var code = Features.code(feature);
    for (var other : Features.all()) {
      if (!Features.usedBy(feature).contains(other)) {
        assertThat(Features.phrases(other, "ar").stringPropertyNames())
            .noneMatch(key -> code.contains('"' + key + '"'));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("news.nashra.site.Features#all")
  void aFeatureHasItsPhrasesInEachLanguage(String feature) {
    assertThat(Features.files(feature, "phrases_.*"))
        .isEqualTo(Features.files("site", "phrases_.*"));
  }

  /// All style sheets come to all pages, so a rule for `.news` of one feature moves the `.news` of
  /// another. A person looks the same on a front as in an article.
  @Test
  void aClassIsStyledByOneFeature() {
    var owners = new HashMap<String, String>();
    var twice = new ArrayList<String>();
    for (var feature : List.of("homepage", "articles", "comments")) {
      var style = Features.read(Features.web(feature).resolve("style.css"));
      var first = Pattern.compile("(?m)^\\s*[.]([\\w-]+)").matcher(style);
      while (first.find()) {
        var other = owners.putIfAbsent(first.group(1), feature);
        if (other != null && !other.equals(feature) && !first.group(1).equals("person")) {
          twice.add(first.group(1) + " is in " + other + " and in " + feature);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("news.nashra.site.Features#all")
  void pagesGetWhatEachFeatureOwns(String feature) {
    for (var name : Features.files(feature, "style[.]css")) {
      assertThat(Site.read("site.css")).contains(own(feature, name));
    }
    for (var name : Features.files(feature, "script[.]js")) {
      assertThat(Site.read("reader.js")).contains(own(feature, name));
    }
    for (var language : Features.languages()) {
      var name = "phrases_" + language + ".properties";
      assertThat(Site.read("messages_" + language + ".properties")).contains(own(feature, name));
    }
  }

  /// So that a feature that fails takes no other with it.
  @Test
  void aFeatureRunsNothingOutsideOfItsBlocks() {
    for (var script : List.of("comments/script.js", "articles/script.js", "articles/live.js")) {
      var feature = script.split("/");
      assertThat(own(feature[0], feature[1]).lines())
          .as(script)
          .allMatch(line -> line.matches("start\\(\\(\\) => \\{|}\\);|//.*|| {2}.*"));
    }
  }

  /// A key is in the code whole, or its beginning is, up to a dot.
  private static boolean uses(String code, String key) {
    var beginning = key.replaceFirst("[.][^.]*$", "");
    return code.contains('"' + key + '"')
        || code.contains('"' + beginning + ".\"")
        || code.contains("count(\"" + beginning + '"')
        || code.contains("forms(\"" + beginning + '"')
        || code.contains('"' + key.replaceFirst("[.].*$", ".") + '"');
  }

  private static String own(String feature, String name) {
    return Features.read(Features.web(feature).resolve(name));
  }
}
