package news.nashra.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import news.nashra.core.Phrases;

/// The words of pages and answers in one language, from `messages_<language>.properties`. The same
/// keys stand in each language.
public final class Messages implements Phrases {
  private final String language;
  private final Properties phrases;

  private Messages(String language, Properties phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  /// @param language `ar`, `en` or `fr`
  public static Messages of(String language) {
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

  /// The phrase of `key`, its `{0}`, `{1}` replaced. Numbers keep Latin digits without grouping.
  @Override
  public String say(String key, Object... args) {
    var phrase = phrases.getProperty(key);
    if (phrase == null) {
      throw new IllegalArgumentException("messages_" + language + ".properties lacks " + key);
    }
    for (int i = 0; i < args.length; i++) {
      phrase = phrase.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return phrase;
  }

  /// The phrase of `key` for a number of things, in the form that the language has for that number;
  /// `{0}` in it is the number.
  public String count(String key, long number) {
    return say(key + "." + Plural.of(language, number), number);
  }

  Set<String> keys() {
    return phrases.stringPropertyNames();
  }
}
