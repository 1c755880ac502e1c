package news.nashra.core.http;

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

  public Problem problem() {
    return problem;
  }
}
