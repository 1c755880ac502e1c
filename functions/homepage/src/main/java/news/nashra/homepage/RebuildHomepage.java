package news.nashra.homepage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Fields;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.homepage.fronts.BreakingDesk;
import news.nashra.homepage.fronts.LeadDesk;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Presses the pages of lists: every minute, when the stream reports a change in the list of
/// published articles, and when an editor asks with `POST /api/homepage/rebuild`. All three run the
/// same code. Editors pin the lead of the homepage with `PUT /api/homepage/lead`, and write the
/// breaking news with `PUT /api/homepage/breaking`. Threads may share it.
public final class RebuildHomepage implements RequestStreamHandler {
  private static final String EDITORS = "editors";
  private static final String LATEST = "fragments/latest.html";
  private static final int REQUEST_BYTES = 1024;

  private final Rebuild rebuild;
  private final LeadDesk lead;
  private final BreakingDesk breaking;
  private final HttpFunction http;

  /// Configured by the environment variables `ARTICLES_TABLE`, `SITE_BUCKET`, `SITE_ORIGIN`.
  public RebuildHomepage() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private RebuildHomepage(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        new Press(aws.bucket("SITE_BUCKET"), InstantSource.system()),
        InstantSource.system());
  }

  public RebuildHomepage(Site site, Table articles, Press press, InstantSource clock) {
    this.rebuild = new Rebuild(articles, press, site, clock);
    this.lead = new LeadDesk(articles, clock);
    this.breaking = new BreakingDesk(articles, clock);
    this.http = HttpFunction.of(site.messages(), this::route).requiring(EDITORS);
  }

  /// Handles an event of the stream or the schedule, or a request. What cannot be pressed is
  /// remembered in the table and tried again by the schedule. The invocation fails only if that
  /// could not be done, or if a full rebuild fails.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    if (event.has("requestContext")) {
      http.serve(event, out);
    } else {
      boolean full = event.path("full").asBoolean();
      var rebuilt = rebuild(full ? Rebuild.Extent.FULL : Rebuild.Extent.CHANGED);
      if (full && !rebuilt.failures().isEmpty()) {
        throw rebuilt.failures().getFirst().fault(); // the state machine tries again and reports it
      }
      out.write(
          Json.write(Map.of("batchItemFailures", List.of())).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Response route(Request request) {
    var editor = request.requireGroup(EDITORS);
    return switch (request.route()) {
      case "POST /api/homepage/rebuild" -> Response.json(200, answer(extent(request)));
      case "GET /api/homepage/lead" -> Response.json(200, lead.read());
      case "PUT /api/homepage/lead" -> {
        lead.pin(request, editor);
        yield Response.json(isPressed("index.html") ? 200 : 202, lead.read());
      }
      case "GET /api/homepage/breaking" -> Response.json(200, breaking.read());
      case "PUT /api/homepage/breaking" -> {
        var written = breaking.write(request, editor);
        yield Response.json(isPressed(LATEST) ? 200 : 202, written);
      }
      case "DELETE /api/homepage/breaking" -> {
        breaking.end(editor);
        yield Response.empty(isPressed(LATEST) ? 204 : 202);
      }
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  /// `{accept?: true}`, or no body at all.
  private static Rebuild.Extent extent(Request request) {
    if (request.body().length == 0) {
      return Rebuild.Extent.ALL;
    }
    var fields = new Fields(Json.body(request, REQUEST_BYTES));
    boolean accept = fields.flag("accept").orElse(false);
    fields.refuseFaults();
    return accept ? Rebuild.Extent.ALL_ACCEPTED : Rebuild.Extent.ALL;
  }

  /// Throws the first failure, so that the editor who asked learns of it.
  private Map<String, Object> answer(Rebuild.Extent extent) {
    long start = System.nanoTime();
    var rebuilt = rebuild(extent);
    if (!rebuilt.failures().isEmpty()) {
      throw rebuilt.failures().getFirst().fault();
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put(
        "pressed",
        rebuilt.count(PageResult.Written.class) + rebuilt.count(PageResult.Removed.class));
    answer.put("unchanged", rebuilt.count(PageResult.Unchanged.class));
    if (!rebuilt.refused().isEmpty()) {
      answer.put("refused", rebuilt.refused().size());
    }
    answer.put("millis", Duration.ofNanos(System.nanoTime() - start).toMillis());
    return answer;
  }

  /// Whether the page at `key` shows what an editor just decided. If not, the schedule presses it.
  private boolean isPressed(String key) {
    try {
      var rebuilt = rebuild(Rebuild.Extent.CHANGED);
      return rebuilt.isCurrent(key) || rebuilt.foundNothingToDo();
    } catch (RuntimeException e) {
      Log.error("homepage left to the schedule", e);
      return false;
    }
  }

  private RebuildResult rebuild(Rebuild.Extent extent) {
    var rebuilt = rebuild.run(extent);
    RebuildMetrics.report(rebuilt);
    return rebuilt;
  }
}
