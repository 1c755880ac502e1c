package news.nashra.comments.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.policy.CurrentPolicy;
import news.nashra.comments.proof.Challenges;
import news.nashra.comments.proof.Proof;
import news.nashra.comments.proof.ProofChecker;
import news.nashra.comments.proof.Questions;
import news.nashra.comments.proof.Solver;
import news.nashra.comments.screening.Screening;
import news.nashra.core.Ids;
import news.nashra.local.aws.CountedCalls;
import news.nashra.site.Edition;
import news.nashra.site.Messages;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The budget of an accepted comment is five calls to AWS, none of them to S3. It makes two.
class CallsTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final String ARTICLE = CommentsTable.ARTICLE;

  @Test
  void anAcceptedCommentMakesTwoCalls() {
    var calls = new CountedCalls(SERVICES.aws());
    var table = CommentsTable.with(calls.dynamoDb());
    var clock = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    Supplier<CommentKeys> keys = () -> CommentsTable.KEYS;
    var challenges = new Challenges(keys, clock);
    var comments =
        new SubmissionService(
            table,
            keys,
            clock,
            new CurrentPolicy(table, 100, clock),
            new ProofChecker(challenges, new Questions(keys, Messages.load("ar"), clock)),
            new NewComments(new Ids(clock), Edition.load().comments(), Screening.ofEdition()));
    // The policy is read twice a minute, whatever comes.
    assertThat(comments.submit(ARTICLE, draft(new Proof.None()), "198.51.100.1"))
        .isInstanceOf(SubmissionResult.BadProof.class);
    assertThat(calls.names()).contains("GetItem");
    calls.clear();
    var proof = Solver.payload(Solver.solve(challenges.issue(ARTICLE, 100)));
    assertThat(comments.submit(ARTICLE, draft(new Proof.Work(proof)), "198.51.100.1"))
        .isInstanceOf(SubmissionResult.Accepted.class);
    assertThat(calls.names()).containsExactly("BatchGetItem", "TransactWriteItems");
    calls.clear();
    var ticked = Solver.payload(Solver.solve(challenges.issue(ARTICLE, 100)));
    var asking =
        new CommentDraft(
            "قارئة", "reader@example.com", "رأي", "آخر", "", true, new Proof.Work(ticked));
    assertThat(comments.submit(ARTICLE, asking, "198.51.100.1"))
        .isInstanceOf(SubmissionResult.Accepted.class);
    assertThat(calls.names()).as("with mail").containsExactly("BatchGetItem", "TransactWriteItems");
    calls.clear();
    assertThat(comments.submit(ARTICLE, draft(new Proof.Work("e30=")), "198.51.100.1"))
        .isInstanceOf(SubmissionResult.BadProof.class);
    assertThat(calls.names()).as("a bad proof costs nothing").isEmpty();
  }

  private static CommentDraft draft(Proof proof) {
    return new CommentDraft("قارئة", "reader@example.com", "رأي", "تعليق", "", false, proof);
  }
}
