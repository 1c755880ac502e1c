package news.nashra.comments.moderation;

import java.time.Instant;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;

/// What stays of an erasure: who erased how many comments, and when. The person is kept only as a
/// keyed hash, which proves that a request of theirs was met and tells nobody who they are.
///
/// @param person keyed hash of the email address
/// @param by the moderator's user name
record ErasureTrace(Instant at, String person, String by) {
  static final String PARTITION = "ERASURES";

  /// The item, which is written again as the erasure goes on.
  ///
  /// @param erased how many comments have been erased so far
  Item item(int erased) {
    return Item.at(PARTITION, Instants.format(at) + "#" + person + "#" + by)
        .with("person", person)
        .with("by", by)
        .with("erased", erased);
  }
}
