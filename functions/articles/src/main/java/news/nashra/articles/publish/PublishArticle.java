package news.nashra.articles.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Schedule;
import news.nashra.articles.draft.ArticleDraftReader;
import news.nashra.articles.press.ArticlePress;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.FieldError;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.Sha256;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Fields;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.Problems;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// The API through which editors change articles: `POST /api/articles`, `PUT /api/articles/{id}`,
/// `POST /api/articles/{id}/withdraw` and `POST /api/articles/preview`. A 2xx means that the change
/// is committed. With 202 its page is not yet pressed;
/// [PressArticles][news.nashra.articles.press.PressArticles] presses it. Thread-safe.
public final class PublishArticle implements RequestStreamHandler {
  static final String EDITORS = Writer.EDITORS;
  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private final PublicationService publications;
  private final ArticlePress press;
  private final ArticleDraftReader drafts;
  private final ArticleDraftReader hiddenDrafts;
  private final Problems problems;
  private final InstantSource clock;
  private final NearReleases releases;
  private final HttpFunction http;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `MEDIA_TABLE`,
  /// `SITE_BUCKET`, `UPLOADS_BUCKET`, `SITE_ORIGIN`, `RELEASE_FUNCTION`.
  public PublishArticle() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private PublishArticle(Aws aws) {
    this(
        Site.of(Edition.load(), aws.setting("SITE_ORIGIN")),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        new Pictures(
            aws.table("MEDIA_TABLE"),
            new PictureFiles(aws.s3(), aws.setting("SITE_BUCKET"), aws.setting("UPLOADS_BUCKET"))),
        new Press(aws.s3(), aws.setting("SITE_BUCKET"), InstantSource.system()),
        new Ids(InstantSource.system()),
        InstantSource.system(),
        new ReleaseFunction(aws, aws.setting("RELEASE_FUNCTION")));
  }

  /// One that leaves everything that is scheduled to the minute's sweep.
  public PublishArticle(
      Site site,
      Table articles,
      Table comments,
      Pictures pictures,
      Press press,
      Supplier<String> ids,
      InstantSource clock) {
    this(site, articles, comments, pictures, press, ids, clock, id -> {});
  }

  public PublishArticle(
      Site site,
      Table articles,
      Table comments,
      Pictures pictures,
      Press press,
      Supplier<String> ids,
      InstantSource clock,
      NearReleases releases) {
    this.releases = releases;
    this.publications =
        new PublicationService(articles, comments, pictures, site.edition(), ids, clock);
    this.press = new ArticlePress(articles, comments, press, site);
    this.drafts = new ArticleDraftReader(site.edition(), site.origin());
    this.hiddenDrafts = new ArticleDraftReader(site.edition().hidden(), site.origin());
    this.problems = new Problems(site.messages());
    this.clock = clock;
    this.http = HttpFunction.of(site.messages(), this::route).requiring(EDITORS);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    var writer = Writer.of(request);
    return switch (request.route()) {
      case "POST /api/articles" -> create(request, writer);
      case "PUT /api/articles/{id}" -> revise(request, writer);
      case "POST /api/articles/{id}/withdraw" -> withdraw(request, writer);
      case "POST /api/articles/preview" -> preview(request, request.requireGroup(EDITORS));
      default -> problems.write(Problem.of(404));
    };
  }

  private ArticleDraftReader drafts(Writer writer) {
    return writer.hidden() ? hiddenDrafts : drafts;
  }

  private Response create(Request request, Writer writer) {
    long start = System.nanoTime();
    var key = keyedRequest(request, writer.name());
    var draft = drafts(writer).create(body(request));
    return switch (publications.create(draft, writer, key)) {
      case PublicationResult.Done done ->
          receipt(201, done, draft.cleaned(), start)
              .with("location", "/api/articles/" + done.article().id());
      case PublicationResult other -> refusal(other);
    };
  }

  private Response revise(Request request, Writer writer) {
    long start = System.nanoTime();
    var seen = IfMatch.require(request);
    var draft = drafts(writer).revise(body(request));
    return switch (publications.revise(request.id(), draft, writer, seen)) {
      case PublicationResult.Done done -> receipt(200, done, draft.cleaned(), start);
      case PublicationResult other -> refusal(other);
    };
  }

  private Response withdraw(Request request, Writer writer) {
    long start = System.nanoTime();
    var fields =
        new Fields(
            request.body().length == 0 ? JsonNodeFactory.instance.objectNode() : body(request));
    var reason = fields.line("reason", ArticleLimits.REASON);
    boolean media = fields.flag("media").orElse(false);
    if (!fields.faults().isEmpty()) {
      throw new RefusedRequest(Problem.invalid(fields.faults()));
    }
    return switch (publications.withdraw(
        request.id(), reason, media, writer, IfMatch.find(request))) {
      case PublicationResult.Done done when media -> withdrawnWithPictures(done, start);
      case PublicationResult.Done done -> receipt(200, done, List.of(), start);
      case PublicationResult other -> refusal(other);
    };
  }

  private Response preview(Request request, String editor) {
    return switch (publications.preview(drafts.revise(body(request)), editor)) {
      case PublicationResult.Done done ->
          Response.html(200, press.preview(done.article())).with("x-robots-tag", "noindex");
      case PublicationResult other -> refusal(other);
    };
  }

  private Response refusal(PublicationResult publication) {
    return problems.write(
        switch (publication) {
          case PublicationResult.NoArticle none -> Problem.of(404);
          case PublicationResult.Stale stale -> Problem.of(412);
          case PublicationResult.Withdrawn withdrawn -> Problem.of(409, "problem.409.withdrawn");
          case PublicationResult.AlreadyPublished published ->
              Problem.of(409, "problem.409.published");
          case PublicationResult.KeyReused reused ->
              Problem.invalid(List.of(FieldError.of("Idempotency-Key", "error.keyReused")));
          case PublicationResult.Invalid invalid -> Problem.invalid(invalid.errors());
          case PublicationResult.Done done -> throw new IllegalArgumentException("not a refusal");
        });
  }

  private Response receipt(
      int status, PublicationResult.Done done, List<String> cleaned, long startNanos) {
    var article = done.article();
    releaseIfNear(article);
    Optional<List<PageResult>> pressed = press(done);
    return answer(
        pressed.isPresent() ? status : 202,
        article,
        ArticleJson.receipt(article, pressed.orElse(List.of()), cleaned, millis(startNanos)));
  }

  /// Takes the page away, then the pictures. If that breaks off, the same request goes on with it.
  private Response withdrawnWithPictures(PublicationResult.Done done, long startNanos) {
    var article = done.article();
    var pressed = press(done);
    var pictures = publications.removePictures(article);
    // The stream took the article from the edge when the files were still there.
    press.pressAgain(article.id(), clock.instant());
    var receipt =
        ArticleJson.receipt(article, pressed.orElse(List.of()), List.of(), millis(startNanos));
    return answer(
        pressed.isPresent() ? 200 : 202, article, ArticleJson.withPictures(receipt, pictures));
  }

  private static Response answer(int status, Article article, Map<String, Object> receipt) {
    return Response.json(status, receipt).with("etag", "\"" + article.revision().number() + "\"");
  }

  private static long millis(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
  }

  /// Has an article done that is due before a sweep is sure to read it.
  private void releaseIfNear(Article article) {
    var horizon = clock.instant().plus(Schedule.LOOK_AHEAD);
    if (article.dueAt().filter(at -> at.isBefore(horizon)).isPresent()) {
      try {
        releases.soon(article.id());
      } catch (RuntimeException e) {
        Log.error("release left to the next sweep", e);
      }
    }
  }

  /// Empty when the page could not be pressed. The change is committed, and the stream presses the
  /// page.
  private Optional<List<PageResult>> press(PublicationResult.Done done) {
    try {
      return Optional.of(press.pressCommitted(done.article()));
    } catch (RuntimeException e) {
      Log.error("page left to the stream", e);
      return Optional.empty();
    }
  }

  private static ObjectNode body(Request request) {
    return Json.body(request, ArticleLimits.REQUEST_BYTES);
  }

  private static Optional<KeyedRequests.Keyed> keyedRequest(Request request, String editor) {
    return request
        .header("idempotency-key")
        .map(key -> {
          if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw RefusedRequest.invalid("Idempotency-Key", "error.badKey");
          }
          return new KeyedRequests.Keyed(editor, key, Sha256.hex(16, request.body()));
        });
  }
}
