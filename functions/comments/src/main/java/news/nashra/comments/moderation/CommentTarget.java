package news.nashra.comments.moderation;

import java.util.Optional;
import news.nashra.comments.CommentItems;
import news.nashra.core.Ids;
import news.nashra.core.aws.Key;
import news.nashra.core.http.Fields;

/// The comment that a request names by `articleId` and `commentId`.
record CommentTarget(String articleId, String commentId) {
  /// In grapheme clusters. A longer text is refused as too long, a shorter one that is not an id as
  /// malformed.
  private static final int MAX_ID_LENGTH = 400;

  /// Reads the two ids. A missing or malformed one is an error in `fields`.
  static CommentTarget read(Fields fields) {
    return new CommentTarget(id(fields, "articleId"), id(fields, "commentId"));
  }

  private static String id(Fields fields, String name) {
    var id = fields.requiredLine(name, MAX_ID_LENGTH);
    if (!id.isEmpty() && !Ids.wellFormed(id)) {
      fields.fault(name, "error.badId");
    }
    return id;
  }

  /// The field `revision` of a request, a positive number.
  static Optional<Long> revision(Fields fields) {
    var revision = fields.number("revision");
    if (revision.filter(n -> n < 1).isPresent()) {
      fields.fault("revision", "error.badRevision");
    }
    return revision;
  }

  Key key() {
    return CommentItems.key(articleId, commentId);
  }
}
