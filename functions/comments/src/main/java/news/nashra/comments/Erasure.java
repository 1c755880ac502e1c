package news.nashra.comments;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A reader's right: all comments that were sent with an email address go, in every state, with
/// what pages show of them and the marks of their text.
final class Erasure {
  /// So many comments are erased in one request.
  static final int MOST = 500;

  private static final int AT_ONCE = 25;

  private final Table table;
  private final KeyedHash hash;

  Erasure(Table table, KeyedHash hash) {
    this.table = table;
    this.hash = hash;
  }

  /// @param more whether comments may be left, for another request
  record Erased(int comments, boolean more) {}

  Erased erase(String email) {
    var person = Person.of(email, hash);
    var gone = new HashSet<Map<String, AttributeValue>>();
    while (gone.size() < MOST) {
      var comments = comments(person, gone);
      if (comments.isEmpty()) {
        return new Erased(gone.size(), false);
      }
      erase(comments);
      comments.forEach(c -> gone.add(CommentItems.key(c.articleId(), c.id())));
    }
    return new Erased(gone.size(), true);
  }

  /// The index may still name what is gone.
  private List<Comment> comments(String person, Set<Map<String, AttributeValue>> gone) {
    var keys =
        table.index(CommentItems.PERSON, person, Optional.empty(), AT_ONCE + gone.size()).stream()
            .map(Item::key)
            .filter(key -> !gone.contains(key))
            .limit(AT_ONCE)
            .toList();
    return table.get(keys).stream().map(CommentItems::read).toList();
  }

  private void erase(List<Comment> comments) {
    var keys = new HashSet<Map<String, AttributeValue>>();
    for (var comment : comments) {
      keys.add(CommentItems.key(comment.articleId(), comment.id()));
      keys.add(Shown.key(comment.articleId(), comment.id()));
      keys.add(SameText.of(comment, hash).key());
    }
    var transaction = new Transaction();
    keys.forEach(key -> transaction.delete(table, key));
    transaction.commit(table.dynamoDb());
  }
}
