package news.nashra.core;

import java.util.List;

/// An error in one field of a request body: its path (`headline`, `tags[2]`), and the key and
/// arguments of the phrase that describes it.
public record FieldError(String field, String phrase, List<Object> args) {
  public FieldError {
    args = List.copyOf(args);
  }

  /// The same error in a field of an object that is itself a field: `decisions[2].` as the path of
  /// the object.
  public FieldError within(String path) {
    return new FieldError(path + field, phrase, args);
  }

  public static FieldError of(String field, String phrase, Object... args) {
    return new FieldError(field, phrase, List.of(args));
  }
}
