package news.nashra.core;

/// The phrases of pages and answers in one language, by key. `error.tooLong` with the argument 200
/// is "The text is too long: at most 200 characters." in English.
@FunctionalInterface
public interface Phrases {
  /// The phrase for `key`, with `args` in place of `{0}`, `{1}`. A key without a phrase throws.
  String get(String key, Object... args);
}
