package news.nashra.articles;

import java.time.Instant;
import java.util.Optional;

/// The number, author and instant of a revision.
///
/// @param number counted from 1
/// @param editor user name
/// @param at when it was made
/// @param reason for withdrawing the article, if this revision does that
/// @param publicReason the same in words for readers, which its page says from then on
public record Revision(
    long number,
    String editor,
    Instant at,
    Optional<String> reason,
    Optional<String> publicReason) {
  /// The editor of revisions that the clock makes: releases, and withdrawals of what expired.
  public static final String BY_SCHEDULE = "schedule";

  /// The first revision.
  public static Revision first(String editor, Instant now) {
    return new Revision(1, editor, now, Optional.empty(), Optional.empty());
  }

  /// The next revision.
  public Revision next(String by, Instant now, Optional<String> why) {
    return new Revision(number + 1, by, now, why, Optional.empty());
  }

  /// The same revision, with words for readers.
  public Revision withPublicReason(Optional<String> words) {
    return new Revision(number, editor, at, reason, words);
  }
}
