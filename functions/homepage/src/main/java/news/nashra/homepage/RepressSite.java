package news.nashra.homepage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.articles.ArticlePages;
import news.nashra.articles.Change;
import news.nashra.articles.Lists;
import news.nashra.core.Instants;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.core.press.Pressed;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Presses a whole site again from its tables, slice by slice: after the look of pages changed, or
/// into an empty bucket. `{}` answers the slices, `{"slices": [{"from", "to"}]}`, one for each
/// month of changes; handed a slice, it presses the pages of the articles that changed last in it,
/// and the archives that show them. The fronts are RebuildHomepage's. A slice may be handed in
/// again: what stands already is not written.
public final class RepressSite implements RequestStreamHandler {
  /// Articles that are pressed together, and held in memory at once.
  private static final int TOGETHER = 50;

  private final Edition edition;
  private final Table articles;
  private final Press press;
  private final ArticlePages pages;
  private final Archives archives;

  /// Wired from the environment: `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`, `SITE_ORIGIN`.
  public RepressSite() {
    this(Settings.fromEnvironment());
  }

  private RepressSite(Settings settings) {
    this(
        Site.of(Edition.load(), settings.require("SITE_ORIGIN")),
        new Table(Aws.dynamoDb(settings), settings.require("ARTICLES_TABLE")),
        new Table(Aws.dynamoDb(settings), settings.require("COMMENTS_TABLE")),
        new Press(Aws.s3(settings), settings.require("SITE_BUCKET"), InstantSource.system()));
  }

  RepressSite(Site site, Table articles, Table comments, Press press) {
    this.edition = site.edition();
    this.articles = articles;
    this.press = press;
    this.pages = new ArticlePages(articles, comments, press, site);
    this.archives = new Archives(site);
  }

  /// A slice in which a page fails throws when the others had their turn, and is tried again.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = Json.read(in);
    var answer =
        event.has("from")
            ? slice(
                Instant.parse(event.path("from").asText()),
                Instant.parse(event.path("to").asText()))
            : Map.of("slices", slices());
    out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  List<Map<String, String>> slices() {
    var slices = new ArrayList<Map<String, String>>();
    new Lists(articles, Set.of())
        .firstAndLastChange()
        .ifPresent(ends -> {
          var last = month(ends.getLast());
          for (var m = month(ends.getFirst()); !m.isAfter(last); m = m.plusMonths(1)) {
            slices.add(Map.of("from", start(m), "to", start(m.plusMonths(1))));
          }
        });
    return slices;
  }

  Map<String, Long> slice(Instant from, Instant to) {
    var changes = new Lists(articles, Set.of()).changes(from, to);
    var pressed = new ArrayList<Pressed>();
    for (int n = 0; n < changes.size(); n += TOGETHER) {
      pressed.addAll(portion(changes.subList(n, Math.min(n + TOGETHER, changes.size()))));
    }
    return Map.of(
        "articles", (long) changes.size(),
        "pressed", count(pressed, Pressed.Written.class),
        "unchanged", count(pressed, Pressed.Unchanged.class));
  }

  private List<Pressed> portion(List<Change> changes) {
    var pressed = new ArrayList<>(pages.press(changes.stream().map(Change::id).toList()).orThrow());
    var plan = Plan.of(changes, archives, edition, new Reading(articles, Set.of()));
    pressed.addAll(
        new PressRun<>(press, () -> new Reading(articles, Set.of()))
            .over(plan.stream().map(Plan.Planned::group).toList())
            .orThrow());
    return pressed;
  }

  private static long count(List<Pressed> pages, Class<? extends Pressed> kind) {
    return pages.stream().filter(kind::isInstance).count();
  }

  private static YearMonth month(Instant instant) {
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
  }

  private static String start(YearMonth month) {
    return Instants.format(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
