package news.nashra.articles.release;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import news.nashra.articles.press.ArticlePress;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.PassingFailure;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Publishes scheduled articles at their second, and withdraws published ones that end. Each minute
/// a [Sweep] does what is due, and waits for what is due soon. `{"article": "<id>"}` does so for
/// one article, which was scheduled after the minute's sweep had read what is due. However often
/// and whenever it is called, each article is released once (docs/decisions/025-scheduling.md).
/// Thread-safe.
public final class ReleaseScheduled implements RequestStreamHandler {
  private final Sweep sweep;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`,
  /// `SITE_ORIGIN`.
  public ReleaseScheduled() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private ReleaseScheduled(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        new Press(aws.bucket("SITE_BUCKET"), InstantSource.system()),
        InstantSource.system(),
        ReleaseScheduled::sleep);
  }

  /// @param sleep waits for some milliseconds by the clock
  public ReleaseScheduled(
      Site site,
      Table articles,
      Table comments,
      Press pages,
      InstantSource clock,
      LongConsumer sleep) {
    var due = new DueArticles(articles, comments, site);
    this.sweep =
        new Sweep(
            due, new ArticlePress(articles, comments, pages, site), new Waiting(clock, sleep));
  }

  /// Answers what was done: `{"released": 2, "withdrawn": 0, "failed": 0}`. What failed is tried
  /// again by the next sweep.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var id = Optional.of(Json.read(in).path("article").asText()).filter(Ids::wellFormed);
    var done = id.map(sweep::one).orElseGet(sweep::all);
    var answer =
        Map.of(
            "released", done.count(Sweep.Outcome.RELEASED),
            "withdrawn", done.count(Sweep.Outcome.WITHDRAWN),
            "failed", done.count(Sweep.Outcome.FAILED));
    out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw PassingFailure.interrupted(e);
    }
  }
}
