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

/// Presses articles when their streams report a change, and once more every minute. Threads may
/// share it.
///
/// The streams deliver heads of articles, shown comments, and records of authors. For them it
/// presses pages that a failed request did not press, pages on which comments were shown or hidden,
/// pages that link to an article that was withdrawn or has another headline or address, and the
/// articles of an author whose name, role or picture changed. It takes withdrawn articles from the
/// edge. It presses each article of a batch once. A record may come twice: a page that is up to
/// date is left as it is.
///
/// The schedule presses the articles that are due in [PressAgain].
public final class PressArticles implements RequestStreamHandler {
  private final FollowChanges changes;
  private final SecondPress second;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`,
  /// `SITE_ORIGIN`, `DISTRIBUTION_ID`.
  public PressArticles() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private PressArticles(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        new Press(aws.bucket("SITE_BUCKET"), InstantSource.system()),
        new CloudFrontCache(aws, aws.setting("DISTRIBUTION_ID")),
        InstantSource.system());
  }

  public PressArticles(
      Site site, Table articles, Table comments, Press press, EdgeCache edge, InstantSource clock) {
    var pages = new ArticlePress(articles, comments, press, site);
    var again = new PressAgain(articles);
    var authors = new AuthorSweep(articles, pages, again, clock);
    var takedown = new Takedown(edge);
    this.changes = new FollowChanges(pages, again, authors, takedown, clock);
    this.second = new SecondPress(pages, again, authors, takedown, clock);
  }

  /// Reports the first record that failed, so that the stream goes on from it ([partial batch
  /// response](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html)).
  /// The other articles of the batch are pressed all the same.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    if (event.has("Records")) {
      var records = event.path("Records");
      var failures =
          changes.follow(records).stream()
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
