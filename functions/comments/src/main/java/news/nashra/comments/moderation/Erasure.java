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

/// A reader's right: all comments that were sent with an email address go, in every state, with
/// what pages show of them and the marks of their text.
public final class Erasure {
  /// So many comments are erased in one request.
  static final int MAX_COMMENTS_PER_REQUEST = 500;

  public static final int COMMENTS_PER_TRANSACTION = 25;

  private final Table table;
  private final KeyedHash hash;

  public Erasure(Table table, KeyedHash hash) {
    this.table = table;
    this.hash = hash;
  }

  /// @param more whether comments may be left, for another request
  record Erased(int comments, boolean more) {}

  /// Goes along the index, which may still name what is gone: that is passed over.
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
