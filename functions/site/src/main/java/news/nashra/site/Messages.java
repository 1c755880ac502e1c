package news.nashra.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import news.nashra.core.Phrases;

/// The phrases of pages and answers in one language. Each feature owns its phrases
/// (`src/main/web/phrases_<language>.properties`); the build joins them into
/// `messages_<language>.properties`. Every language has the same keys. Immutable.
public final class Messages implements Phrases {
  private final String language;
  private final Properties phrases;

  private Messages(String language, Properties phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  /// Reads the phrases of a language, such as `ar`. One without phrases throws.
  public static Messages load(String language) {
    var file = "messages_" + language + ".properties";
    try (var stream = Messages.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("edition.json: no words for the language " + language);
      }
      var phrases = new Properties();
      phrases.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new Messages(language, phrases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The phrase for `key`, with `args` in place of `{0}`, `{1}`. Numbers are written in Latin
  /// digits, without grouping. A key without a phrase throws.
  @Override
  public String get(String key, Object... args) {
    var phrase = phrases.getProperty(key);
    if (phrase == null) {
      throw new IllegalArgumentException("messages_" + language + ".properties lacks " + key);
    }
    return fill(phrase, args);
  }

  /// Puts each argument into its places. An argument is not read for places itself: a headline may
  /// have `{1}` in it.
  private static String fill(String phrase, Object... args) {
    var filled = new StringBuilder();
    int from = 0;
    for (int at = phrase.indexOf('{'); at >= 0; at = phrase.indexOf('{', at + 1)) {
      int end = phrase.indexOf('}', at);
      int number = end == at + 2 ? phrase.charAt(at + 1) - '0' : -1;
      if (number >= 0 && number < args.length) {
        filled.append(phrase, from, at).append(args[number]);
        from = end + 1;
      }
    }
    return filled.append(phrase, from, phrase.length()).toString();
  }

  /// The phrase for a number of things, in the plural form that the language has for `number`:
  /// `key.one`, `key.few`. `{0}` is the number.
  public String count(String key, long number) {
    return get(key + "." + Plural.form(language, number), number);
  }

  /// The plural forms of a phrase, for a script that knows the number only in the browser: by the
  /// names that `Intl.PluralRules` gives them, without those that are the same as `other`.
  public SortedMap<String, String> forms(String key) {
    var other = get(key + ".other");
    var forms = new TreeMap<String, String>();
    for (var form : Plural.FORMS) {
      var phrase = get(key + "." + form);
      if (form.equals("other") || !phrase.equals(other)) {
        forms.put(form, phrase);
      }
    }
    return forms;
  }

  Set<String> keys() {
    return phrases.stringPropertyNames();
  }
}
