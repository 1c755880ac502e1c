package news.nashra.comments.submit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.mail.MailLinks;
import news.nashra.comments.policy.CurrentPolicy;
import news.nashra.comments.proof.Challenges;
import news.nashra.comments.proof.ProofChecker;
import news.nashra.comments.proof.Questions;
import news.nashra.comments.screening.Screening;
import news.nashra.core.FieldError;
import news.nashra.core.Ids;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Form;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.Problems;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// The readers' API for comments:
///
/// - `POST /api/articles/{id}/comments` accepts a comment, as JSON or from the form on the
///   article's page. 202, or 303 for a form, means that it is stored durably.
/// - `GET /api/comments/challenge` returns the challenge that a comment needs. The same function
///   answers it, so that it is warm when the comment is sent.
/// - `GET /api/comments/{reference}` says what became of a comment.
/// - `/api/mail/confirm` and `/api/mail/unsubscribe` are what the links in mails lead to
///   ([MailApi]).
@PrimedBy({
  "comment-challenge",
  "submit-comment",
  "submit-comment-form",
  "comment-status",
  "ask-to-confirm-mail",
  "confirm-mail",
  "ask-to-stop-mail",
  "stop-mail"
})
public final class SubmitComment implements RequestStreamHandler {
  private static final int MAX_BODY_BYTES = 32 * 1024;
  private static final Problem CLOSED_EVERYWHERE = Problem.of(409, "problem.409.closedEverywhere");

  private final CurrentPolicy policy;
  private final SubmissionService submissions;
  private final Challenges challenges;
  private final CommentOutcomeLookup outcomes;
  private final CommentDraftReader drafts;
  private final MailApi mail;
  private final FormPages formPages;
  private final Problems problems;
  private final Origins origins;
  private final ClientAddresses addresses;
  private final HttpFunction http;

  /// Configured by the environment variables `COMMENTS_TABLE`, `SITE_ORIGIN`, `COMMENT_KEY_SECRET`,
  /// `ORIGIN_KEY_SECRET` and `CHALLENGE_MAX_NUMBER`, the difficulty until a moderator sets another.
  /// No secret is read before the first request, so that the snapshot of the function has none.
  public SubmitComment() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), PrimedComments::new);
  }

  SubmitComment(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("COMMENTS_TABLE"),
        CommentKeys.secret(aws, InstantSource.system()),
        new ClientAddresses(OriginKeys.secret(aws, InstantSource.system())),
        Long.parseLong(aws.setting("CHALLENGE_MAX_NUMBER")),
        new Ids(InstantSource.system()),
        InstantSource.system());
  }

  public SubmitComment(
      Site site,
      Table table,
      Supplier<CommentKeys> keys,
      ClientAddresses addresses,
      long maxNumber,
      Supplier<String> ids,
      InstantSource clock) {
    var questions = new Questions(keys, site.messages(), clock);
    this.policy = new CurrentPolicy(table, maxNumber, clock);
    this.challenges = new Challenges(keys, clock);
    this.submissions =
        new SubmissionService(
            table,
            keys,
            clock,
            policy,
            new ProofChecker(challenges, questions),
            new NewComments(ids, site.edition().comments(), Screening.ofEdition()));
    this.outcomes = new CommentOutcomeLookup(site, table, keys, clock);
    this.drafts = new CommentDraftReader(site.mail());
    this.mail = new MailApi(site, new MailLinks(table, keys, clock));
    this.formPages = new FormPages(site, table, questions, policy, clock);
    this.problems = new Problems(site.messages());
    this.origins = new Origins(site.origin());
    this.addresses = addresses;
    this.http =
        new HttpFunction(this::refuse, this::route)
            .taking("GET /api/comments/challenge", "article")
            .withPage("GET /api/comments/{reference}")
            .taking("GET /api/mail/confirm", "token")
            .withPage("GET /api/mail/confirm")
            .taking("POST /api/mail/confirm", "token")
            .taking("GET /api/mail/unsubscribe", "token")
            .withPage("GET /api/mail/unsubscribe")
            .taking("POST /api/mail/unsubscribe", "token");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    return switch (request.route()) {
      case "POST /api/articles/{id}/comments" -> submit(request);
      case "GET /api/comments/challenge" -> challenge(request);
      case "GET /api/mail/confirm" -> mail.askToConfirm(request);
      case "POST /api/mail/confirm" -> mail.confirm(request);
      case "GET /api/mail/unsubscribe" -> mail.askToStop(request);
      case "POST /api/mail/unsubscribe" -> mail.stop(request);
      case "GET /api/comments/{reference}" -> outcomes.answer(request);
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private Response submit(Request request) {
    return switch (submissions.submit(request.id(), draft(request), addresses.of(request))) {
      case SubmissionResult.Accepted accepted -> accepted(request, accepted);
      case SubmissionResult.BadProof badProof -> badProof(request, badProof);
      case SubmissionResult.NoThread none -> refuse(request, Problem.of(404));
      case SubmissionResult.Closed closed -> refuse(request, Problem.of(409, "problem.409.closed"));
      case SubmissionResult.ClosedEverywhere closed -> refuse(request, CLOSED_EVERYWHERE);
      case SubmissionResult.QuestionsOff off -> refuse(request, FormPages.QUESTIONS_OFF);
      case SubmissionResult.TooMany many ->
          refuse(request, Problem.of(429).retryAfter(many.seconds()));
    };
  }

  private CommentDraft draft(Request request) {
    return switch (request.mediaType()) {
      case Form.MEDIA_TYPE -> readForm(request);
      case Json.MEDIA_TYPE -> drafts.readJson(Json.body(request, MAX_BODY_BYTES));
      default ->
          throw new RefusedRequest(
              Problem.of(415, "problem.415.either", Json.MEDIA_TYPE, Form.MEDIA_TYPE));
    };
  }

  private CommentDraft readForm(Request request) {
    if (origins.isForeign(request)) {
      throw new RefusedRequest(Problem.of(403, "problem.403.origin"));
    }
    Form.limitBody(request, MAX_BODY_BYTES);
    return drafts.readForm(Form.read(request.body()));
  }

  /// Says `pending` whatever the screening found: a sender of spam learns nothing from the answer.
  private static Response accepted(Request request, SubmissionResult.Accepted accepted) {
    if (!isForm(request)) {
      return Response.json(202, new Receipt(accepted.reference(), Comment.Status.PENDING.word()));
    }
    return Response.seeOther(
        isWithoutScript(request)
            ? "/api/comments/" + accepted.reference()
            : accepted.path() + "?comment=" + accepted.reference() + "#comment-received");
  }

  /// Whether a browser without scripts answers the question: only there the form has both fields.
  /// The article's page could not show it the reference, so it is led to the page that says what
  /// became of the comment.
  private static boolean isWithoutScript(Request request) {
    return Form.read(request.body()).keySet().containsAll(Set.of("question", "altcha"));
  }

  /// What the sender of a comment in JSON is told.
  private record Receipt(String reference, String status) {}

  private Response badProof(Request request, SubmissionResult.BadProof badProof) {
    if (isForm(request) && badProof.fault().isEmpty()) {
      return formPages.secondStep(request);
    }
    return refuse(
        request,
        Problem.invalid(
            badProof.fault().orElse(FieldError.of("altcha", "error.challenge.missing"))));
  }

  private Response challenge(Request request) {
    var article = request.query("article").orElse("");
    if (!Ids.wellFormed(article)) {
      throw RefusedRequest.invalid("article", "error.badId");
    }
    var inForce = policy.get();
    if (!inForce.open()) {
      throw new RefusedRequest(CLOSED_EVERYWHERE);
    }
    return Response.json(200, challenges.issue(article, inForce.difficulty()));
  }

  private Response refuse(Request request, Problem problem) {
    return isForm(request)
        ? problems.headers(problem, formPages.refusal(request, problem))
        : problems.write(problem);
  }

  private static boolean isForm(Request request) {
    return request.mediaType().equals(Form.MEDIA_TYPE)
        && request.route().equals("POST /api/articles/{id}/comments");
  }
}
