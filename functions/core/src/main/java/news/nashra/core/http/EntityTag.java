package news.nashra.core.http;

import java.nio.charset.StandardCharsets;
import news.nashra.core.Sha256;

/// Tags answers with a hash of their body, so that whoever asks again is told that nothing has
/// changed in a few bytes ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2)).
public final class EntityTag {
  private static final int BYTES = 16;

  private EntityTag() {}

  /// `answer` with its tag, or 304 if `If-None-Match` names it. Tags are compared weakly:
  /// CloudFront makes those of what it compresses
  /// [weak](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html).
  public static Response answer(Request request, Response answer) {
    var tag = "\"" + Sha256.hex(BYTES, answer.body().getBytes(StandardCharsets.UTF_8)) + "\"";
    return request.header("if-none-match").filter(known -> names(known, tag)).isPresent()
        ? Response.notModified(tag)
        : answer.with("etag", tag);
  }

  private static boolean names(String known, String tag) {
    for (var one : known.split(",")) {
      var stripped = one.strip();
      if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
