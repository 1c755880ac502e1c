package news.nashra.articles.body;

/// Thrown when a body is too large or too complex to be cleaned.
final class UncleanableBody extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Body.Fault fault;

  UncleanableBody(Body.Fault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  Body.Fault fault() {
    return fault;
  }
}
