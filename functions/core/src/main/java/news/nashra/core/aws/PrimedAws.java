package news.nashra.core.aws;

import java.io.IOException;
import news.nashra.core.Settings;

/// Clients of AWS that reach nothing: a function that has them can be tried before its snapshot is
/// taken. A write succeeds, and an item that was put is found by its key; nothing else is there.
public final class PrimedAws {
  private final PrimedAnswers answers = new PrimedAnswers();
  private final Aws aws;

  /// @param settings those of the function
  public PrimedAws(Settings settings) {
    this.aws = new Aws(settings, answers);
  }

  public Aws aws() {
    return aws;
  }

  /// Opens and closes one connection to each server that a call was meant for. Nothing is asked.
  ///
  /// @throws IOException if one does not answer
  public void greet() throws IOException {
    for (var server : answers.servers()) {
      Connections.OF_PROCESS.greet(server);
    }
  }
}
