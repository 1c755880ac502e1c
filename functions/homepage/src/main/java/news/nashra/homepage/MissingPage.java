package news.nashra.homepage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import news.nashra.core.Settings;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Answers every request with the page `/404.html` and status 404. The distribution asks it where
/// the site bucket has no page. It makes no calls to AWS. Thread-safe.
@PrimedBy("missing-page")
public final class MissingPage implements RequestStreamHandler {
  /// CloudFront keeps an error for [at least 10
  /// s](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html). A
  /// page that is published appears after this time at an address that was asked for before.
  private static final String CACHE_CONTROL = "max-age=10";

  private final HttpFunction http;

  /// Configured by the environment variable `SITE_ORIGIN`.
  public MissingPage() {
    this(Site.of(Edition.load(), Settings.fromEnvironment().require("SITE_ORIGIN")));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), aws -> this);
  }

  public MissingPage(Site site) {
    var answer = Response.html(404, site.notFound()).with("cache-control", CACHE_CONTROL);
    this.http = HttpFunction.of(site.messages(), request -> answer);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }
}
