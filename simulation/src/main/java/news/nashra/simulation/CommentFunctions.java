package news.nashra.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.Reference;
import news.nashra.comments.moderation.ModerateComments;
import news.nashra.comments.submit.ClientAddresses;
import news.nashra.comments.submit.OriginKeys;
import news.nashra.comments.submit.SubmitComment;
import news.nashra.core.KeyedHash;
import news.nashra.core.Sha256;
import news.nashra.core.aws.Table;
import news.nashra.site.Site;

/// The functions of comments, with the simulation's clients, ids and clock.
public record CommentFunctions(Site site, Table comments, KeyedHash hash) {
  private static final long MAX_NUMBER = 10;
  private static final String ORIGIN_KEY = "what the distribution of the simulation sends";

  /// The headers with which the distribution says who sent a request.
  public static Map<String, String> viewer(String ip) {
    return Map.of(
        "cloudfront-viewer-address", ip + ":1234", ClientAddresses.KEY_HEADER, ORIGIN_KEY);
  }

  public RequestStreamHandler submit(Supplier<String> ids, InstantSource clock) {
    return new SubmitComment(
        site,
        comments,
        () -> CommentKeys.of(hash),
        new ClientAddresses(() -> new OriginKeys(List.of(ORIGIN_KEY))),
        MAX_NUMBER,
        ids,
        clock);
  }

  public RequestStreamHandler moderate(InstantSource clock) {
    return new ModerateComments(site, comments, () -> CommentKeys.of(hash), MAX_NUMBER, clock);
  }

  /// The id of the comment of a reference.
  public String commentId(String reference) {
    return Reference.read(reference, hash).orElseThrow().commentId();
  }

  /// The field `altcha` of a comment: the solution that a reader's browser finds for a challenge.
  public static String solve(JsonNode challenge) {
    var solution = ((ObjectNode) challenge).deepCopy();
    var salt = solution.path("salt").asText();
    var wanted = solution.path("challenge").asText();
    solution.remove("maxnumber");
    solution.put(
        "number",
        LongStream.rangeClosed(0, MAX_NUMBER)
            .filter(number -> sha256(salt + number).equals(wanted))
            .findFirst()
            .orElseThrow());
    return Base64.getEncoder().encodeToString(solution.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    return Sha256.hex(32, text.getBytes(StandardCharsets.UTF_8));
  }
}
