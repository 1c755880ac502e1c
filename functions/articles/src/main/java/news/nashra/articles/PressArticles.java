package news.nashra.articles;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import news.nashra.comments.Shown;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Heads of articles and shown comments, from the streams of their tables: presses what a broken
/// request left behind, the pages on which comments were shown or hidden, and the pages that point
/// to an article whose headline or address changed or that was withdrawn. Each article is pressed
/// once for a batch, whatever the batch holds of it. A no-op where a page is current, so a record
/// may come twice.
public final class PressArticles implements RequestStreamHandler {
  private final Table articles;
  private final ArticlePress press;

  /// Wired from the environment: `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`, `SITE_ORIGIN`.
  public PressArticles() {
    this(Settings.fromEnvironment());
  }

  private PressArticles(Settings settings) {
    this(settings, Aws.dynamoDb(settings));
  }

  private PressArticles(Settings settings, DynamoDbClient dynamoDb) {
    this(
        Site.of(Edition.load(), settings.require("SITE_ORIGIN")),
        new Table(dynamoDb, settings.require("ARTICLES_TABLE")),
        new Table(dynamoDb, settings.require("COMMENTS_TABLE")),
        new Press(Aws.s3(settings), settings.require("SITE_BUCKET")));
  }

  PressArticles(Site site, Table articles, Table comments, Press press) {
    this.articles = articles;
    this.press = new ArticlePress(articles, comments, press, site);
  }

  /// What a batch says of one article.
  ///
  /// @param records numbers of its records in the batch
  /// @param comments ids of those that were shown or hidden
  private record Touched(
      List<Integer> records, Set<String> comments, AtomicBoolean head, AtomicBoolean elsewhere) {
    Touched() {
      this(new ArrayList<>(), new HashSet<>(), new AtomicBoolean(), new AtomicBoolean());
    }
  }

  /// An article that fails holds up no other of the batch. The first record of those that failed is
  /// reported, so that the stream goes on from it: [partial batch
  /// response](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var records = Json.read(in).path("Records");
    var failed = new TreeSet<Integer>();
    touched(records, failed)
        .forEach((id, touched) -> {
          try {
            press(id, touched);
          } catch (RuntimeException e) {
            Log.error("page not pressed", e);
            failed.addAll(touched.records());
          }
        });
    var failures =
        failed.stream()
            .limit(1)
            .map(i -> records.path(i).path("dynamodb").path("SequenceNumber").asText())
            .map(number -> Map.of("itemIdentifier", number))
            .toList();
    out.write(Json.write(Map.of("batchItemFailures", failures)).getBytes(StandardCharsets.UTF_8));
  }

  /// The articles of a batch, by their ids. A record that is none of ours fails.
  private static Map<String, Touched> touched(JsonNode records, Set<Integer> failed) {
    var articles = new LinkedHashMap<String, Touched>();
    for (int i = 0; i < records.size(); i++) {
      var change = records.get(i).path("dynamodb");
      var pk = text(change.path("Keys"), "pk");
      var sk = text(change.path("Keys"), "sk");
      if (!ArticleItems.isArticle(pk)) {
        Log.warn("a record of no article", Map.of("sk", sk));
        failed.add(i);
        continue;
      }
      var touched = articles.computeIfAbsent(ArticleItems.id(pk), id -> new Touched());
      touched.records().add(i);
      if (sk.startsWith(Shown.PREFIX)) {
        touched.comments().add(sk.substring(Shown.PREFIX.length()));
      } else {
        touched.head().set(true);
        touched.elsewhere().compareAndSet(false, shownElsewhere(change));
      }
    }
    return articles;
  }

  private void press(String id, Touched touched) {
    if (touched.head().get()) {
      ArticleItems.find(articles, id).ifPresent(press::all);
    } else {
      press.commented(id, touched.comments());
    }
    if (touched.elsewhere().get()) {
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
