package news.nashra.articles.copydesk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.nashra.site.Dates;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// Checks the texts of an article by the rules of the edition's language. Takes time in proportion
/// to the length of the texts, whatever they consist of. Thread-safe.
public final class CopyDesk {
  /// The most findings of one answer. Who mends these and asks again finds the others.
  public static final int MAX_FINDINGS = 500;

  static final String BODY = "bodyHtml";

  private final String language;
  private final List<Check> checks = new ArrayList<>();

  CopyDesk(String language, List<StyleRule> rules, Function<LocalDate, String> houseStyle) {
    this.language = language;
    checks.add(new WordCheck(ofKind("words", rules)));
    checks.add(new SignCheck(ofKind("signs", rules)));
    rules.stream()
        .filter(rule -> !List.of("words", "signs").contains(rule.kind()))
        .map(rule -> check(rule, houseStyle))
        .forEach(checks::add);
  }

  /// Reads the rules of the edition's language from `edition/style/`. A language without rules has
  /// a desk that finds nothing.
  public static CopyDesk of(Edition edition) {
    var dates = new Dates(edition, Messages.load(edition.language()));
    return new CopyDesk(edition.language(), rules(edition.language()), dates::date);
  }

  static List<StyleRule> rules(String language) {
    var rules = new ArrayList<StyleRule>();
    for (var file : List.of("style/" + language + ".txt", "style/names." + language + ".txt")) {
      Edition.findFile(file).map(StyleReader::read).ifPresent(rules::addAll);
    }
    return rules;
  }

  private static List<StyleRule> ofKind(String kind, List<StyleRule> rules) {
    return rules.stream().filter(rule -> rule.kind().equals(kind)).toList();
  }

  private static Check check(StyleRule rule, Function<LocalDate, String> houseStyle) {
    return switch (rule.kind()) {
      case "doubled words" -> new DoubledWords(rule);
      case "doubled spaces" -> new DoubledSpaces(rule);
      case "tatweel" -> new Tatweel(rule);
      case "digits" -> new ForeignDigits(rule);
      case "straight quotes" -> new StraightQuotes(rule);
      case "pairs" -> new Pairs(rule);
      case "dates" -> new NumericDates(rule, houseStyle);
      case "length" -> new TooLong(rule);
      default -> throw rule.wrong("there is no kind " + rule.kind());
    };
  }

  /// Checks texts by the field that each is from, in this order.
  public List<Finding> check(Map<String, String> texts) {
    var findings = new ArrayList<Finding>();
    texts.forEach((field, text) -> findings.addAll(check(field, text)));
    return List.copyOf(findings.subList(0, Math.min(MAX_FINDINGS, findings.size())));
  }

  private List<Finding> check(String field, String sent) {
    var text = field.equals(BODY) ? HtmlText.read(sent, language) : CheckedText.plain(sent);
    var slips = new Slips(Passage.of(field, text), MAX_FINDINGS);
    checks.forEach(slips::run);
    return slips.inOrder();
  }
}
