package news.nashra.articles.copydesk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import news.nashra.articles.ArticleLimits;
import news.nashra.core.Settings;
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

/// `POST /api/articles/check`: the copy desk for editors, and `POST /api/articles/clean`, which
/// cleans what they paste. It reads and stores nothing, and has no permissions. Thread-safe.
@PrimedBy({"check-article", "clean-body"})
public final class CheckArticle implements RequestStreamHandler {
  private static final String EDITORS = "editors";

  /// As much as the largest article takes.
  private static final int REQUEST_BYTES = ArticleLimits.ARTICLE_KIB * 1024;

  private final CopyDesk desk;
  private final CleanBody cleaner;
  private final HttpFunction http;

  /// Checks by the rules of the edition. Configured by the environment variable `SITE_ORIGIN`.
  public CheckArticle() {
    this(Edition.load(), Settings.fromEnvironment());
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), aws -> this);
  }

  private CheckArticle(Edition edition, Settings settings) {
    this(Messages.load(edition.language()), CopyDesk.of(edition), settings.require("SITE_ORIGIN"));
  }

  /// @param origin of the site, by which its own links are known
  public CheckArticle(Messages messages, CopyDesk desk, String origin) {
    this.desk = desk;
    this.cleaner = new CleanBody(origin);
    this.http = HttpFunction.of(messages, this::route).requiring(EDITORS);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    return switch (request.route()) {
      case "POST /api/articles/check" -> {
        var texts = CheckedFields.read(Json.body(request, REQUEST_BYTES));
        yield Response.json(200, Map.of("findings", desk.check(texts)));
      }
      case "POST /api/articles/clean" ->
          Response.json(200, cleaner.clean(Json.body(request, ArticleLimits.REQUEST_BYTES)));
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }
}
