package news.nashra.local.stack.states;

/// A state has failed. Retriers and catchers match `States.ALL`, which leaves [two
/// errors](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html) out.
public final class StateFault extends Exception {
  static final String RUNTIME = "States.Runtime";
  static final String DATA_LIMIT = "States.DataLimitExceeded";
  static final String PARAMETER_PATH = "States.ParameterPathFailure";
  static final String RESULT_PATH = "States.ResultPathMatchFailure";
  static final String NO_CHOICE = "States.NoChoiceMatched";
  static final String TOO_MANY_FAILURES = "States.ExceedToleratedFailureThreshold";

  private static final long serialVersionUID = 1;

  private final String error;

  /// @param error its name, `States.Runtime`, or the class of what a function threw
  public StateFault(String error, String cause) {
    super(cause);
    this.error = error;
  }

  public String error() {
    return error;
  }

  public String explanation() {
    return String.valueOf(getMessage());
  }

  /// Whether `States.ALL` means it.
  boolean isCaught() {
    return !error.equals(RUNTIME) && !error.equals(DATA_LIMIT);
  }
}
