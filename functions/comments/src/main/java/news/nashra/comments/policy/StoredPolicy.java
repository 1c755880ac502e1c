package news.nashra.comments.policy;

import java.time.Instant;
import java.util.Optional;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// The policy as the comments table holds it, with the moderator who set it.
///
/// @param by the moderator's user name
public record StoredPolicy(SubmissionPolicy policy, String by, Instant at) {
  private static final String KEY = "POLICY";

  /// The policy that a moderator set last; absent if nobody has.
  public static Optional<StoredPolicy> find(Table comments) {
    return comments.get(KEY, KEY).map(StoredPolicy::read);
  }

  public void put(Table comments) {
    comments.put(
        Item.at(KEY, KEY)
            .with("difficulty", policy.difficulty())
            .with("questions", policy.questions())
            .with("open", policy.open())
            .with("by", by)
            .with("at", at));
  }

  private static StoredPolicy read(Item item) {
    return new StoredPolicy(
        new SubmissionPolicy(item.number("difficulty"), item.flag("questions"), item.flag("open")),
        item.text("by"),
        item.instant("at"));
  }
}
