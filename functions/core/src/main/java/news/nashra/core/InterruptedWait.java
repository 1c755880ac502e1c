package news.nashra.core;

/// A thread was told to end while it waited, as a function is whose time is over. What it waited
/// for may be done or not: whoever asked may ask again.
public final class InterruptedWait extends RuntimeException {
  /// Leaves the thread interrupted.
  public InterruptedWait(InterruptedException cause) {
    super("interrupted while waiting", cause);
    Thread.currentThread().interrupt();
  }
}
