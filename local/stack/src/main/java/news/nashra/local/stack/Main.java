package news.nashra.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.stack.template.StackFault;
import news.nashra.site.Edition;
import org.jspecify.annotations.Nullable;

/// `mvn -Plocal`: the newspaper on this machine, until Ctrl-C. Environment variables change how it
/// runs: `NASHRA_PORT`, `NASHRA_DATA` (a folder), `NASHRA_DEMO=no` to start without articles,
/// `NASHRA_REPRESS=yes` to throw all pages away first and press them again, `NASHRA_AUDIT=yes` to
/// compare all pages with the tables, `NASHRA_PARAMETERS` in place of the template's defaults
/// (`MailFrom=` for no mail), and `NASHRA_DYNAMODB` with `NASHRA_S3`, the addresses of services
/// that run already.
public final class Main {
  private static final int DEFAULT_PORT = 8080;

  /// Here pages follow a change within seconds.
  private static final int AUDIT_WAIT_SECONDS = 5;

  private Main() {}

  public static void main(String[] arguments) {
    var home = Path.of(System.getProperty("nashra.home", "")).toAbsolutePath();
    var data = home.resolve(System.getenv().getOrDefault("NASHRA_DATA", ".nashra"));
    try {
      var options = options(home, data, System.getenv());
      start(options, DataFolder.take(data));
    } catch (Exception | Error e) {
      System.err.println(FailedStart.line(e, data));
      System.exit(1); // DynamoDB Local leaves threads behind
    }
  }

  private static void start(Options options, DataFolder folder) throws IOException {
    long start = System.nanoTime();
    System.setOut(Console.on(options.data().orElseThrow(), System.out));
    var stack = Stack.start(options);
    if ("yes".equals(System.getenv("NASHRA_REPRESS"))) {
      System.out.println("nashra: pressed again: " + new Repress(stack, stack.site()).run());
    }
    if ("yes".equals(System.getenv("NASHRA_AUDIT"))) {
      stack.settle();
      System.out.println("nashra: audited: " + new Audit(stack, AUDIT_WAIT_SECONDS).run());
    }
    // Only now: its exit code is 0, and a start that failed has another.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, folder)));
    System.out.println(banner(stack, (System.nanoTime() - start) / 1_000_000, options));
  }

  private static Options options(Path home, Path data, Map<String, String> environment) {
    boolean demo = !"no".equals(environment.get("NASHRA_DEMO"));
    var parameters = new HashMap<>(Map.of("MailFrom", Options.MAIL_FROM));
    parameters.putAll(parameters(environment.getOrDefault("NASHRA_PARAMETERS", "")));
    return new Options(
        home,
        Optional.of(data),
        port(environment.get("NASHRA_PORT")),
        demo,
        parameters,
        services(environment));
  }

  private static Optional<LocalAws.Endpoints> services(Map<String, String> environment) {
    var dynamoDb = environment.get("NASHRA_DYNAMODB");
    var s3 = environment.get("NASHRA_S3");
    if ((dynamoDb == null) != (s3 == null)) {
      throw new StackFault("NASHRA_DYNAMODB and NASHRA_S3 are set together or not at all");
    }
    return dynamoDb == null || s3 == null
        ? Optional.empty()
        : Optional.of(new LocalAws.Endpoints(URI.create(dynamoDb), URI.create(s3)));
  }

  private static int port(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT_PORT;
    }
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new StackFault("NASHRA_PORT is no port: " + text);
    }
    return Integer.parseInt(text);
  }

  /// `ChallengeMaxNumber=1000 Stage=dev`, as `sam deploy --parameter-overrides` takes them.
  private static Map<String, String> parameters(String text) {
    var parameters = new HashMap<String, String>();
    for (var pair : text.strip().split("\\s+")) {
      if (!pair.isEmpty()) {
        var sides = pair.split("=", 2);
        if (sides.length < 2) {
          throw new StackFault("NASHRA_PARAMETERS wants Name=value, not " + pair);
        }
        parameters.put(sides[0], sides[1]);
      }
    }
    return parameters;
  }

  private static void stop(Stack stack, DataFolder folder) {
    stack.close();
    folder.close();
    System.out.println("nashra: stopped");
    Runtime.getRuntime().halt(0); // what is durable is on disk; nothing else is worth a wait
  }

  private static String banner(Stack stack, long millis, Options options) {
    var data = options.data().orElseThrow();
    return """

    Nashra is running, ready in %2$d ms.

      The newspaper   %1$s/
      The desk        %1$s/desk/
      The API         %1$s/api  (docs/openapi.yaml)
      A token         %1$s/local/token?as=editor   (moderator, editor,moderator, nobody)
      The mail        %1$s/local/mail/   (none leaves this machine)
      The data        %3$s
      The log         %4$s   (what functions print, in JSON)

    Publish an article:

      curl -s %1$s/api/articles \\
        -H "Authorization: Bearer $(curl -s '%1$s/local/token?as=editor')" \\
        -H 'Content-Type: application/json' \\
        -d '{"headline": "مرحبا من نشرة", "section": "%5$s", "status": "published",
             "bodyHtml": "<p>هذا أول خبر أكتبه بنفسي.</p>"}'

    Stop it with Ctrl-C.
    """
        .formatted(
            stack.uri(),
            millis,
            data,
            Console.log(data),
            Edition.load().sections().getFirst().id());
  }
}
