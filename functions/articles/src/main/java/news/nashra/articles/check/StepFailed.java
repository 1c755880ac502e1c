package news.nashra.articles.check;

/// What a reader or an editor met is not what was expected.
final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Of an answer, as much as tells what is wrong.
  private static final int MAX_BODY_SHOWN = 300;

  StepFailed(String message) {
    super(message);
  }

  /// @param what was asked for
  static StepFailed unexpected(String what, int expected, Answer answer) {
    var body = answer.body();
    var shown = body.length() > MAX_BODY_SHOWN ? body.substring(0, MAX_BODY_SHOWN) : body;
    return new StepFailed(
        "%s: %d, not %d: %s".formatted(what, answer.status(), expected, shown.strip()));
  }
}
