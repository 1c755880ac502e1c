package news.nashra.core.http;

import java.util.List;
import news.nashra.core.FieldError;

/// A problem to report as [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem details. Its
/// title is the phrase `problem.<status>.title`.
///
/// @param detail key of the phrase that explains it
/// @param args filled into that phrase
/// @param errors each is told once
/// @param retryAfter in seconds, 0 for none
public record Problem(
    int status, String detail, List<Object> args, List<FieldError> errors, long retryAfter) {
  /// The most errors that an answer lists. Whoever makes more finds the others later.
  public static final int MAX_ERRORS = 50;

  public Problem {
    args = List.copyOf(args);
    errors = errors.stream().distinct().limit(MAX_ERRORS).toList();
  }

  /// The problem of `status` with its general detail, `problem.<status>.detail`.
  public static Problem of(int status) {
    return of(status, "problem." + status + ".detail");
  }

  public static Problem of(int status, String detail, Object... args) {
    return new Problem(status, detail, List.of(args), List.of(), 0);
  }

  /// 422: the body was read, but these fields are wrong.
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(422, "problem.422.detail", List.of(), errors, 0);
  }

  public static Problem invalid(FieldError error) {
    return invalid(List.of(error));
  }

  public Problem retryAfter(long seconds) {
    return new Problem(status, detail, args, errors, seconds);
  }
}
