package news.nashra.articles.working;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.draft.ArticleDraftReader;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.FieldError;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// The API through which an editor's browser saves what is typed: `GET`, `PUT` and `DELETE
/// /api/articles/{id}/working-copy`. Each editor has one copy of an article, which no other editor
/// and no reader can read. It may be unfinished or wrong as an article, and comes back exactly as
/// it was sent. It is no revision, and no page follows from it. `PUT` and `DELETE
/// /api/articles/{id}/presence` tell who has an article open. Thread-safe.
@PrimedBy({
  "save-working-copy",
  "read-working-copy",
  "delete-working-copy",
  "mark-open",
  "mark-closed"
})
public final class EditWorkingCopy implements RequestStreamHandler {
  private static final String REQUIRED_GROUP = "editors";
  private static final String BASED_ON = "basedOn";
  private static final long LAST_REVISION = 999_999;

  private final Table articles;
  private final WorkingCopies copies;
  private final Presence presence;
  private final ArticleDraftReader drafts;
  private final Supplier<String> ids;
  private final InstantSource clock;
  private final HttpFunction http;

  /// Configured by the environment variables `ARTICLES_TABLE` and `SITE_ORIGIN`.
  public EditWorkingCopy() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), EditWorkingCopy::new);
  }

  private EditWorkingCopy(Aws aws) {
    this(
        Edition.load(),
        aws.setting("SITE_ORIGIN"),
        aws.table("ARTICLES_TABLE"),
        new Ids(InstantSource.system()),
        InstantSource.system());
  }

  /// @param ids make the tags of copies
  public EditWorkingCopy(
      Edition edition, String origin, Table articles, Supplier<String> ids, InstantSource clock) {
    this.articles = articles;
    this.copies = new WorkingCopies(articles);
    this.presence = new Presence(articles, clock);
    this.drafts = new ArticleDraftReader(edition, origin);
    this.ids = ids;
    this.clock = clock;
    this.http =
        HttpFunction.of(Messages.load(edition.language()), this::route).requiring(REQUIRED_GROUP);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    var editor = request.requireGroup(REQUIRED_GROUP);
    return switch (request.route()) {
      case "GET /api/articles/{id}/working-copy" -> read(request, editor);
      case "PUT /api/articles/{id}/working-copy" -> save(request, editor);
      case "DELETE /api/articles/{id}/working-copy" -> delete(request, editor);
      case "PUT /api/articles/{id}/presence" -> presence.mark(request, editor);
      case "DELETE /api/articles/{id}/presence" -> presence.leave(request, editor);
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private Response read(Request request, String editor) {
    var copy =
        copies
            .find(request.id(), editor, clock.instant())
            .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
    return tagged(
        new Response(200, Map.of("content-type", "application/json; charset=utf-8"), copy.json()),
        copy);
  }

  /// Whoever sends the same fields again, because an answer was lost, is told that they are saved.
  private Response save(Request request, String editor) {
    var id = request.id();
    var seen = Seen.of(request);
    var copy = new WorkingCopy(ids.get(), json(request), Instants.now(clock));
    var result =
        switch (seen) {
          case Seen.Tags(var tags) -> copies.replace(id, editor, copy, tags);
          case Seen.Nothing nothing -> {
            requireArticle(id);
            yield copies.create(id, editor, copy);
          }
        };
    return switch (result) {
      case WorkingCopies.Result.Done done ->
          receipt(seen instanceof Seen.Nothing ? 201 : 200, copy);
      case WorkingCopies.Result.Refused(var current) ->
          current
              .filter(saved -> saved.json().equals(copy.json()))
              .map(saved -> receipt(200, saved))
              .orElseThrow(Seen::stale);
    };
  }

  private Response delete(Request request, String editor) {
    var seen = Seen.ofExisting(request);
    return switch (copies.delete(request.id(), editor, seen.tags(), clock.instant())) {
      case WorkingCopies.Result.Done done -> Response.empty(204);
      case WorkingCopies.Result.Refused(var current) -> {
        if (current.isPresent()) {
          throw Seen.stale();
        }
        yield Response.empty(204);
      }
    };
  }

  /// A copy begins with an article that editors can read. Later saves do not look for it: what was
  /// typed is kept when the article is gone.
  private void requireArticle(String id) {
    if (ArticleItems.findForEditors(articles, id).isEmpty()) {
      throw new RefusedRequest(Problem.of(404));
    }
  }

  /// The body as it was sent, if its fields are those of an article and of the right types.
  private String json(Request request) {
    int limit = ArticleLimits.WORKING_COPY_KIB * 1024;
    var fields = Json.body(request, limit);
    var faults = new ArrayList<FieldError>();
    basedOn(fields, faults);
    fields.remove(BASED_ON);
    faults.addAll(drafts.misshapen(fields));
    if (!faults.isEmpty()) {
      throw new RefusedRequest(Problem.invalid(faults));
    }
    return request.text(limit);
  }

  private static void basedOn(ObjectNode fields, List<FieldError> faults) {
    var revision = fields.path(BASED_ON);
    if (revision.isMissingNode() || revision.isNull()) {
      faults.add(FieldError.of(BASED_ON, "error.required"));
    } else if (!revision.isIntegralNumber()
        || !revision.canConvertToLong()
        || revision.longValue() < 1
        || revision.longValue() > LAST_REVISION) {
      faults.add(FieldError.of(BASED_ON, "error.noRevision"));
    }
  }

  private record Receipt(String savedAt, String until) {}

  private static Response receipt(int status, WorkingCopy copy) {
    var receipt = new Receipt(Instants.format(copy.savedAt()), Instants.format(copy.until()));
    return tagged(Response.json(status, receipt), copy);
  }

  private static Response tagged(Response response, WorkingCopy copy) {
    return response.with("etag", "\"" + copy.tag() + "\"");
  }
}
