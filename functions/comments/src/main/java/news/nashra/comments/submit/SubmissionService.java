package news.nashra.comments.submit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.Person;
import news.nashra.comments.Reference;
import news.nashra.comments.SameText;
import news.nashra.comments.ShownComments;
import news.nashra.comments.Threads;
import news.nashra.comments.proof.ProofChecker;
import news.nashra.comments.proof.ProofResult;
import news.nashra.comments.screening.Candidate;
import news.nashra.comments.screening.Screening;
import news.nashra.comments.screening.ScreeningResult;
import news.nashra.core.FieldError;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.site.CommentPolicy;

/// Accepts comments and stores them. It makes two calls to DynamoDB: one reads the thread; one
/// transaction stores the comment, marks its proof as spent, counts it for the rate limit, and
/// marks its text, so that a retry finds the first submission. Thread-safe.
public final class SubmissionService {
  /// The most comments from one address in one [#RATE_WINDOW].
  static final int MAX_COMMENTS_PER_WINDOW = 5;

  static final Duration RATE_WINDOW = Duration.ofMinutes(10);

  /// How long the same text by the same person on the same article counts as a repetition.
  static final Duration REPETITION_PERIOD = Duration.ofDays(1);

  private final Table table;
  private final KeyedHash hash;
  private final Supplier<String> ids;
  private final InstantSource clock;
  private final CommentPolicy policy;
  private final ProofChecker proofs;
  private final Screening screening;

  SubmissionService(
      Table table,
      KeyedHash hash,
      Supplier<String> ids,
      InstantSource clock,
      CommentPolicy policy,
      ProofChecker proofs,
      Screening screening) {
    this.table = table;
    this.hash = hash;
    this.ids = ids;
    this.clock = clock;
    this.policy = policy;
    this.proofs = proofs;
    this.screening = screening;
  }

  /// Stores `draft` as a comment on `articleId`. A repetition returns the first submission.
  ///
  /// @param address the network address of its sender
  SubmissionResult submit(String articleId, CommentDraft draft, String address) {
    return switch (proofs.check(draft.proof(), articleId)) {
      case ProofResult.Missing missing -> new SubmissionResult.BadProof(Optional.empty());
      case ProofResult.Invalid bad -> new SubmissionResult.BadProof(Optional.of(bad.fault()));
      case ProofResult.WrongAnswer wrong -> {
        spendProof(wrong);
        yield new SubmissionResult.BadProof(Optional.of(wrong.fault()));
      }
      case ProofResult.Valid proof -> {
        var now = Instants.now(clock);
        var thread = Threads.find(table, articleId);
        if (thread.isEmpty()) {
          yield new SubmissionResult.NoThread();
        }
        yield thread.get().acceptsComments(now)
            ? store(comment(articleId, draft, address), proof, thread.get().path())
            : new SubmissionResult.Closed();
      }
    };
  }

  private SubmissionResult store(Comment comment, ProofResult.Valid proof, String path) {
    var same =
        SameText.item(comment, hash)
            .with("reference", comment.reference())
            .with(Item.EXPIRES, comment.submittedAt().plus(REPETITION_PERIOD).getEpochSecond());
    return switch (table.commit(transaction(comment, proof, same, table))) {
      case Transaction.Committed committed ->
          new SubmissionResult.Accepted(comment.reference(), path);
      case Transaction.Refused refused when refused.item("same").isPresent() ->
          new SubmissionResult.Accepted(refused.item("same").get().text("reference"), path);
      case Transaction.Refused refused when refused.item("proof").isPresent() ->
          resultOfSpentProof(proof.field(), refused.item("proof").get(), same, path);
      case Transaction.Refused refused ->
          new SubmissionResult.TooMany(
              (windowNumber(comment) + 1) * RATE_WINDOW.toSeconds()
                  - comment.submittedAt().getEpochSecond());
    };
  }

  /// The transaction that stores a comment. Its labels are `comment`, `proof`, `rate` and `same`.
  public static Transaction transaction(
      Comment comment, ProofResult.Valid proof, Item same, Table table) {
    long window = windowNumber(comment);
    var transaction =
        new Transaction()
            .create("comment", table, CommentItems.item(comment))
            .create(
                "proof",
                table,
                proofItem(proof.mark(), proof.expires())
                    .with("same", same.pk())
                    .with("reference", comment.reference()))
            .update(
                "rate",
                table,
                new Key("RATE#" + comment.submission().client() + "#" + window, "RATE"),
                "ADD hits :one SET " + Item.EXPIRES + " = :expires",
                "attribute_not_exists(hits) OR hits < :most",
                Map.of(
                    ":one",
                    1,
                    ":most",
                    MAX_COMMENTS_PER_WINDOW,
                    ":expires",
                    (window + 2) * RATE_WINDOW.toSeconds()))
            .put(
                "same",
                table,
                same,
                // DynamoDB may delete expired items much later.
                "attribute_not_exists(pk) OR " + Item.EXPIRES + " < :now",
                Map.of(":now", comment.submittedAt().getEpochSecond()));
    if (comment.status() == Comment.Status.APPROVED) {
      ShownComments.write(comment, table, transaction);
    }
    return transaction;
  }

  /// The number of the rate window that a comment falls into, counted from the epoch.
  private static long windowNumber(Comment comment) {
    return Math.floorDiv(comment.submittedAt().getEpochSecond(), RATE_WINDOW.toSeconds());
  }

  /// The proof was spent before, by a wrong answer or by a comment. If this comment spent it and is
  /// still stored, the first answer was lost: it is accepted.
  private SubmissionResult resultOfSpentProof(String field, Item proof, Item same, String path) {
    return proof
        .find("reference")
        .filter(reference -> proof.text("same").equals(same.pk()) && isStored(reference))
        .<SubmissionResult>map(reference -> new SubmissionResult.Accepted(reference, path))
        .orElseGet(() ->
            new SubmissionResult.BadProof(
                Optional.of(FieldError.of(field, "error.challenge.spent"))));
  }

  private boolean isStored(String reference) {
    return Reference.read(reference, hash)
        .flatMap(r -> CommentItems.find(table, r.articleId(), r.commentId()))
        .isPresent();
  }

  /// Allows one answer per question. If a stored comment spent the proof already, nothing changes.
  private void spendProof(ProofResult.WrongAnswer wrong) {
    table.commit(
        new Transaction().create("proof", table, proofItem(wrong.mark(), wrong.expires())));
  }

  private static Item proofItem(String mark, Instant expires) {
    return Item.at("CHALLENGE#" + mark, "CHALLENGE").with(Item.EXPIRES, expires.getEpochSecond());
  }

  private Comment comment(String articleId, CommentDraft draft, String address) {
    var id = ids.get();
    var person = Person.key(draft.email(), hash);
    var screened =
        screening.screen(
            new Candidate(
                articleId,
                person,
                Ids.instant(id),
                draft.name(),
                draft.title(),
                draft.body(),
                draft.honeypot()));
    return new Comment(
        articleId,
        id,
        new Comment.Author(draft.name(), draft.email(), person),
        new Comment.Text(draft.title(), draft.body()),
        new Comment.Submission(
            Ids.instant(id),
            hash.base64Url("client", address),
            policy.termsVersion(),
            Reference.create(articleId, id, hash)),
        status(screened),
        Comment.Review.of(screened.flags()));
  }

  private Comment.Status status(ScreeningResult screened) {
    return switch (screened) {
      case ScreeningResult.Banned banned -> Comment.Status.REJECTED;
      case ScreeningResult.Suspect suspect -> Comment.Status.PENDING;
      case ScreeningResult.Clean clean ->
          policy.moderated() ? Comment.Status.PENDING : Comment.Status.APPROVED;
    };
  }
}
