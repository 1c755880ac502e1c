package news.nashra.comments.moderation;

import news.nashra.comments.Comment;

/// The outcome of writing or withdrawing a reply.
sealed interface ReplyResult {
  /// The comment has this reply, or none any more, by this request or an earlier one.
  ///
  /// @param comment as it is now
  /// @param created whether this request gave the first reply
  record Done(Comment comment, boolean created) implements ReplyResult {}

  /// There is no such comment.
  record NoComment() implements ReplyResult {}

  /// The comment has no reply that could be changed.
  record NoReply() implements ReplyResult {}

  /// The comment is not shown, so nothing can be shown under it.
  record NotShown() implements ReplyResult {}

  /// The comment has another reply already.
  record RepliedOtherwise() implements ReplyResult {}

  /// The comment has changed since it was read.
  record Stale() implements ReplyResult {}
}
