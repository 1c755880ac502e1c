package news.nashra.comments.mail;

import java.time.Instant;
import news.nashra.comments.CommentKeys;
import news.nashra.core.aws.Table;

/// Forgets what mail knows of an address. Mails that are still owed name no address: without the
/// comment or the subscription they are about, they are not sent.
public final class MailErasure {
  private MailErasure() {}

  public static void erase(String email, CommentKeys keys, Table table, Instant now) {
    table.get(ReaderSubscription.keys(email, keys)).forEach(item -> table.delete(item.key()));
    DigestSubscription.all(table, now).stream()
        .filter(digest -> digest.email().equalsIgnoreCase(email))
        .forEach(digest -> digest.end(table));
  }
}
