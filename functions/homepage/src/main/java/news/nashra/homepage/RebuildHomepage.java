package news.nashra.homepage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.press.Press;
import news.nashra.core.press.Pressed;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Presses the fronts: every minute, when the stream tells of a change in the list of published
/// articles, and when an editor asks, `POST /api/homepage/rebuild`. All three run the same code.
public final class RebuildHomepage implements RequestStreamHandler {
  private static final String GROUP = "editors";

  private final Fronts fronts;
  private final HttpFunction http;

  /// Wired from the environment: `ARTICLES_TABLE`, `SITE_BUCKET`, `SITE_ORIGIN`.
  public RebuildHomepage() {
    this(Settings.fromEnvironment());
  }

  private RebuildHomepage(Settings settings) {
    this(
        Site.of(Edition.load(), settings.require("SITE_ORIGIN")),
        new Table(Aws.dynamoDb(settings), settings.require("ARTICLES_TABLE")),
        new Press(Aws.s3(settings), settings.require("SITE_BUCKET")));
  }

  RebuildHomepage(Site site, Table articles, Press press) {
    this.fronts = new Fronts(articles, press, site);
    this.http = HttpFunction.of(site.messages(), this::route);
  }

  /// A failure is thrown to the stream and the schedule, which try again.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = Json.read(in);
    if (event.has("requestContext")) {
      http.serve(event, out);
    } else {
      rebuild();
      out.write(
          Json.write(Map.of("batchItemFailures", List.of())).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Response route(Request request) {
    request.requireGroup(GROUP);
    return Response.json(200, rebuild());
  }

  private Map<String, Object> rebuild() {
    long start = System.nanoTime();
    var pressed = fronts.pressAll();
    var refused = pressed.stream().filter(Pressed.Kept.class::isInstance).toList();
    for (var front : refused) {
      Log.count("FrontRefused", Map.of("key", front.key(), "reason", front.toString()));
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("pressed", count(pressed, Pressed.Written.class));
    answer.put("unchanged", count(pressed, Pressed.Unchanged.class));
    if (!refused.isEmpty()) {
      answer.put("refused", refused.size());
    }
    answer.put("millis", Duration.ofNanos(System.nanoTime() - start).toMillis());
    return answer;
  }

  private static long count(List<Pressed> pressed, Class<? extends Pressed> kind) {
    return pressed.stream().filter(kind::isInstance).count();
  }
}
