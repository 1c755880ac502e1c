package news.nashra.comments.moderation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.Person;
import news.nashra.comments.SameText;
import news.nashra.comments.ShownComments;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Erases all comments that were sent with an email address, whatever their status, together with
/// their shown copies and the marks of their texts. Thread-safe.
public final class Erasure {
  /// After this many comments a request stops and reports that more may be left.
  static final int MAX_COMMENTS_PER_REQUEST = 500;

  /// Each comment takes up to three writes of a transaction.
  public static final int COMMENTS_PER_TRANSACTION = 25;

  private final Table table;
  private final KeyedHash hash;

  public Erasure(Table table, KeyedHash hash) {
    this.table = table;
    this.hash = hash;
  }

  /// @param more whether comments may be left, for another request
  record Erased(int comments, boolean more) {}

  /// Erases the comments of a person. The index may still list comments that were erased already;
  /// they are skipped.
  public Erased erase(String email) {
    var person = Person.key(email, hash);
    var after = Optional.<String>empty();
    int erased = 0;
    while (erased < MAX_COMMENTS_PER_REQUEST) {
      var indexed = table.queryIndex(CommentItems.PERSON, person, after, COMMENTS_PER_TRANSACTION);
      if (indexed.isEmpty()) {
        return new Erased(erased, false);
      }
      after = indexed.getLast().find(CommentItems.PERSON.sortKey());
      var comments =
          table.get(indexed.stream().map(Item::key).toList()).stream()
              .map(CommentItems::read)
              .toList();
      if (!comments.isEmpty()) {
        table.commit(transaction(comments, table, hash));
      }
      erased += comments.size();
    }
    return new Erased(erased, true);
  }

  /// Deletes the comments, their shown copies and the marks of their texts.
  public static Transaction transaction(List<Comment> comments, Table table, KeyedHash hash) {
    var keys = new HashSet<Key>();
    for (var comment : comments) {
      keys.add(CommentItems.key(comment.articleId(), comment.id()));
      keys.add(ShownComments.key(comment.articleId(), comment.id()));
      keys.add(SameText.item(comment, hash).key());
    }
    var transaction = new Transaction();
    keys.forEach(key -> transaction.delete(table, key));
    return transaction;
  }
}
