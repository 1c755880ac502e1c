package news.nashra.comments;

import java.time.Instant;

/// A comment as it is stored.
///
/// @param client keyed hash of the address it came from
/// @param terms the version of the terms that its writer agreed to
record Comment(
    String articleId,
    String id,
    CommentDraft draft,
    Status status,
    Instant submittedAt,
    String client,
    String terms,
    String reference) {

  /// Where a comment stands. Editors see `pending` ones; a `rejected` one is kept as evidence.
  enum Status {
    PENDING("pending"),
    REJECTED("rejected");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
