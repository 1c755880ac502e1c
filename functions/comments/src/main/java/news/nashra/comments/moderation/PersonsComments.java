package news.nashra.comments.moderation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.Person;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.http.AnswerRoom;
import news.nashra.core.http.Cursor;

/// What the sender of a comment has written, on all articles and whatever its status, newest first.
/// People are recognised by their email addresses. A comment that was hashed with a key that the
/// newsroom no longer has is not found. Thread-safe.
final class PersonsComments {
  private final Table table;
  private final Supplier<CommentKeys> keys;

  PersonsComments(Table table, Supplier<CommentKeys> keys) {
    this.table = table;
    this.keys = keys;
  }

  /// Returns a page; empty if there is no such comment.
  ///
  /// @param before position of the page
  Optional<ModerationQueue.Found> page(
      CommentTarget comment, Optional<String> before, ModerationQueue.Size size) {
    return table.get(List.of(comment.key())).stream()
        .findFirst()
        .map(CommentItems::read)
        .map(named -> page(named.author().email(), before, size));
  }

  private ModerationQueue.Found page(
      String email, Optional<String> before, ModerationQueue.Size size) {
    var indexed = indexed(email, before, size.limit() + 1);
    var part = indexed.subList(0, Math.min(size.limit(), indexed.size()));
    var comments = read(part);
    var room = new AnswerRoom();
    var listed =
        part.stream()
            .takeWhile(item ->
                Optional.ofNullable(comments.get(item.key()))
                    .map(size.text())
                    .map(room::take)
                    .orElse(true))
            .toList();
    boolean more = listed.size() < indexed.size();
    return new ModerationQueue.Found(
        listed.stream()
            .flatMap(item -> Optional.ofNullable(comments.get(item.key())).stream())
            .toList(),
        more ? Optional.of(Cursor.at(position(listed.getLast()))) : Optional.empty());
  }

  /// The keys of the newest comments, under each of the newsroom's keys.
  private List<Item> indexed(String email, Optional<String> before, int limit) {
    return Parallel.all(
            Person.keys(email, keys.get()).stream()
                .<Callable<List<Item>>>map(
                    person -> () -> table.newestOfIndex(CommentItems.PERSON, person, before, limit))
                .toList())
        .stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(PersonsComments::position).reversed())
        .limit(limit)
        .toList();
  }

  private static String position(Item item) {
    return item.text(CommentItems.PERSON.sortKey());
  }

  /// Those of the comments that exist and that moderators see, by their keys.
  private Map<Key, Comment> read(List<Item> indexed) {
    var comments = new HashMap<Key, Comment>();
    table.get(indexed.stream().map(Item::key).toList()).stream()
        .filter(CommentItems::isQueued)
        .forEach(item -> comments.put(item.key(), CommentItems.read(item)));
    return comments;
  }
}
