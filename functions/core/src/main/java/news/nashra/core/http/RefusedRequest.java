package news.nashra.core.http;

import news.nashra.core.FieldError;

/// The request is not what its route accepts: not JSON, too large, of another media type, not
/// permitted. Thrown while a request is read and answered by [HttpFunction]; decisions of the
/// domain are return values instead.
public final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never leaves the process
  private final Problem problem;

  public RefusedRequest(Problem problem) {
    super(problem.status() + " " + problem.detail());
    this.problem = problem;
  }

  /// 422: a field or parameter is wrong.
  public static RefusedRequest invalid(String field, String phrase, Object... args) {
    return new RefusedRequest(Problem.invalid(FieldError.of(field, phrase, args)));
  }

  public Problem problem() {
    return problem;
  }
}
