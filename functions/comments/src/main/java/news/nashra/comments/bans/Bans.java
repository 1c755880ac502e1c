package news.nashra.comments.bans;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.Reference;
import news.nashra.comments.bans.Ban.BannedSender;
import news.nashra.comments.bans.Ban.Kind;
import news.nashra.core.Instants;
import news.nashra.core.PassingFailure;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Makes, lists and lifts bans. A sender has one ban of each kind: a new one takes the place of the
/// one before. Thread-safe.
public final class Bans {
  private static final int MAX_ATTEMPTS = 10;
  private static final String SEEN = "bannedAt = :seen";

  private final Table table;
  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;

  public Bans(Table table, Supplier<CommentKeys> keys, InstantSource clock) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  /// The comment whose sender is banned, and what they are recognised by.
  public record Target(String articleId, String commentId, Kind kind) {}

  /// The outcome of a ban.
  public sealed interface Result {
    /// @param replaced whether it took the place of another ban of the sender
    record Banned(Ban ban, boolean replaced) implements Result {}

    /// There is no such comment.
    record NoComment() implements Result {}

    /// The comment's address was hashed with a key that the newsroom no longer has.
    record UnknownAddress() implements Result {}
  }

  /// A part of the list of bans.
  ///
  /// @param next position of the next part
  public record Listed(List<Ban> bans, Optional<String> next) {}

  /// Bans the sender of a comment.
  ///
  /// @param by the moderator's user name
  public Result ban(Target target, Instant until, String reason, String by) {
    var comment = comment(target);
    if (comment.isEmpty()) {
      return new Result.NoComment();
    }
    var known = keys.get();
    if (target.kind() == Kind.ADDRESS
        && Reference.read(comment.get().reference(), known).isEmpty()) {
      return new Result.UnknownAddress();
    }
    var senders = senders(comment.get(), target.kind(), known);
    var ban =
        new Ban(
            senders.getFirst(),
            target.articleId(),
            target.commentId(),
            until,
            new Ban.Origin(Instants.now(clock), by, reason));
    for (int attempt = 1; ; attempt++) {
      var before = find(senders);
      if (table.commit(transaction(ban, before)) instanceof Transaction.Committed) {
        return new Result.Banned(ban, before.stream().anyMatch(b -> b.inForce(clock.instant())));
      }
      if (attempt == MAX_ATTEMPTS) {
        throw PassingFailure.overtaken("the ban", MAX_ATTEMPTS);
      }
    }
  }

  /// Lifts the ban that the list names by this comment, or the one of this comment's sender.
  ///
  /// @param by the moderator's user name
  /// @return the ban that was lifted; empty if there was none
  public Optional<Ban> lift(Target target, String by) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      var ban = find(target).filter(found -> found.inForce(clock.instant()));
      if (ban.isEmpty()) {
        return Optional.empty();
      }
      var now = Instants.now(clock);
      var transaction =
          new Transaction()
              .delete("ban", table, BanItems.key(ban.get().sender()), SEEN, seen(ban.get()))
              .delete(table, BanItems.lineKey(ban.get()))
              .put(table, BanItems.logged("lift", ban.get(), by, now));
      if (table.commit(transaction) instanceof Transaction.Committed) {
        return ban;
      }
    }
    throw PassingFailure.overtaken("the ban", MAX_ATTEMPTS);
  }

  /// The bans in force, those of the newest articles first.
  ///
  /// @param before position of this part
  public Listed list(Optional<String> before, int limit) {
    var lines = table.newest(BanItems.LIST, before, limit + 1);
    var part = lines.subList(0, Math.min(limit, lines.size()));
    return new Listed(
        part.stream().map(BanItems::read).filter(b -> b.inForce(clock.instant())).toList(),
        lines.size() > limit ? Optional.of(part.getLast().sk()) : Optional.empty());
  }

  private static Map<String, Instant> seen(Ban ban) {
    return Map.of(":seen", ban.origin().at());
  }

  private Transaction transaction(Ban ban, List<Ban> before) {
    var same = before.stream().filter(b -> b.sender().equals(ban.sender())).findFirst();
    var transaction =
        new Transaction()
            .put(
                "ban",
                table,
                BanItems.item(ban),
                same.isPresent() ? SEEN : "attribute_not_exists(pk)",
                same.map(Bans::seen).orElse(Map.of()))
            .put(table, BanItems.line(ban))
            .put(table, BanItems.logged("ban", ban, ban.origin().by(), ban.origin().at()));
    before.stream()
        .map(BanItems::lineKey)
        .filter(key -> !key.equals(BanItems.lineKey(ban)))
        .distinct()
        .forEach(key -> transaction.delete(table, key));
    before.stream()
        .map(Ban::sender)
        .filter(sender -> !sender.equals(ban.sender()))
        .forEach(sender -> transaction.delete(table, BanItems.key(sender)));
    return transaction;
  }

  /// The ban of the list's line, which outlives the comment, or that of the comment's sender. A
  /// line that has expired may hide a later ban.
  private Optional<Ban> find(Target target) {
    var line = BanItems.lineKey(target.articleId(), target.commentId(), target.kind());
    return table.get(List.of(line)).stream()
        .findFirst()
        .map(BanItems::read)
        .filter(ban -> ban.inForce(clock.instant()))
        .or(() ->
            comment(target).stream()
                .flatMap(c -> find(senders(c, target.kind(), keys.get())).stream())
                .findFirst());
  }

  private List<Ban> find(List<BannedSender> senders) {
    return table.get(senders.stream().map(BanItems::key).toList()).stream()
        .map(BanItems::read)
        .toList();
  }

  private Optional<Comment> comment(Target target) {
    return table.get(List.of(CommentItems.key(target.articleId(), target.commentId()))).stream()
        .findFirst()
        .map(CommentItems::read);
  }

  /// The sender of a comment, first as a new ban keeps them.
  private static List<BannedSender> senders(Comment comment, Kind kind, CommentKeys keys) {
    return switch (kind) {
      case PERSON -> Sender.persons(comment.author().email(), keys);
      case ADDRESS -> List.of(new BannedSender(kind, comment.submission().client()));
    };
  }
}
