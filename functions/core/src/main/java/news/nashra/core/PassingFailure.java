package news.nashra.core;

/// What failed may succeed when it is asked for again, as when a dependency is down.
public final class PassingFailure extends RuntimeException {
  private PassingFailure(String message, Throwable cause) {
    super(message, cause);
  }

  private PassingFailure(String message) {
    super(message);
  }

  /// A wait that was ended from outside. Leaves the thread interrupted.
  public static PassingFailure interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new PassingFailure("interrupted while waiting", cause);
  }

  /// Others wrote first each time.
  ///
  /// @param what they wrote
  public static PassingFailure overtaken(String what, int times) {
    return new PassingFailure("others changed %s %d times".formatted(what, times));
  }
}
