package news.nashra.site;

import java.util.List;

/// The plural rules of languages, from
/// [CLDR](https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html). A
/// language that is not named here has the rules of English. Pure functions.
final class Plural {
  /// The forms of all languages together.
  static final List<String> FORMS = List.of("zero", "one", "two", "few", "many", "other");

  private Plural() {}

  static String form(String language, long number) {
    return switch (language) {
      case "ar" -> arabic(number);
      case "fr" -> number < 2 ? "one" : "other";
      default -> number == 1 ? "one" : "other";
    };
  }

  private static String arabic(long number) {
    if (number < 3) {
      return FORMS.get((int) number);
    }
    long last = number % 100;
    return last >= 3 && last <= 10 ? "few" : last >= 11 ? "many" : "other";
  }
}
