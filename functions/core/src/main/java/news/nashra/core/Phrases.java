package news.nashra.core;

/// Phrases in the edition's language, looked up by key: `error.tooLong` with a limit of 200 says
/// "at most 200 characters" in Arabic, English or French.
@FunctionalInterface
public interface Phrases {
  /// Returns the phrase of `key` with `args` filled in. An unknown key is a bug and throws.
  String say(String key, Object... args);
}
