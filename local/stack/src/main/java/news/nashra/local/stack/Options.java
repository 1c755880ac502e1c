package news.nashra.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import news.nashra.local.aws.LocalAws;

/// How the newspaper runs on this machine.
///
/// @param home the folder of `template.yaml`
/// @param data where data is kept; absent to forget it at the end
/// @param port of the newspaper; 0 for any free one
/// @param demo whether an empty newspaper is filled with the demo edition
/// @param parameters values in place of the template's defaults
/// @param services DynamoDB and S3, if they run already in another process
public record Options(
    Path home,
    Optional<Path> data,
    int port,
    boolean demo,
    Map<String, String> parameters,
    Optional<LocalAws.Endpoints> services) {
  /// The address from which the newspaper writes mails here, which go nowhere.
  static final String MAIL_FROM = "newspaper@news.example";

  /// For tests: in memory, on a free port, without the demo edition, with easy challenges.
  public static Options forgetful(Path home) {
    return easy(home, Optional.empty());
  }

  /// Like [#forgetful], with its data on disk.
  public static Options keeping(Path home, Path data) {
    return easy(home, Optional.of(data));
  }

  private static Options easy(Path home, Optional<Path> data) {
    return new Options(
        home,
        data,
        0,
        false,
        Map.of("ChallengeMaxNumber", "1000", "MailFrom", MAIL_FROM),
        Optional.empty());
  }
}
