package news.nashra.comments.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import news.nashra.core.aws.Table;
import org.jspecify.annotations.Nullable;

/// The policy that is in force. It is read again when it is [#MAX_AGE] old, so that a change
/// reaches every running function within that time and a busy function reads it rarely.
/// Thread-safe.
public final class CurrentPolicy {
  public static final Duration MAX_AGE = Duration.ofSeconds(30);

  private final Table comments;
  private final SubmissionPolicy standard;
  private final InstantSource clock;
  private volatile @Nullable Reading last;

  private record Reading(SubmissionPolicy policy, Instant at) {
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(MAX_AGE));
    }
  }

  /// @param difficulty until a moderator sets another
  public CurrentPolicy(Table comments, long difficulty, InstantSource clock) {
    this.comments = comments;
    this.standard = SubmissionPolicy.standard(difficulty);
    this.clock = clock;
  }

  public SubmissionPolicy get() {
    var now = clock.instant();
    var reading = last;
    if (reading == null || !reading.isFresh(now)) {
      var stored = StoredPolicy.find(comments).map(StoredPolicy::policy);
      reading = new Reading(stored.orElse(standard), now);
      last = reading;
    }
    return reading.policy();
  }
}
