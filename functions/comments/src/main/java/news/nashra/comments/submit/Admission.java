package news.nashra.comments.submit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Threads;
import news.nashra.comments.bans.Ban;
import news.nashra.comments.bans.Sender;
import news.nashra.core.aws.Table;

/// What the table says about a comment before it is stored, read in one call.
///
/// @param thread of its article
/// @param ban that is in force for its sender
record Admission(Optional<CommentThread> thread, Optional<Ban> ban) {
  static Admission read(Table table, String articleId, Sender sender, Instant now) {
    var threadKey = Threads.key(articleId);
    var keys = new ArrayList<>(sender.banKeys());
    keys.add(threadKey);
    var items = table.get(keys);
    return new Admission(
        items.stream().filter(item -> item.key().equals(threadKey)).findFirst().map(Threads::read),
        sender.banned(items, now));
  }
}
