package news.nashra.homepage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Log;
import news.nashra.core.PassingFailure;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.homepage.SiteAudit.Pause;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Compares a whole site with its tables, slice by slice, and counts the pages that are stale,
/// missing or superfluous. It writes nothing. Its events, in this order:
///
/// - `{}` answers the slices, as RepressSite does
/// - `{"from", "to"}` compares the articles of a slice and the archives whose newest article is one
///   of them, or that have none left
/// - `{"fronts": true}` compares fronts, feeds and fixed pages
/// - `{"after": ""}` looks for pages that no article explains; it answers `after` for the next call
///   until all keys have been seen
///
/// Each but the first answers `{"stale", "missing", "superfluous"}`, adds them to the metrics
/// `PagesStale`, `PagesMissing` and `PagesSuperfluous`, and logs the first keys. `waitSeconds`
/// replaces the time between two looks at a page that differs. Thread-safe.
public final class AuditSite implements RequestStreamHandler {
  /// Keys that a line of the log names.
  private static final int MAX_KEYS_LOGGED = 20;

  private static final long MAX_WAIT_SECONDS = 600;

  private final SiteAudit audit;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`,
  /// `SITE_ORIGIN`.
  public AuditSite() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private AuditSite(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        Press.comparing(aws.bucket("SITE_BUCKET"), InstantSource.system()),
        InstantSource.system());
  }

  AuditSite(Site site, Table articles, Table comments, Press comparing, InstantSource clock) {
    this.audit = new SiteAudit(site, articles, comments, comparing, clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    out.write(Json.write(answer(Json.read(in))).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, ?> answer(JsonNode event) {
    var pause = pause(event);
    if (event.has("from")) {
      var slice = new RepressSite.Slice(event.path("from").asText(), event.path("to").asText());
      return report(audit.slice(slice, pause), Optional.empty());
    }
    if (event.path("fronts").asBoolean()) {
      return report(audit.fronts(pause), Optional.empty());
    }
    if (event.has("after")) {
      var portion = audit.strays(event.path("after").asText(), pause);
      return report(portion.strays(), portion.last());
    }
    return Map.of("slices", audit.slices());
  }

  private static Map<String, ?> report(List<PageResult.Differs> found, Optional<String> after) {
    var answer = new LinkedHashMap<String, Object>();
    for (var difference : PageResult.Difference.values()) {
      var keys =
          found.stream()
              .filter(page -> page.difference() == difference)
              .map(PageResult.Differs::key)
              .toList();
      answer.put(word(difference), keys.size());
      Log.count(
          metric(difference),
          keys.size(),
          keys.isEmpty()
              ? Map.of()
              : Map.of("keys", keys.subList(0, Math.min(MAX_KEYS_LOGGED, keys.size()))));
    }
    after.ifPresent(key -> answer.put("after", key));
    return answer;
  }

  private static String word(PageResult.Difference difference) {
    return switch (difference) {
      case STALE -> "stale";
      case MISSING -> "missing";
      case SUPERFLUOUS -> "superfluous";
    };
  }

  private static String metric(PageResult.Difference difference) {
    return switch (difference) {
      case STALE -> "PagesStale";
      case MISSING -> "PagesMissing";
      case SUPERFLUOUS -> "PagesSuperfluous";
    };
  }

  private static Pause pause(JsonNode event) {
    long seconds = event.path("waitSeconds").asLong(SiteAudit.TIME_TO_FOLLOW.toSeconds());
    var time = Duration.ofSeconds(Math.clamp(seconds, 0, MAX_WAIT_SECONDS));
    return () -> {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        throw PassingFailure.interrupted(e);
      }
    };
  }
}
