package news.nashra.core.http;

import news.nashra.core.FieldError;

/// The request cannot be read as what its route takes: not JSON, too large, another media type, no
/// right. Thrown while parsing, answered by [HttpFunction]; what a domain decides is a value
/// instead.
public final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never leaves the process
  private final Problem problem;

  public RefusedRequest(Problem problem) {
    super(problem.status() + " " + problem.detail());
    this.problem = problem;
  }

  /// A field or parameter is wrong: 422.
  public static RefusedRequest invalid(String field, String phrase, Object... args) {
    return new RefusedRequest(Problem.invalid(FieldError.of(field, phrase, args)));
  }

  public Problem problem() {
    return problem;
  }
}
