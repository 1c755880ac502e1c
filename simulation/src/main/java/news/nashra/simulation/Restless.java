package news.nashra.simulation;

/// A world that does not come to rest.
final class Restless extends RuntimeException {
  private static final long serialVersionUID = 1;

  Restless(String message) {
    super(message);
  }
}
