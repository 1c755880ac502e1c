package news.nashra.articles.desk;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The public numbers of a class of limits, by their names as JSON writes them: `MADE_SUMMARY`
/// becomes `madeSummary`. So a limit that is added is also told.
final class Constants {
  private Constants() {}

  static Map<String, Long> of(Class<?> limits) {
    var values = new LinkedHashMap<String, Long>();
    for (var field : limits.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers()) && Modifier.isStatic(field.getModifiers())) {
        values.put(name(field.getName()), value(field));
      }
    }
    return values;
  }

  static String name(String constant) {
    var words = constant.toLowerCase(Locale.ROOT).split("_");
    var name = new StringBuilder(words[0]);
    Arrays.stream(words)
        .skip(1)
        .forEach(word ->
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length()));
    return name.toString();
  }

  private static long value(Field field) {
    try {
      return field.getLong(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("not a public limit: " + field, e);
    }
  }
}
