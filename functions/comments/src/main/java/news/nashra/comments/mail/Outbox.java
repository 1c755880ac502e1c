package news.nashra.comments.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// The mails that the newspaper owes. A mail is owed by the transaction that makes it due, so it is
/// owed exactly if that is durable. From then on it is queued at least once and, while its item is
/// there, marked as sent once. Thread-safe.
public final class Outbox {
  /// The label of the write that fails if the mail is owed already.
  public static final String LABEL = "mail";

  /// How long nobody else sends a mail that somebody has begun to send: longer than the function
  /// may take, and shorter than a message of the queue stays hidden.
  public static final Duration CLAIM = Duration.ofSeconds(90);

  private final Table table;
  private final InstantSource clock;

  public Outbox(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /// A mail that is to be queued.
  public record Line(String id, Instant owedAt) {}

  /// Adds to `transaction` what owes a mail, with a write labelled [#LABEL].
  public static void owe(Mail mail, Instant now, Table table, Transaction transaction) {
    transaction.create(LABEL, table, MailItems.item(mail, now));
    transaction.put(table, MailItems.line(mail.id(), now));
  }

  /// Has a mail queued that was owed before.
  static void queueAgain(Mail mail, Instant now, Table table) {
    table.put(MailItems.line(mail.id(), now));
  }

  /// Mails that are to be queued, at most about `limit`.
  public List<Line> toQueue(int limit) {
    var lines = new ArrayList<Line>();
    var shards =
        MailItems.shards()
            .<Callable<List<Line>>>map(shard ->
                () ->
                    table.after(shard, Optional.empty(), limit / MailItems.SHARDS).stream()
                        .map(item -> new Line(item.sk(), item.instant("owedAt")))
                        .toList())
            .toList();
    Parallel.all(shards).forEach(lines::addAll);
    return lines;
  }

  /// Forgets that mails are to be queued, unless they are to be queued again since.
  public void queued(List<Line> lines) {
    Parallel.all(
        lines.stream()
            .<Callable<Boolean>>map(line ->
                () ->
                    table.delete(
                        MailItems.lineKey(line.id()),
                        "owedAt = :seen",
                        Map.of(":seen", line.owedAt())))
            .toList());
  }

  /// A mail that was not sent yet; empty if it was, or if it is long forgotten.
  public Optional<Mail> unsent(String id) {
    var key = MailItems.key(id);
    return table
        .get(key.pk(), key.sk())
        .filter(item -> item.find("sentAt").isEmpty())
        .map(MailItems::read);
  }

  /// Whether the caller may send a mail: it was not sent, and nobody else is sending it.
  public boolean claim(String id) {
    var now = Instants.now(clock);
    return table.update(
        MailItems.key(id),
        "SET claimedAt = :now",
        "attribute_exists(pk) AND attribute_not_exists(sentAt)"
            + " AND (attribute_not_exists(claimedAt) OR claimedAt <= :ended)",
        Map.of(":now", now, ":ended", now.minus(CLAIM)));
  }

  /// Remembers that a mail was sent.
  public void sent(String id) {
    table.update(
        MailItems.key(id),
        "SET sentAt = :now",
        "attribute_exists(pk)",
        Map.of(":now", Instants.now(clock)));
  }
}
