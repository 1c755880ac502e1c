package news.nashra.articles.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.articles.Slug;
import news.nashra.articles.authors.Author;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.authors.AuthorLimits;
import news.nashra.articles.draft.ProfileReader;
import news.nashra.core.Instants;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.core.http.Cursor;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.media.Picture;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// The API through which editors keep the records of authors: `GET /api/authors`, `GET
/// /api/authors/{slug}` and `PUT /api/authors/{slug}`. A 2xx means that a change is committed; the
/// pages that show it follow from the stream. Thread-safe.
@PrimedBy({"list-authors", "write-author", "read-author"})
public final class EditAuthors implements RequestStreamHandler {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  private final Table articles;
  private final Table media;
  private final InstantSource clock;
  private final HttpFunction http;

  /// Configured by the environment variables `ARTICLES_TABLE` and `MEDIA_TABLE`.
  public EditAuthors() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), EditAuthors::new);
  }

  private EditAuthors(Aws aws) {
    this(
        Messages.load(Edition.load().language()),
        aws.table("ARTICLES_TABLE"),
        aws.table("MEDIA_TABLE"),
        InstantSource.system());
  }

  public EditAuthors(Messages messages, Table articles, Table media, InstantSource clock) {
    this.articles = articles;
    this.media = media;
    this.clock = clock;
    this.http =
        HttpFunction.of(messages, this::route)
            .requiring(PublishArticle.EDITORS)
            .taking("GET /api/authors", "limit", "cursor");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    var editor = request.requireGroup(PublishArticle.EDITORS);
    return switch (request.route()) {
      case "GET /api/authors" -> list(request);
      case "GET /api/authors/{slug}" ->
          Optional.of(request.path("slug"))
              .filter(EditAuthors::isSlug)
              .flatMap(slug -> AuthorItems.find(articles, slug))
              .map(author -> answer(200, author))
              .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
      case "PUT /api/authors/{slug}" -> put(request, editor);
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private Response list(Request request) {
    int limit = request.limit(DEFAULT_LIMIT, MAX_LIMIT);
    var after =
        request
            .query("cursor")
            .map(text -> Cursor.decode(request.list(), text, EditAuthors::isSlug));
    var found = AuthorItems.list(articles, after, limit + 1);
    var shown = found.subList(0, Math.min(limit, found.size()));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("items", shown.stream().map(EditAuthors::json).toList());
    if (found.size() > limit) {
      answer.put("next", Cursor.encode(request.list(), shown.getLast().slug()));
    }
    return Response.json(200, answer);
  }

  /// Creates a record, or replaces the one that the editor read.
  private Response put(Request request, String editor) {
    var slug = request.path("slug");
    if (!isSlug(slug)) {
      throw RefusedRequest.invalid("slug", "error.badSlug");
    }
    var now = Instants.now(clock);
    var pictures =
        new ProfileReader(ids -> Pictures.use(media, ids, Set.of(), AuthorItems.name(slug), now));
    var profile = pictures.read(Json.body(request, AuthorLimits.REQUEST_BYTES));
    var before = AuthorItems.find(articles, slug);
    check(request, before);
    var after =
        before
            .map(author -> author.next(profile, editor, now))
            .orElseGet(() -> Author.first(slug, profile, editor, now));
    return switch (articles.commit(AuthorItems.write(articles, before, after))) {
      case Transaction.Committed committed ->
          before.isPresent()
              ? answer(200, after)
              : answer(201, after).with("location", "/api/authors/" + Addresses.encode(slug));
      case Transaction.Refused refused -> throw stale();
    };
  }

  /// Refuses a request whose `If-Match` does not name the record as it is now. Without one, the
  /// request can only create, so it can be sent again.
  private static void check(Request request, Optional<Author> before) {
    boolean holds =
        before.isPresent()
            ? IfMatch.require(request).test(before.get().revision())
            : request.header("if-match").isEmpty();
    if (!holds) {
      throw stale();
    }
  }

  private static RefusedRequest stale() {
    return new RefusedRequest(Problem.of(412, "problem.412.author"));
  }

  private static Response answer(int status, Author author) {
    return Response.json(status, json(author)).with("etag", "\"" + author.revision() + "\"");
  }

  private static Map<String, Object> json(Author author) {
    var profile = author.profile();
    var json = new LinkedHashMap<String, Object>();
    json.put("slug", author.slug());
    json.put("revision", author.revision());
    json.put("name", profile.name());
    profile.role().ifPresent(role -> json.put("role", role));
    profile.bio().ifPresent(bio -> json.put("bio", bio));
    profile.picture().map(Picture::id).ifPresent(id -> json.put("mediaId", id));
    profile.focus().ifPresent(focus -> json.put("focus", Map.of("x", focus.x(), "y", focus.y())));
    if (!profile.links().isEmpty()) {
      json.put("links", profile.links());
    }
    json.put("updatedAt", Instants.format(author.updatedAt()));
    json.put("editor", author.editor());
    return json;
  }

  private static boolean isSlug(String text) {
    return !text.isEmpty() && Slug.chosen(text).equals(text);
  }
}
