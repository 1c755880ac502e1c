package news.nashra.comments.moderation;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.Person;
import news.nashra.comments.SameText;
import news.nashra.comments.ShownComments;
import news.nashra.comments.mail.MailErasure;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Erases all comments that were sent with an email address, whatever their status, together with
/// their shown copies and the marks of their texts, and what mail knows of the address. Comments
/// that were hashed with a key that the newsroom no longer has are not found. Thread-safe.
public final class Erasure {
  /// After this many comments a request stops and reports that more may be left.
  static final int MAX_COMMENTS_PER_REQUEST = 500;

  /// Each comment takes up to three writes of a transaction.
  public static final int COMMENTS_PER_TRANSACTION = 25;

  private final Table table;
  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;

  public Erasure(Table table, Supplier<CommentKeys> keys, InstantSource clock) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  /// @param more whether comments may be left, for another request
  record Erased(int comments, boolean more) {}

  /// Erases the comments of a person, and leaves an [ErasureTrace]. The index may still list
  /// comments that were erased already; they are skipped.
  ///
  /// @param moderator the user name of who erases
  public Erased erase(String email, String moderator) {
    var known = keys.get();
    var trace = new ErasureTrace(clock.instant(), Person.key(email, known.current()), moderator);
    int erased = 0;
    boolean more = false;
    for (var person : Person.keys(email, known)) {
      var after = Optional.<String>empty();
      while (!more) {
        var indexed =
            table.queryIndex(CommentItems.PERSON, person, after, COMMENTS_PER_TRANSACTION);
        if (indexed.isEmpty()) {
          break;
        }
        after = indexed.getLast().find(CommentItems.PERSON.sortKey());
        erased += erase(indexed, known, trace, erased);
        more = erased >= MAX_COMMENTS_PER_REQUEST;
      }
    }
    MailErasure.erase(email, known, table, clock.instant());
    if (erased == 0) {
      table.put(trace.item(0));
    }
    return new Erased(erased, more);
  }

  /// Erases those of the indexed comments that are there, and returns how many.
  ///
  /// @param before how many the same request has erased before
  private int erase(List<Item> indexed, CommentKeys known, ErasureTrace trace, int before) {
    var comments =
        table.get(indexed.stream().map(Item::key).toList()).stream()
            .map(CommentItems::read)
            .toList();
    if (!comments.isEmpty()) {
      table.commit(
          transaction(comments, table, known).put(table, trace.item(before + comments.size())));
    }
    return comments.size();
  }

  /// Deletes the comments, their shown copies and the marks of their texts.
  public static Transaction transaction(List<Comment> comments, Table table, CommentKeys keys) {
    var deleted = new HashSet<Key>();
    for (var comment : comments) {
      deleted.add(CommentItems.key(comment.articleId(), comment.id()));
      deleted.add(ShownComments.key(comment.articleId(), comment.id()));
      SameText.find(comment, keys).ifPresent(mark -> deleted.add(mark.key()));
    }
    var transaction = new Transaction();
    deleted.forEach(key -> transaction.delete(table, key));
    return transaction;
  }
}
