package news.nashra.comments.submit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentThread;
import news.nashra.comments.RateLimit;
import news.nashra.comments.Reference;
import news.nashra.comments.SameText;
import news.nashra.comments.ShownComments;
import news.nashra.comments.bans.Sender;
import news.nashra.comments.mail.ConfirmationRequest;
import news.nashra.comments.policy.CurrentPolicy;
import news.nashra.comments.proof.Proof;
import news.nashra.comments.proof.ProofChecker;
import news.nashra.comments.proof.ProofResult;
import news.nashra.core.FieldError;
import news.nashra.core.Instants;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Accepts comments and stores them. It makes two calls to DynamoDB: one reads the thread and the
/// bans of the sender; one transaction stores the comment, marks its proof as spent, counts it for
/// the rate limit, marks its text, so that a retry finds the first submission, and owes the
/// confirmation that its writer's address needs before it gets mail. Thread-safe.
public final class SubmissionService {
  /// How long the same text by the same person on the same article counts as a repetition.
  static final Duration REPETITION_PERIOD = Duration.ofDays(1);

  /// A comment with a solved challenge counts once, one with an answer in words twice.
  private static final RateLimit RATE = new RateLimit("RATE", Duration.ofMinutes(10), 5);

  private final Table table;
  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;
  private final CurrentPolicy policy;
  private final ProofChecker proofs;
  private final NewComments comments;

  SubmissionService(
      Table table,
      Supplier<CommentKeys> keys,
      InstantSource clock,
      CurrentPolicy policy,
      ProofChecker proofs,
      NewComments comments) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
    this.policy = policy;
    this.proofs = proofs;
    this.comments = comments;
  }

  /// Stores `draft` as a comment on `articleId`. A repetition returns the first submission.
  ///
  /// @param address the network address of its sender
  SubmissionResult submit(String articleId, CommentDraft draft, String address) {
    var inForce = policy.get();
    if (!inForce.open()) {
      return new SubmissionResult.ClosedEverywhere();
    }
    if (!inForce.questions() && draft.proof() instanceof Proof.Words) {
      return new SubmissionResult.QuestionsOff();
    }
    return switch (proofs.check(draft.proof(), articleId)) {
      case ProofResult.Missing missing -> new SubmissionResult.BadProof(Optional.empty());
      case ProofResult.Invalid bad -> new SubmissionResult.BadProof(Optional.of(bad.fault()));
      case ProofResult.WrongAnswer wrong -> {
        spendProof(wrong);
        yield new SubmissionResult.BadProof(Optional.of(wrong.fault()));
      }
      case ProofResult.Valid proof -> {
        var now = Instants.now(clock);
        var known = keys.get();
        var sender = Sender.of(draft.email(), address, known);
        var mailKeys =
            draft.wantsMail() ? ConfirmationRequest.keys(draft.email(), known) : List.<Key>of();
        var admission = Admission.read(table, articleId, sender, mailKeys, now);
        var thread = admission.thread();
        if (thread.isEmpty()) {
          yield new SubmissionResult.NoThread();
        }
        if (!thread.get().acceptsComments(now)) {
          yield new SubmissionResult.Closed();
        }
        var key = known.current();
        var comment = comments.from(articleId, draft, address, admission.ban(), key);
        var confirmation =
            thread.get().forgottenAt().isPresent()
                ? Optional.<ConfirmationRequest>empty()
                : ConfirmationRequest.due(comment, admission.items(), known, now);
        yield store(comment, key, proof, thread.get(), confirmation);
      }
    };
  }

  private SubmissionResult store(
      Comment sent,
      KeyedHash key,
      ProofResult.Valid proof,
      CommentThread thread,
      Optional<ConfirmationRequest> confirmation) {
    var path = thread.path();
    var comment = thread.forgottenAt().isPresent() ? sent.pending() : sent;
    var same =
        SameText.item(comment, key)
            .with("reference", comment.reference())
            .with(Item.EXPIRES, comment.submittedAt().plus(REPETITION_PERIOD).getEpochSecond());
    var stored =
        thread
            .forgottenAt()
            .map(at -> CommentItems.forgotten(comment, at))
            .orElseGet(() -> CommentItems.item(comment));
    var transaction = transaction(comment, stored, proof, same, table);
    confirmation.ifPresent(asked -> asked.addTo(transaction, table));
    return switch (table.commit(transaction)) {
      case Transaction.Committed committed ->
          new SubmissionResult.Accepted(comment.reference(), path);
      case Transaction.Refused refused
          when confirmation.isPresent() && ConfirmationRequest.isReason(refused) ->
          store(sent, key, proof, thread, Optional.empty());
      case Transaction.Refused refused when refused.item("same").isPresent() ->
          new SubmissionResult.Accepted(refused.item("same").get().text("reference"), path);
      case Transaction.Refused refused when refused.item("proof").isPresent() ->
          resultOfSpentProof(proof.field(), refused.item("proof").get(), same, path);
      case Transaction.Refused refused ->
          new SubmissionResult.TooMany(RATE.secondsLeft(comment.submittedAt()));
    };
  }

  /// The transaction that stores a comment. Its labels are `comment`, `proof`, `rate` and `same`.
  ///
  /// @param stored the item of the comment
  public static Transaction transaction(
      Comment comment, Item stored, ProofResult.Valid proof, Item same, Table table) {
    var transaction =
        new Transaction()
            .create("comment", table, stored)
            .create(
                "proof",
                table,
                proofItem(proof.mark(), proof.expires())
                    .with("same", same.pk())
                    .with("reference", comment.reference()))
            .put(
                "same",
                table,
                same,
                // DynamoDB may delete expired items much later.
                "attribute_not_exists(pk) OR " + Item.EXPIRES + " < :now",
                Map.of(":now", comment.submittedAt().getEpochSecond()));
    RATE.count(
        "rate",
        comment.submission().client(),
        proof.weight(),
        comment.submittedAt(),
        table,
        transaction);
    if (comment.status() == Comment.Status.APPROVED) {
      ShownComments.write(comment, table, transaction);
    }
    return transaction;
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
    return Reference.read(reference, keys.get())
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
}
