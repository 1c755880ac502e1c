package news.nashra.articles.press;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Presses articles when their streams tell of a change, and once more by the minute's clock.
///
/// From the streams come heads of articles and shown comments: it presses what a broken request
/// left behind, the pages on which comments were shown or hidden, and the pages that point to an
/// article whose headline or address changed or that was withdrawn. Each article is pressed once
/// for a batch, whatever the batch holds of it. A no-op where a page is current, so a record may
/// come twice.
///
/// The clock presses what was noted in [PressAgain].
public final class PressArticles implements RequestStreamHandler {
  private final FollowChanges follow;
  private final SecondPress second;

  /// Wired from the environment: `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`, `SITE_ORIGIN`.
  public PressArticles() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private PressArticles(Aws aws) {
    this(
        Site.of(Edition.load(), aws.setting("SITE_ORIGIN")),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        new Press(aws.s3(), aws.setting("SITE_BUCKET"), InstantSource.system()),
        InstantSource.system());
  }

  public PressArticles(
      Site site, Table articles, Table comments, Press press, InstantSource clock) {
    var pages = new ArticlePress(articles, comments, press, site);
    var again = new PressAgain(articles);
    this.follow = new FollowChanges(pages, again, clock);
    this.second = new SecondPress(pages, again, clock);
  }

  /// An article that fails holds up no other of the batch. The first record of those that failed is
  /// reported, so that the stream goes on from it: [partial batch
  /// response](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    if (event.has("Records")) {
      var records = event.path("Records");
      var failures =
          follow.records(records).stream()
              .limit(1)
              .map(i -> records.path(i).path("dynamodb").path("SequenceNumber").asText())
              .map(number -> Map.of("itemIdentifier", number))
              .toList();
      write(out, Map.of("batchItemFailures", failures));
    } else {
      write(out, Map.of("pressed", second.run()));
    }
  }

  private static void write(OutputStream out, Map<String, ?> answer) throws IOException {
    out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }
}
