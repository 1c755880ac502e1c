package news.nashra.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// How the newspaper runs on this machine.
///
/// @param home the folder of `template.yaml`
/// @param data where data is kept; absent to forget it at the end
/// @param port of the newspaper; 0 for any free one
/// @param demo whether an empty newspaper is filled with the demo edition
/// @param parameters values in place of the template's defaults
public record Options(
    Path home, Optional<Path> data, int port, boolean demo, Map<String, String> parameters) {
  /// For tests: in memory, on a free port, without the demo edition, with easy challenges.
  public static Options forgetful(Path home) {
    return new Options(home, Optional.empty(), 0, false, Map.of("ChallengeMaxNumber", "1000"));
  }
}
