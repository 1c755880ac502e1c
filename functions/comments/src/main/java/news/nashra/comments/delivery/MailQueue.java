package news.nashra.comments.delivery;

import java.util.List;
import java.util.Set;

/// Takes the ids of mails, and hands each over at least once.
@FunctionalInterface
public interface MailQueue {
  /// The most ids that one call takes.
  int MAX_BATCH = 10;

  /// Returns those ids that were not accepted.
  Set<String> add(List<String> ids);
}
