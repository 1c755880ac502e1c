package news.nashra.core.aws;

/// A secret could not be read, or its text is not what it should be. Functions look again by
/// themselves, so the request may succeed later.
public final class UnreadableSecret extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param name of the secret, or of the setting that names it
  UnreadableSecret(String name, RuntimeException cause) {
    super("the secret " + name + " cannot be read: " + cause.getMessage(), cause);
  }
}
