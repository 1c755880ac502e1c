package news.nashra.comments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import news.nashra.core.Instants;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Takes comments into their table. Two calls to DynamoDB: the thread is read, then one transaction
/// stores the comment, counts it in its sender's window, and marks its text, so that a second try
/// of the same comment finds the first.
final class Comments {
  /// So many comments are taken from one address in one window.
  static final int RATE = 5;

  static final Duration WINDOW = Duration.ofMinutes(10);

  /// For so long the same text by the same person on the same article counts as a repetition.
  static final Duration REPEAT = Duration.ofDays(1);

  private final Table table;
  private final KeyedHash hash;
  private final Supplier<String> ids;
  private final InstantSource clock;
  private final String terms;

  /// @param terms the version of the terms that the form shows
  Comments(Table table, KeyedHash hash, Supplier<String> ids, InstantSource clock, String terms) {
    this.table = table;
    this.hash = hash;
    this.ids = ids;
    this.clock = clock;
    this.terms = terms;
  }

  /// Stores `draft` as a comment on `articleId`, once.
  ///
  /// @param address the network address of its sender
  Submission submit(String articleId, CommentDraft draft, String address) {
    var now = Instants.now(clock);
    var thread = Threads.find(table, articleId);
    if (thread.isEmpty()) {
      return new Submission.NoThread();
    }
    if (!thread.get().takes(now)) {
      return new Submission.Closed();
    }
    var comment = comment(articleId, draft, address, now);
    var window = Math.floorDiv(now.getEpochSecond(), WINDOW.toSeconds());
    var outcome =
        new Transaction()
            .create("comment", table, CommentItems.item(comment))
            .update(
                "rate",
                table,
                Item.key("RATE#" + comment.client() + "#" + window, "RATE"),
                "ADD hits :one SET " + Item.EXPIRES + " = :expires",
                "attribute_not_exists(hits) OR hits < :most",
                Map.of(
                    ":one", Item.value(1),
                    ":most", Item.value(RATE),
                    ":expires", Item.value((window + 2) * WINDOW.toSeconds())))
            .put(
                "same",
                table,
                sameText(comment),
                // Expired items stay until DynamoDB gets round to them.
                "attribute_not_exists(pk) OR " + Item.EXPIRES + " < :now",
                Map.of(":now", Item.value(now.getEpochSecond())))
            .commit(table.dynamoDb());
    return switch (outcome) {
      case Transaction.Committed committed ->
          new Submission.Accepted(comment.reference(), thread.get().path());
      case Transaction.Refused refused when refused.item("same").isPresent() ->
          new Submission.Accepted(
              refused.item("same").get().text("reference"), thread.get().path());
      case Transaction.Refused refused ->
          new Submission.TooMany((window + 1) * WINDOW.toSeconds() - now.getEpochSecond());
    };
  }

  private Comment comment(String articleId, CommentDraft draft, String address, Instant now) {
    var id = ids.get();
    return new Comment(
        articleId,
        id,
        draft,
        draft.baited() ? Comment.Status.REJECTED : Comment.Status.PENDING,
        now,
        hash.of("client", address),
        terms,
        Reference.of(articleId, id, hash));
  }

  private Item sameText(Comment comment) {
    var draft = comment.draft();
    var mark =
        hash.of(
            "same",
            comment.articleId(),
            draft.email().toLowerCase(Locale.ROOT),
            draft.name(),
            draft.title(),
            draft.body());
    return Item.at("SAME#" + mark, "SAME")
        .with("reference", comment.reference())
        .with(Item.EXPIRES, comment.submittedAt().plus(REPEAT).getEpochSecond());
  }
}
