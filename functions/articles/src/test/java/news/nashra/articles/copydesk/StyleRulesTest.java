package news.nashra.articles.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.site.Dates;
import news.nashra.site.Edition;
import news.nashra.site.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of `edition/style/`, each tried on the examples beside it. In a hit the whole desk
/// finds what is in brackets and nothing else; in a miss it finds nothing.
class StyleRulesTest {
  private static final Pattern MARKED = Pattern.compile("\\[(.*?)(?: -> (.*?))?\\]");

  static Stream<Arguments> rules() {
    return Stream.of("ar", "en", "fr")
        .flatMap(language ->
            CopyDesk.rules(language).stream()
                .map(rule -> Arguments.of(language, rule.name(), rule)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rules")
  void aRuleFindsWhatItsExamplesMark(String language, String name, StyleRule rule) {
    assertThat(rule.hits()).as("hits").isNotEmpty();
    assertThat(rule.misses()).as("misses").isNotEmpty();
    for (var hit : rule.hits()) {
      var text = MARKED.matcher(hit).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
      var found = find(language, rule, text);
      assertThat(mark(text, found, hit)).isEqualTo(hit);
      var beginning = rule.message().replaceFirst("\\{(from|to)}.*", "");
      assertThat(found).as(hit).allMatch(finding -> finding.message().startsWith(beginning));
    }
    for (var miss : rule.misses()) {
      assertThat(find(language, rule, miss)).as(miss).isEmpty();
    }
  }

  /// Every wrong form of a word or name is found, and what replaces it is not.
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rules")
  void aCorrectionIsRight(String language, String name, StyleRule rule) {
    if (!rule.kind().equals("words")) {
      return;
    }
    var except = rule.list("except");
    for (var correction : rule.corrections()) {
      if (!except.contains(correction.wrong())) {
        var wrong = example(correction.wrong());
        assertThat(find(language, rule, wrong)).as(wrong).isNotEmpty();
      }
      for (var right : correction.right()) {
        assertThat(find(language, rule, example(right))).as(right).isEmpty();
      }
    }
  }

  /// A word with `*` as one that it stands for.
  private static String example(String pattern) {
    return pattern.replace("*", "ثمر");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar"})
  void thereAreManyRules(String language) {
    assertThat(CopyDesk.rules(language)).hasSizeGreaterThanOrEqualTo(60);
    assertThat(CopyDesk.rules(language)).extracting(StyleRule::name).doesNotHaveDuplicates();
  }

  private static List<Finding> find(String language, StyleRule rule, String text) {
    var field = rule.settings().getOrDefault("field", "summary");
    return desk(language).check(Map.of(field, text));
  }

  private static final Map<String, CopyDesk> DESKS = new ConcurrentHashMap<>();

  static CopyDesk desk(String language) {
    return DESKS.computeIfAbsent(
        language,
        l -> {
          var dates = new Dates(Edition.load(), Messages.load(Edition.load().language()));
          return new CopyDesk(l, CopyDesk.rules(l), dates::date);
        });
  }

  /// The text with brackets around what was found, and with the replacement where the example has
  /// one.
  private static String mark(String text, List<Finding> findings, String hit) {
    var marked = new StringBuilder();
    var replaced = new ArrayList<Boolean>();
    MARKED.matcher(hit).results().forEach(match -> replaced.add(match.group(2) != null));
    int at = 0;
    for (int i = 0; i < findings.size(); i++) {
      var finding = findings.get(i);
      marked.append(text, at, Math.max(at, finding.from()));
      marked.append('[').append(text, finding.from(), finding.to());
      if (i < replaced.size() && replaced.get(i)) {
        marked.append(" -> ").append(String.join(" | ", finding.replacements()));
      }
      marked.append(']');
      at = finding.to();
    }
    return marked.append(text.substring(at)).toString();
  }
}
