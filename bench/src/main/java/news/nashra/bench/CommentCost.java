package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.submit.ClientAddresses;
import news.nashra.comments.submit.OriginKeys;
import news.nashra.comments.submit.SubmitComment;
import news.nashra.core.Ids;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.http.Json;
import news.nashra.local.stack.Reader;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;

/// Measures the calls to AWS of one accepted comment and the capacity they consume. SubmitComment
/// runs in a process of its own, with a proxy in front of DynamoDB that records the capacity of
/// each call. Its secrets, which it reads every five minutes, are given to it.
public final class CommentCost {
  private CommentCost() {}

  static void measure(Newsroom newsroom, Report report) throws IOException {
    var article = newsroom.publish().path("id").asText();
    try (var proxy = new BillingProxy(newsroom.stack.aws().environment());
        var function = new Child(proxy.environment())) {
      var challenge = function.answer(challenge(article));
      var comment = Newsroom.comment(1).put("altcha", Reader.solve((ObjectNode) challenge));
      proxy.clear();
      var answer = function.answer(submission(article, comment));
      if (!answer.path("status").asText().equals("pending")) {
        throw new IllegalStateException(answer.toString());
      }
      var rows = new ArrayList<List<String>>();
      double sum = 0;
      for (var call : proxy.calls()) {
        rows.add(List.of("`" + call.name() + "`", units(call.units())));
        sum += call.units();
      }
      rows.add(List.of("sum", units(sum)));
      report.section(
          "What one accepted comment costs",
          "Calls to AWS, none of them to S3, and DynamoDB's capacity units as DynamoDB Local bills them, of a comment of "
              + comment.path("body").asText().getBytes(StandardCharsets.UTF_8).length
              + " bytes. Each of the four writes of the transaction counts twice. DynamoDB Local does not bill the"
              + " table's two indexes; DynamoDB adds the comment's write to each.");
      report.table(List.of("call", "capacity units"), rows);
    }
  }

  private static String units(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }

  private static Map<String, Object> challenge(String article) {
    return Map.of(
        "routeKey",
        "GET /api/comments/challenge",
        "queryStringParameters",
        Map.of("article", article));
  }

  private static Map<String, Object> submission(String article, ObjectNode comment) {
    return Map.of(
        "routeKey",
        "POST /api/articles/{id}/comments",
        "headers",
        Map.of("content-type", "application/json"),
        "pathParameters",
        Map.of("id", article),
        "body",
        comment.toString());
  }

  /// Without a context, which the function does not use.
  @NullUnmarked
  private static void handle(SubmitComment function, byte[] event, OutputStream out)
      throws IOException {
    function.handleRequest(new ByteArrayInputStream(event), out, null);
  }

  /// Runs the function: each line of input is an event, each line of output an answer.
  public static void main(String[] arguments) throws IOException {
    var aws = new Aws(Settings.fromEnvironment());
    var keys = CommentKeys.read("a-key-for-the-bench-long-enough-for-it");
    var origin = new OriginKeys(List.of("another-key-for-the-bench-long-enough-for-it"));
    var function =
        new SubmitComment(
            Site.of(Edition.load(), "https://news.example"),
            aws.table("COMMENTS_TABLE"),
            () -> keys,
            new ClientAddresses(() -> origin),
            1000,
            new Ids(InstantSource.system()),
            InstantSource.system());
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var event = in.readLine(); event != null; event = in.readLine()) {
      var out = new ByteArrayOutputStream();
      handle(function, event.getBytes(StandardCharsets.UTF_8), out);
      out.write('\n');
      System.out.write(out.toByteArray());
      System.out.flush();
    }
  }

  private static final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    Child(Map<String, String> environment) throws IOException {
      var builder =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  CommentCost.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(environment);
      builder.environment().put("COMMENTS_TABLE", "nashra-commentstable");
      process = builder.start();
      answers = process.inputReader(StandardCharsets.UTF_8);
    }

    JsonNode answer(Map<String, Object> event) throws IOException {
      var in = process.outputWriter(StandardCharsets.UTF_8);
      in.write(Json.write(event) + "\n");
      in.flush();
      var line = answers.readLine();
      if (line == null) {
        throw new IOException("the function's process is gone");
      }
      return Json.read(Json.read(line).path("body").asText());
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
