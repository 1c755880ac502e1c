package news.nashra.articles;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Heads of articles from the stream of their table: presses what a broken request left behind, and
/// the pages that point to an article whose headline or address changed or that was withdrawn. A
/// no-op where a page is current, so a record may come twice.
public final class PressArticles implements RequestStreamHandler {
  private final Table articles;
  private final ArticlePress press;

  /// Wired from the environment: `ARTICLES_TABLE`, `SITE_BUCKET`, `SITE_ORIGIN`.
  public PressArticles() {
    this(Settings.fromEnvironment());
  }

  private PressArticles(Settings settings) {
    this(
        Site.of(Edition.load(), settings.require("SITE_ORIGIN")),
        new Table(Aws.dynamoDb(settings), settings.require("ARTICLES_TABLE")),
        new Press(Aws.s3(settings), settings.require("SITE_BUCKET")));
  }

  PressArticles(Site site, Table articles, Press press) {
    this.articles = articles;
    this.press = new ArticlePress(articles, press, site);
  }

  /// Stops at the first record that fails, so that the stream goes on from it: [partial batch
  /// response](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var failures = List.<Map<String, String>>of();
    for (var entry : Json.read(in).path("Records")) {
      var change = entry.path("dynamodb");
      try {
        press(change);
      } catch (RuntimeException e) {
        Log.error("page not pressed", e);
        failures = List.of(Map.of("itemIdentifier", change.path("SequenceNumber").asText()));
        break;
      }
    }
    out.write(Json.write(Map.of("batchItemFailures", failures)).getBytes(StandardCharsets.UTF_8));
  }

  private void press(JsonNode change) {
    var id = ArticleItems.id(text(change.path("Keys"), "pk"));
    ArticleItems.find(articles, id).ifPresent(press::all);
    if (shownElsewhere(change)) {
      press.pointingTo(id);
    }
  }

  private static boolean shownElsewhere(JsonNode change) {
    var before = change.path("OldImage");
    var after = change.path("NewImage");
    return !before.isMissingNode()
        && List.of("headline", "path", "status").stream()
            .anyMatch(name -> !text(before, name).equals(text(after, name)));
  }

  private static String text(JsonNode item, String name) {
    return item.path(name).path("S").asText();
  }
}
