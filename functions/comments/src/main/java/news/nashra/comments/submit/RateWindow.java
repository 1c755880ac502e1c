package news.nashra.comments.submit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import news.nashra.comments.Comment;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// The period in which the comments of one network address are counted. One with a solved challenge
/// counts once, one with an answer in words twice.
///
/// @param number of the period, counted from the epoch
record RateWindow(long number) {
  static final Duration LENGTH = Duration.ofMinutes(10);

  /// The most that comments from one address may count in one period.
  static final int LIMIT = 5;

  static RateWindow at(Instant instant) {
    return new RateWindow(Math.floorDiv(instant.getEpochSecond(), LENGTH.toSeconds()));
  }

  /// Adds the write that counts `comment`. It fails if that would be more than the limit.
  void count(String label, Comment comment, int weight, Table table, Transaction transaction) {
    transaction.update(
        label,
        table,
        new Key("RATE#" + comment.submission().client() + "#" + number, "RATE"),
        "ADD hits :weight SET " + Item.EXPIRES + " = :expires",
        "attribute_not_exists(hits) OR hits <= :most",
        Map.of(
            ":weight",
            weight,
            ":most",
            LIMIT - weight,
            ":expires",
            (number + 2) * LENGTH.toSeconds()));
  }

  /// How long it lasts after `instant`.
  long secondsLeft(Instant instant) {
    return (number + 1) * LENGTH.toSeconds() - instant.getEpochSecond();
  }
}
