package news.nashra.simulation;

/// Ends an invocation as Lambda does at a timeout: nothing of it runs any more. No code under test
/// catches it.
final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("killed", null, false, false);
  }
}
