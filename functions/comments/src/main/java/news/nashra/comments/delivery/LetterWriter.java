package news.nashra.comments.delivery;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Threads;
import news.nashra.comments.mail.DigestSubscription;
import news.nashra.comments.mail.Mail;
import news.nashra.comments.mail.MailAddress;
import news.nashra.comments.mail.MailToken;
import news.nashra.comments.mail.MailToken.Purpose;
import news.nashra.comments.mail.ReaderSubscriptions;
import news.nashra.comments.submit.CommentAddress;
import news.nashra.core.aws.Table;
import news.nashra.site.Direction;
import news.nashra.site.Site;

/// Writes mails in the edition's language, by what the table says when they are sent. A mail that
/// is no longer wanted, or whose reason is gone, is none. No mail holds a word that a reader wrote,
/// so that nobody can advertise through the newspaper. Thread-safe.
public final class LetterWriter {
  /// Where moderators read the queue.
  private static final String QUEUE = "/desk/#/moderate";

  private static final String CONFIRM = "/api/mail/confirm?token=";
  private static final String STOP = "/api/mail/unsubscribe?token=";

  private final Site site;
  private final Table table;
  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;
  private final ReaderSubscriptions readers;

  public LetterWriter(Site site, Table table, Supplier<CommentKeys> keys, InstantSource clock) {
    this.site = site;
    this.table = table;
    this.keys = keys;
    this.clock = clock;
    this.readers = new ReaderSubscriptions(table, keys, clock);
  }

  /// The mail, if it is to be sent now.
  public Optional<Letter> write(Mail mail) {
    return switch (mail) {
      case Mail.ReaderConfirmation asked ->
          CommentItems.find(table, asked.articleId(), asked.commentId())
              .filter(comment -> comment.status() != Comment.Status.REJECTED)
              .filter(comment -> readers.awaitsConfirmation(comment.author().email()))
              .flatMap(this::confirmation);
      case Mail.Answer answer ->
          CommentItems.find(table, answer.articleId(), answer.commentId())
              .filter(comment -> isGiven(answer, comment) && readers.wants(comment))
              .flatMap(this::answer);
      case Mail.DigestConfirmation asked ->
          DigestSubscription.find(asked.subscription(), table, clock.instant())
              .filter(digest -> digest.confirmedAt().isEmpty())
              .flatMap(this::confirmation);
      case Mail.Digest digest ->
          DigestSubscription.find(digest.subscription(), table, clock.instant())
              .filter(found -> found.confirmedAt().isPresent())
              .flatMap(found -> digest(found, digest.waiting()));
    };
  }

  /// Whether readers see the reply that the mail is about.
  private static boolean isGiven(Mail.Answer answer, Comment comment) {
    return comment.status() == Comment.Status.APPROVED
        && Mail.Answer.about(comment).filter(answer::equals).isPresent();
  }

  private Optional<Letter> confirmation(Comment comment) {
    return confirmation(
        "mail.readerConfirmation",
        comment.author().email(),
        link(CONFIRM, Purpose.CONFIRM_READER, comment.articleId(), comment.id()));
  }

  private Optional<Letter> confirmation(DigestSubscription digest) {
    return confirmation(
        "mail.digestConfirmation",
        digest.email(),
        link(CONFIRM, Purpose.CONFIRM_DIGEST, digest.id(), digest.id()));
  }

  private Optional<Letter> confirmation(String key, String email, String link) {
    return letter(
        email, phrase(key + ".subject", name()), text(key, name(), link), Optional.empty());
  }

  private Optional<Letter> answer(Comment comment) {
    var thread = Threads.find(table, comment.articleId()).filter(found -> !found.withdrawn());
    var stop = link(STOP, Purpose.STOP_READER, comment.articleId(), comment.id());
    return thread.flatMap(article ->
        letter(
            comment.author().email(),
            phrase("mail.answer.subject", name()),
            text(
                "mail.answer",
                name(),
                Direction.isolate(article.headline()),
                place(article, comment),
                stop),
            Optional.of(stop)));
  }

  private String place(CommentThread article, Comment comment) {
    return site.origin() + CommentAddress.find(table, article, comment).orElse(article.path());
  }

  private Optional<Letter> digest(DigestSubscription digest, Mail.Waiting waiting) {
    var stop = link(STOP, Purpose.STOP_DIGEST, digest.id(), digest.id());
    var count = site.messages().count("mail.digest.count", waiting.count());
    var lines = new ArrayList<String>();
    for (var article : waiting.articles()) {
      lines.add("– " + Direction.isolate(article.headline()) + " (" + article.count() + ")");
    }
    if (waiting.others() > 0) {
      lines.add("– " + phrase("mail.digest.others") + " (" + waiting.others() + ")");
    }
    return letter(
        digest.email(),
        phrase("mail.digest.subject", name(), count),
        text(
            "mail.digest",
            waiting.more() ? phrase("mail.digest.more", count) : count,
            site.dates().full(waiting.oldest()),
            String.join("\n", lines),
            site.origin() + QUEUE,
            stop),
        Optional.of(stop));
  }

  /// None to an address that mail cannot reach.
  private static Optional<Letter> letter(
      String email, String subject, String text, Optional<String> unsubscribe) {
    return MailAddress.find(email).map(to -> new Letter(to, subject, text, unsubscribe));
  }

  /// The name of the newspaper, which may be written in the other direction.
  private String name() {
    return Direction.isolate(site.edition().name());
  }

  private String link(String path, Purpose purpose, String first, String second) {
    return site.origin() + path + new MailToken(purpose, first, second).write(keys.get().current());
  }

  private String phrase(String key, Object... args) {
    return site.messages().get(key, args);
  }

  private String text(String key, Object... args) {
    return phrase(key + ".text", args) + "\n";
  }
}
