package news.nashra.articles.publish;

import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;

/// The revision that an editor saw:
/// [`If-Match`](https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1). `*` names no revision and
/// counts as absent. CloudFront makes the tags of what it compresses
/// [weak](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html),
/// so a weak one counts like the tag that it was made of: a tag is a revision, not the bytes of an
/// answer.
final class IfMatch {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([1-9][0-9]{0,17})\"");

  private IfMatch() {}

  static Optional<LongPredicate> find(Request request) {
    return request
        .header("if-match")
        .filter(value -> !value.equals("*"))
        .map(value -> revision -> matches(value, revision));
  }

  /// Throws a refusal with 428 if the header is absent.
  static LongPredicate require(Request request) {
    return find(request).orElseThrow(() -> new RefusedRequest(Problem.of(428)));
  }

  private static boolean matches(String value, long revision) {
    for (var tag : value.split(",")) {
      var match = TAG.matcher(tag.strip());
      if (match.matches() && Long.parseLong(match.group(1)) == revision) {
        return true;
      }
    }
    return false;
  }
}
