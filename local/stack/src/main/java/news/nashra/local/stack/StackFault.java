package news.nashra.local.stack;

/// The newspaper cannot start. The message is one line for whoever typed the command.
public final class StackFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  StackFault(String message) {
    super(message);
  }
}
