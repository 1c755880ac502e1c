package news.nashra.core.aws;

/// A secret could not be read, or its text is not what it should be. Functions look again by
/// themselves: when the cause is gone, requests succeed.
public final class UnreadableSecret extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never leaves the process
  private final RuntimeException reason;

  /// @param name of the secret, or of the setting that names it
  UnreadableSecret(String name, RuntimeException cause) {
    super("the secret " + name + " cannot be read: " + cause.getMessage(), cause);
    this.reason = cause;
  }

  /// What AWS answered, or what is wrong with the text.
  RuntimeException reason() {
    return reason;
  }
}
