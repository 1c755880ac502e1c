package news.nashra.local.stack.triggers;

import java.time.Duration;
import news.nashra.local.aws.Writes;

/// Lets a reader sleep while nobody writes: after some rounds in which it found nothing, until the
/// next write. It belongs to the thread of the reader.
final class ReaderSleep {
  private static final int QUIET_ROUNDS = 10;

  /// The longest sleep: what expires in a table is written by nobody.
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Writes writes;
  private long seen;
  private int quiet;

  ReaderSleep(Writes writes) {
    this.writes = writes;
  }

  /// Before a round looks: a write from now on ends the sleep after it.
  void beginRound() {
    seen = writes.count();
  }

  /// After a round; sleeps if it is due.
  ///
  /// @param found whether the round found something, or something is still being delivered
  void endRound(boolean found) throws InterruptedException {
    quiet = found ? 0 : quiet + 1;
    if (quiet >= QUIET_ROUNDS) {
      writes.awaitMoreThan(seen, LONGEST);
      quiet = writes.count() > seen ? 0 : quiet;
    }
  }
}
