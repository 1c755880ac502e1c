package news.nashra.articles.working;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;

/// What an editor knows of the copy that a request changes.
sealed interface Seen {
  /// `If-None-Match: *`: there is none.
  record Nothing() implements Seen {}

  /// `If-Match`: it has one of these tags. CloudFront makes the tags of what it compresses
  /// [weak](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html),
  /// so a weak one counts like the tag that it was made of.
  record Tags(List<String> tags) implements Seen {}

  int MAX_TAGS = 10;
  Pattern TAG = Pattern.compile("(?:W/)?\"([0-9A-HJKMNP-TV-Z]{26})\"");

  /// Throws a refusal with 428 if the request says neither, and with 412 if its tags are of nothing
  /// here.
  static Seen of(Request request) {
    return tags(request)
        .or(() ->
            request
                .header("if-none-match")
                .filter(value -> value.equals("*"))
                .<Seen>map(all -> new Nothing()))
        .orElseThrow(() -> new RefusedRequest(Problem.of(428, "problem.428.workingCopy")));
  }

  /// Like [#of], for a request that needs a copy.
  static Tags ofExisting(Request request) {
    return tags(request)
        .map(Tags.class::cast)
        .orElseThrow(() -> new RefusedRequest(Problem.of(428, "problem.428.workingCopy")));
  }

  private static Optional<Seen> tags(Request request) {
    return request
        .header("if-match")
        .filter(value -> !value.equals("*"))
        .map(value -> {
          var tags =
              TAG.matcher(value)
                  .results()
                  .map((MatchResult m) -> m.group(1))
                  .limit(MAX_TAGS)
                  .toList();
          if (tags.isEmpty()) {
            throw stale();
          }
          return new Tags(tags);
        });
  }

  static RefusedRequest stale() {
    return new RefusedRequest(Problem.of(412, "problem.412.workingCopy"));
  }
}
