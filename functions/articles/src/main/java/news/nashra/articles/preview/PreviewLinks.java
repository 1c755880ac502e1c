package news.nashra.articles.preview;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import news.nashra.articles.Article;
import news.nashra.articles.press.PreviewPages;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
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

/// Preview links: `POST` and `DELETE /api/articles/{id}/preview-link` for editors, and `GET
/// /api/previews/{token}` for whoever has the link. It shows the last revision, whatever its
/// status, without comments. Nothing of it is stored, cached or indexed. Thread-safe.
@PrimedBy({"make-preview-link", "revoke-preview-links", "show-preview"})
public final class PreviewLinks implements RequestStreamHandler {
  static final Duration LIFETIME = Duration.ofHours(48);

  private static final String REQUIRED_GROUP = "editors";
  private static final String SHOW = "GET /api/previews/{token}";
  private static final String PATH = "/api/previews/";

  private final Site site;
  private final Table articles;
  private final LinkSeries series;
  private final Supplier<PreviewKeys> keys;
  private final PreviewPages pages;
  private final Problems problems;
  private final InstantSource clock;
  private final HttpFunction editors;
  private final HttpFunction readers;

  /// Configured by the environment variables `ARTICLES_TABLE`, `PREVIEW_KEY_SECRET` and
  /// `SITE_ORIGIN`.
  public PreviewLinks() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), PreviewLinks::new);
  }

  private PreviewLinks(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        PreviewKeys.secret(aws, InstantSource.system()),
        new Ids(InstantSource.system()),
        InstantSource.system());
  }

  /// @param names make the names of series, which nobody can guess
  public PreviewLinks(
      Site site,
      Table articles,
      Supplier<PreviewKeys> keys,
      Supplier<String> names,
      InstantSource clock) {
    this.site = site;
    this.articles = articles;
    this.series = new LinkSeries(articles, names);
    this.keys = keys;
    this.pages = new PreviewPages(site, articles);
    this.problems = new Problems(site.messages());
    this.clock = clock;
    this.editors = HttpFunction.of(site.messages(), this::edit).requiring(REQUIRED_GROUP);
    this.readers = new HttpFunction(this::refusal, this::show).withOnlyPage(SHOW);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    var http = event.path("routeKey").asText().equals(SHOW) ? readers : editors;
    http.serve(event, out);
  }

  private Response edit(Request request) {
    return switch (request.route()) {
      case "POST /api/articles/{id}/preview-link" -> create(existing(request));
      case "DELETE /api/articles/{id}/preview-link" -> {
        series.end(existing(request));
        yield Response.empty(204);
      }
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private record LinkJson(String url, String until) {}

  private String existing(Request request) {
    return ArticleItems.findForEditors(articles, request.id())
        .map(Article::id)
        .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
  }

  private Response create(String id) {
    var link = new PreviewLink(id, clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS));
    var token = link.token(series.extend(id, link.until()), keys.get().current());
    return Response.json(
        201, new LinkJson(site.origin() + PATH + token, Instants.format(link.until())));
  }

  private Response show(Request request) {
    var now = clock.instant();
    var link = verified(request.path("token"), now);
    return ArticleItems.findForEditors(articles, link.article())
        .map(article -> Response.html(200, pages.page(article, link.until(), now)))
        .map(PreviewLinks::unseen)
        .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
  }

  /// The link of a token. A forged, an expired and a revoked one are answered alike.
  private PreviewLink verified(String token, Instant now) {
    return PreviewLink.read(token)
        .filter(sent -> now.isBefore(sent.link().until()))
        .filter(sent ->
            series
                .find(sent.link().article())
                .filter(name -> sent.isSigned(name, keys.get().all()))
                .isPresent())
        .map(PreviewLink.Unverified::link)
        .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
  }

  /// Neither a program that follows links nor the next site learns of it.
  private static Response unseen(Response page) {
    return page.with("x-robots-tag", "noindex, nofollow").with("referrer-policy", "no-referrer");
  }

  private Response refusal(Request request, Problem problem) {
    var title =
        problem.status() == 404
            ? site.messages().get("preview.gone.title")
            : problems.title(problem);
    var text =
        problem.status() == 404 ? site.messages().get("preview.gone") : problems.detail(problem);
    return unseen(
        problems.headers(problem, Response.html(problem.status(), pages.refusal(title, text))));
  }
}
