package news.nashra.articles.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.draft.ArticleDraftReader;
import news.nashra.articles.press.ArticlePress;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.Ids;
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
import news.nashra.core.press.Press;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// The API through which editors change articles: `POST /api/articles`, `PUT /api/articles/{id}`,
/// `POST /api/articles/preview`, and what [TakingBack] answers. A 2xx means that the change is
/// committed. With 202 its page is not yet pressed;
/// [PressArticles][news.nashra.articles.press.PressArticles] presses it. Thread-safe.
@PrimedBy({
  "publish-article",
  "revise-article",
  "preview-article",
  "withdraw-article",
  "restore-article",
  "duplicate-article",
  "delete-draft"
})
public final class PublishArticle implements RequestStreamHandler {
  static final String EDITORS = Writer.EDITORS;
  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private final PublicationService publications;
  private final ArticlePress press;
  private final ArticleDraftReader drafts;
  private final ArticleDraftReader hiddenDrafts;
  private final PublicationAnswers answers;
  private final TakingBack takingBack;
  private final HttpFunction http;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `MEDIA_TABLE`,
  /// `SITE_BUCKET`, `UPLOADS_BUCKET`, `SITE_ORIGIN`, `RELEASE_FUNCTION`.
  public PublishArticle() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), PublishArticle::new);
  }

  private PublishArticle(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        new Pictures(
            aws.table("MEDIA_TABLE"),
            new PictureFiles(aws.s3(), aws.setting("SITE_BUCKET"), aws.setting("UPLOADS_BUCKET"))),
        new Press(aws.bucket("SITE_BUCKET"), InstantSource.system()),
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
    this.publications =
        new PublicationService(articles, comments, pictures, site.edition(), ids, clock);
    var transaction =
        new ArticleTransaction(articles, comments, site.edition().comments().closeAfterDays());
    var shown = new ArticlePictures(articles, pictures);
    this.press = new ArticlePress(articles, comments, press, site);
    this.drafts = new ArticleDraftReader(site.edition(), site.origin());
    this.hiddenDrafts = new ArticleDraftReader(site.edition().hidden(), site.origin());
    this.answers =
        new PublicationAnswers(this.press, releases, new Problems(site.messages()), clock);
    this.takingBack =
        new TakingBack(
            publications, new DraftService(articles, transaction, shown, ids, clock), answers);
    this.http = HttpFunction.of(site.messages(), this::route).requiring(EDITORS, Writer.CHECKS);
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
      case "POST /api/articles/{id}/withdraw" -> takingBack.withdraw(request, writer);
      case "POST /api/articles/{id}/restore" -> takingBack.restore(request, writer);
      case "POST /api/articles/{id}/duplicate" -> takingBack.duplicate(request, writer);
      case "DELETE /api/articles/{id}" -> takingBack.delete(request, writer);
      case "POST /api/articles/preview" ->
          preview(request, new Writer(request.requireGroup(EDITORS), false));
      default -> throw new RefusedRequest(Problem.of(404));
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
      case PublicationResult.Done done -> answers.created(done, draft.cleaned(), start);
      case PublicationResult other -> answers.refusal(other);
    };
  }

  private Response revise(Request request, Writer writer) {
    long start = System.nanoTime();
    var seen = IfMatch.require(request);
    var draft = drafts(writer).revise(body(request));
    return switch (publications.revise(request.id(), draft, writer, seen)) {
      case PublicationResult.Done done -> answers.receipt(200, done, draft.cleaned(), start);
      case PublicationResult other -> answers.refusal(other);
    };
  }

  private Response preview(Request request, Writer writer) {
    var body = body(request);
    var id = new Fields(body).raw("id");
    if (body.hasNonNull("id") && id.filter(Ids::wellFormed).isEmpty()) {
      throw RefusedRequest.invalid("id", "error.badId");
    }
    return switch (publications.preview(drafts.revise(body), id, writer)) {
      case PublicationResult.Done done ->
          Response.html(200, press.preview(done.article())).with("x-robots-tag", "noindex");
      case PublicationResult other -> answers.refusal(other);
    };
  }

  static ObjectNode body(Request request) {
    return Json.body(request, ArticleLimits.REQUEST_BYTES);
  }

  /// The request under its `Idempotency-Key`.
  static Optional<KeyedRequests.Keyed> keyedRequest(Request request, String editor) {
    return request
        .header("idempotency-key")
        .map(key -> {
          if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw RefusedRequest.invalid("Idempotency-Key", "error.badKey");
          }
          return new KeyedRequests.Keyed(editor, key, fingerprint(request));
        });
  }

  /// Of the route, of the article that it names, and of the body.
  private static String fingerprint(Request request) {
    var asked = request.route() + " " + request.path("id");
    return Sha256.hex(16, asked.getBytes(StandardCharsets.UTF_8), request.body());
  }
}
