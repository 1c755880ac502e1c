package news.nashra.local.stack.template;

/// The newspaper cannot start. The message is one line for the console.
public final class StackFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StackFault(String message) {
    super(message);
  }

  /// A fault of the template.
  ///
  /// @param line of `template.yaml`, from 1
  public static StackFault at(int line, String message) {
    return new StackFault("template.yaml:" + line + ": " + message);
  }
}
