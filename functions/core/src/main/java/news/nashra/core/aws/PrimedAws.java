package news.nashra.core.aws;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import news.nashra.core.Settings;

/// Clients of AWS that send nothing, for a function which is tried before its snapshot is taken. A
/// write succeeds, and an item that was put is found by its key; nothing else is there. They sign
/// with credentials that nobody has: those of the function do not come into the snapshot. A client
/// of the SDK cannot be made ([Aws#configure]).
public final class PrimedAws {
  private final PrimedAnswers answers = new PrimedAnswers();
  private final Aws aws;

  /// @param settings those of the function
  public PrimedAws(Settings settings) {
    var environment = new HashMap<>(settings.environment());
    environment.keySet().removeIf(name -> name.matches("AWS_CONTAINER_.*|AWS_SESSION_TOKEN"));
    environment.putAll(Map.of("AWS_ACCESS_KEY_ID", "primed", "AWS_SECRET_ACCESS_KEY", "primed"));
    this.aws = new Aws(new Settings(environment), answers);
  }

  public Aws aws() {
    return aws;
  }

  /// The addresses that calls were meant for.
  public Set<URI> servers() {
    return answers.servers();
  }
}
