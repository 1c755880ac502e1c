package news.nashra.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// How much may come from one network address in a period. Periods are counted from the epoch.
///
/// @param name what the partitions of its counts begin with
/// @param most that the counts of one period may add up to
public record RateLimit(String name, Duration period, int most) {
  /// Adds the write that counts `weight` at `now`. It fails if that would be more than the limit.
  ///
  /// @param client keyed hash of the network address
  public void count(
      String label, String client, int weight, Instant now, Table table, Transaction transaction) {
    long number = number(now);
    transaction.update(
        label,
        table,
        new Key(name + "#" + client + "#" + number, "RATE"),
        "ADD hits :weight SET " + Item.EXPIRES + " = :expires",
        "attribute_not_exists(hits) OR hits <= :most",
        Map.of(
            ":weight",
            weight,
            ":most",
            most - weight,
            ":expires",
            (number + 2) * period.toSeconds()));
  }

  /// How long the period of `instant` lasts after it.
  public long secondsLeft(Instant instant) {
    return (number(instant) + 1) * period.toSeconds() - instant.getEpochSecond();
  }

  private long number(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), period.toSeconds());
  }
}
