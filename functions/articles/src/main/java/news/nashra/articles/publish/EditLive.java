package news.nashra.articles.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.draft.EntryDraft;
import news.nashra.articles.live.LiveChange;
import news.nashra.articles.live.LiveEntry;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.press.ArticlePress;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.core.FieldError;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.AnswerRoom;
import news.nashra.core.http.Cursor;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.Problems;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.press.Press;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// The API through which editors write live coverage: `GET` and `POST /api/articles/{id}/entries`,
/// `PUT` and `DELETE /api/articles/{id}/entries/{n}`. A 2xx means that the change is committed.
/// With 202 its page is not yet pressed; [PressArticles][news.nashra.articles.press.PressArticles]
/// presses it. Thread-safe.
@PrimedBy({"add-entry", "revise-entry", "list-entries", "remove-entry"})
public final class EditLive implements RequestStreamHandler {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final String NUMBER = "[1-9][0-9]{0,5}";

  private final Table articles;
  private final EntryService entries;
  private final ArticlePress press;
  private final String origin;
  private final Problems problems;
  private final HttpFunction http;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `MEDIA_TABLE`,
  /// `SITE_BUCKET`, `SITE_ORIGIN`.
  public EditLive() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), EditLive::new);
  }

  private EditLive(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        aws.table("MEDIA_TABLE"),
        new Press(aws.bucket("SITE_BUCKET"), InstantSource.system()),
        InstantSource.system());
  }

  public EditLive(
      Site site, Table articles, Table comments, Table media, Press press, InstantSource clock) {
    var closeAfterDays = site.edition().comments().closeAfterDays();
    var transaction = new ArticleTransaction(articles, comments, closeAfterDays);
    this.articles = articles;
    this.entries = new EntryService(articles, media, transaction, clock);
    this.press = new ArticlePress(articles, comments, press, site);
    this.origin = site.origin();
    this.problems = new Problems(site.messages());
    this.http =
        HttpFunction.of(site.messages(), this::route)
            .requiring(PublishArticle.EDITORS)
            .taking("GET /api/articles/{id}/entries", "limit", "cursor");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    var editor = request.requireGroup(PublishArticle.EDITORS);
    return switch (request.route()) {
      case "GET /api/articles/{id}/entries" -> list(request);
      case "POST /api/articles/{id}/entries" -> add(request, editor);
      case "PUT /api/articles/{id}/entries/{n}" -> revise(request, editor);
      case "DELETE /api/articles/{id}/entries/{n}" -> remove(request, editor);
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private Response add(Request request, String editor) {
    long start = System.nanoTime();
    var id = request.id();
    var key = PublishArticle.keyedRequest(request, editor);
    var draft = draft(request, List.of());
    return switch (entries.add(id, draft, editor, key)) {
      case EntryResult.Done(var change) ->
          receipt(201, change, draft.cleaned(), start)
              .with(
                  "location", "/api/articles/%s/entries/%d".formatted(id, change.entry().number()));
      case EntryResult other -> refusal(other);
    };
  }

  private Response revise(Request request, String editor) {
    long start = System.nanoTime();
    var seen = IfMatch.require(request);
    var draft = draft(request, EntryJson.READ_ONLY_FIELDS);
    return switch (entries.revise(request.id(), number(request), draft, editor, seen)) {
      case EntryResult.Done(var change) -> receipt(200, change, draft.cleaned(), start);
      case EntryResult other -> refusal(other);
    };
  }

  private Response remove(Request request, String editor) {
    long start = System.nanoTime();
    var seen = IfMatch.require(request);
    return switch (entries.remove(request.id(), number(request), editor, seen)) {
      case EntryResult.Done(var change) -> receipt(200, change, List.of(), start);
      case EntryResult other -> refusal(other);
    };
  }

  private EntryDraft draft(Request request, List<String> ignored) {
    return EntryDraft.read(Json.body(request, ArticleLimits.REQUEST_BYTES), origin, ignored);
  }

  private Response list(Request request) {
    var id = request.id();
    int limit = request.limit(DEFAULT_LIMIT, MAX_LIMIT);
    var read = articles.get(List.of(ArticleItems.headKey(id), LiveItems.coverageKey(id)));
    boolean readable =
        read.stream()
            .filter(item -> item.sk().equals(ArticleItems.HEAD))
            .map(ArticleItems::read)
            .anyMatch(article -> !article.hidden());
    if (!readable) {
      throw new RefusedRequest(Problem.of(404));
    }
    var coverage =
        read.stream()
            .filter(item -> item.sk().equals(LiveItems.LIVE))
            .map(LiveItems::coverage)
            .findFirst();
    var to =
        request
            .query("cursor")
            .map(text -> Cursor.decode(request.list(), text, n -> n.matches(NUMBER)))
            .map(n -> OptionalLong.of(Long.parseLong(n)))
            .orElse(OptionalLong.empty());
    var found = LiveItems.entries(articles, id, 1, to, limit + 1);
    var page =
        AnswerRoom.beginning(
            found.subList(0, Math.min(limit, found.size())), e -> EntryJson.entry(e, coverage));
    var answer = new LinkedHashMap<String, Object>();
    answer.put(
        "items",
        page.stream().filter(LiveEntry::isThere).map(e -> EntryJson.entry(e, coverage)).toList());
    if (found.size() > page.size()) {
      answer.put("next", Cursor.encode(request.list(), Long.toString(page.getLast().number() - 1)));
    }
    return Response.json(200, answer);
  }

  private Response refusal(EntryResult result) {
    return problems.write(
        switch (result) {
          case EntryResult.NoEntry none -> Problem.of(404);
          case EntryResult.Stale stale -> Problem.of(412);
          case EntryResult.Forbidden(var phrase, var args) -> Problem.of(409, phrase, args);
          case EntryResult.KeyReused reused ->
              Problem.invalid(FieldError.of("Idempotency-Key", "error.keyReused"));
          case EntryResult.Invalid(var errors) -> Problem.invalid(errors);
          case EntryResult.Done done -> throw new IllegalArgumentException("not a refusal");
        });
  }

  private Response receipt(int status, LiveChange change, List<String> cleaned, long startNanos) {
    var pressed =
        ArticlePress.orLeftToTheStream(
            () -> press.pressEntry(change.article(), change.entry().number()));
    var millis = PublicationAnswers.millis(startNanos);
    return Response.json(
            pressed.isPresent() ? status : 202,
            EntryJson.receipt(change, pressed.orElse(List.of()), cleaned, millis))
        .with("etag", "\"" + change.entry().revision() + "\"");
  }

  private static long number(Request request) {
    var n = request.path("n");
    if (!n.matches(NUMBER)) {
      throw new RefusedRequest(Problem.of(404));
    }
    return Long.parseLong(n);
  }
}
