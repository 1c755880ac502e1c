package news.nashra.comments.submit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Threads;
import news.nashra.comments.bans.Ban;
import news.nashra.comments.bans.Sender;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// What the table says about a comment before it is stored, read in one call.
///
/// @param thread of its article
/// @param ban that is in force for its sender
/// @param items all that was read
record Admission(Optional<CommentThread> thread, Optional<Ban> ban, List<Item> items) {
  Admission {
    items = List.copyOf(items);
  }

  /// @param more keys of items to read as well
  static Admission read(Table table, String articleId, Sender sender, List<Key> more, Instant now) {
    var threadKey = Threads.key(articleId);
    var keys = new ArrayList<>(sender.banKeys());
    keys.add(threadKey);
    keys.addAll(more);
    var items = table.get(keys);
    return new Admission(
        items.stream().filter(item -> item.key().equals(threadKey)).findFirst().map(Threads::read),
        sender.banned(items, now),
        items);
  }
}
