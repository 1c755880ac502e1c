package news.nashra.articles.publish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;

/// The requests by which editors take articles back, put them back, and clear up drafts: `POST
/// /api/articles/{id}/withdraw`, `…/restore`, `…/duplicate` and `DELETE /api/articles/{id}`.
/// Thread-safe.
record TakingBack(
    PublicationService publications, DraftService drafts, PublicationAnswers answers) {
  Response withdraw(Request request, Writer writer) {
    long start = System.nanoTime();
    var fields = fields(request);
    var reason = WithdrawalReason.read(fields);
    boolean media = fields.flag("media").orElse(false);
    fields.refuseFaults();
    return switch (publications.withdraw(
        request.id(), reason, media, writer, IfMatch.find(request))) {
      case PublicationResult.Done done when media ->
          answers.withdrawnWithPictures(done, publications::removePictures, start);
      case PublicationResult.Done done -> answers.receipt(200, done, List.of(), start);
      case PublicationResult other -> answers.refusal(other);
    };
  }

  Response restore(Request request, Writer writer) {
    long start = System.nanoTime();
    fields(request).refuseFaults();
    return switch (drafts.restore(request.id(), writer, IfMatch.find(request))) {
      case PublicationResult.Done done -> answers.receipt(200, done, List.of(), start);
      case PublicationResult other -> answers.refusal(other);
    };
  }

  Response duplicate(Request request, Writer writer) {
    long start = System.nanoTime();
    var key = PublishArticle.keyedRequest(request, writer.name());
    fields(request).refuseFaults();
    return switch (drafts.duplicate(request.id(), writer, key)) {
      case PublicationResult.Done done -> answers.created(done, List.of(), start);
      case PublicationResult other -> answers.refusal(other);
    };
  }

  Response delete(Request request, Writer writer) {
    return switch (drafts.delete(request.id(), writer, IfMatch.require(request))) {
      case PublicationResult.Deleted deleted -> Response.empty(204);
      case PublicationResult other -> answers.refusal(other);
    };
  }

  /// The fields of a body that may be absent.
  private static Fields fields(Request request) {
    return new Fields(
        request.body().length == 0
            ? JsonNodeFactory.instance.objectNode()
            : PublishArticle.body(request));
  }
}
