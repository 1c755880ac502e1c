package news.nashra.comments.submit;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Threads;
import news.nashra.comments.pages.CommentForm;
import news.nashra.comments.pages.CommentFormView;
import news.nashra.comments.policy.CurrentPolicy;
import news.nashra.comments.proof.Question;
import news.nashra.comments.proof.Questions;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.Text;
import news.nashra.core.aws.AwsFailure;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Form;
import news.nashra.core.http.Problem;
import news.nashra.core.http.Problems;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.site.Messages;
import news.nashra.site.Site;

/// The pages that answer a form which cannot be accepted yet. They say what is wrong or ask a
/// question, and contain the form with everything that the reader wrote. A form that was sent
/// without a script gets a question on each of these pages. Thread-safe.
final class FormPages {
  static final Problem QUESTIONS_OFF = Problem.of(422, "problem.422.questionsOff");

  /// The contents of a larger form are not returned.
  private static final int MAX_RETURNED_BYTES = 256 * 1024;

  private final CommentForm form;
  private final Messages messages;
  private final Problems problems;
  private final Table table;
  private final Questions questions;
  private final CurrentPolicy policy;
  private final InstantSource clock;

  FormPages(
      Site site, Table table, Questions questions, CurrentPolicy policy, InstantSource clock) {
    this.form = new CommentForm(site);
    this.messages = site.messages();
    this.problems = new Problems(messages);
    this.table = table;
    this.questions = questions;
    this.policy = policy;
    this.clock = clock;
  }

  /// Answers a form without a proof with a question in words: 200, or a refusal if the article
  /// accepts no comments, or if questions are switched off.
  Response secondStep(Request request) {
    var articleId = request.path("id");
    var thread = thread(articleId);
    if (thread.isEmpty()) {
      return refusal(request, Problem.of(404));
    }
    if (!thread.get().acceptsComments(clock.instant())) {
      return refusal(request, Problem.of(409, "problem.409.closed"));
    }
    if (!policy.get().questions()) {
      return refusal(request, QUESTIONS_OFF);
    }
    var view = new CommentFormView(articleId, true, values(request), Map.of());
    return Response.html(200, form.secondStep(thread.get(), view.asking(questions.ask(articleId))));
  }

  /// Answers with the form and what is wrong with it.
  Response refusal(Request request, Problem problem) {
    var articleId = request.path("id");
    var thread = ifReadable(() -> thread(articleId));
    var errors = new LinkedHashMap<String, String>();
    problem.errors().forEach(e -> errors.putIfAbsent(e.field(), problems.message(e)));
    boolean open = problem.status() != 409 && (thread.isPresent() || problem.status() != 404);
    var shown = thread.filter(t -> !t.withdrawn());
    var values = values(request);
    var view = new CommentFormView(articleId, open, values, errors);
    if (values.containsKey("question") || errors.containsKey("altcha")) {
      view = ifReadable(() -> question(articleId)).map(view::asking).orElse(view);
    }
    return Response.html(
        problem.status(),
        form.refusal(
            shown.map(CommentThread::headline).orElse(""),
            shown.map(CommentThread::path).orElse("/"),
            view,
            title(problem),
            problems.detail(problem)));
  }

  /// What readers are told: their comment is wrong, not a request.
  private String title(Problem problem) {
    return switch (problem.status()) {
      case 409 -> messages.get("comments.closed");
      case 422 -> messages.get(problem.errors().isEmpty() ? "comments.notSent" : "comments.faulty");
      default -> problems.title(problem);
    };
  }

  /// The question that the page of a refusal asks, unless questions are switched off.
  private Optional<Question> question(String articleId) {
    return policy.get().questions() ? Optional.of(questions.ask(articleId)) : Optional.empty();
  }

  private Optional<CommentThread> thread(String articleId) {
    return Ids.wellFormed(articleId) ? Threads.find(table, articleId) : Optional.empty();
  }

  /// What `read` finds, or nothing while the table or the secret cannot be read: a refusal can do
  /// without it.
  private static <T> Optional<T> ifReadable(Supplier<Optional<T>> read) {
    try {
      return read.get();
    } catch (RuntimeException e) {
      if (!AwsFailure.is(e)) {
        throw e;
      }
      Log.error("a refusal page without table or secret", e);
      return Optional.empty();
    }
  }

  private static Map<String, String> values(Request request) {
    if (request.body().length > MAX_RETURNED_BYTES) {
      return Map.of();
    }
    try {
      var values = new LinkedHashMap<String, String>();
      Form.read(request.body())
          .forEach((name, value) -> {
            var typed = Text.typed(value);
            values.put(name, name.equals("body") ? typed : typed.replace('\n', ' '));
          });
      return values;
    } catch (RefusedRequest e) {
      return Map.of();
    }
  }
}
