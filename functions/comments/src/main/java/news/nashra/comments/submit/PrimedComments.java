package news.nashra.comments.submit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Threads;
import news.nashra.comments.proof.Challenges;
import news.nashra.core.Sha256;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.core.http.Json;

/// What [SubmitComment] is primed as: a comment in JSON comes with its challenge solved, on an
/// article that takes comments, so that it goes all the way. Other events pass as they are.
final class PrimedComments implements RequestStreamHandler {
  private static final int SHA_256_BYTES = 32;

  private final SubmitComment function;
  private final Table comments;
  private final Challenges challenges;

  /// @param aws that sends nothing
  PrimedComments(Aws aws) {
    this.function = new SubmitComment(aws);
    this.comments = aws.table("COMMENTS_TABLE");
    this.challenges =
        new Challenges(CommentKeys.secret(aws, InstantSource.system()), InstantSource.system());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = (ObjectNode) Json.read(in);
    var sent = event.path("body").asText();
    if (sent.startsWith("{")) {
      var article = event.path("pathParameters").path("id").asText();
      openComments(article);
      var body = (ObjectNode) Json.read(sent);
      event.put("body", Json.write(body.put("altcha", solution(article))));
    }
    var bytes = Json.write(event).getBytes(StandardCharsets.UTF_8);
    function.handleRequest(new ByteArrayInputStream(bytes), out, context);
  }

  private void openComments(String article) {
    var thread =
        new CommentThread(article, "/", "", true, false, Optional.empty(), Optional.empty());
    var transaction = new Transaction();
    Threads.write(thread, comments, transaction);
    comments.commit(transaction);
  }

  /// Of a challenge with two numbers to try.
  private String solution(String article) {
    var solved = new LinkedHashMap<>(challenges.issue(article, 1));
    var first = solved.get("salt") + "0";
    var hash = Sha256.hex(SHA_256_BYTES, first.getBytes(StandardCharsets.UTF_8));
    solved.put("number", hash.equals(solved.get("challenge")) ? 0 : 1);
    return Base64.getEncoder().encodeToString(Json.write(solved).getBytes(StandardCharsets.UTF_8));
  }
}
