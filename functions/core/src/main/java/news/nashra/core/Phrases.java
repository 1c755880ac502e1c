package news.nashra.core;

/// Words in the edition's language, looked up by key: `error.tooLong` with a limit of 200 says "at
/// most 200 characters" in Arabic, English or French.
@FunctionalInterface
public interface Phrases {
  /// The phrase of `key` with `args` in its places. A key that nobody wrote is a fault of the
  /// program and throws.
  String say(String key, Object... args);
}
