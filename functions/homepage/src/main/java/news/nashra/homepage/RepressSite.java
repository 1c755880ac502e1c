package news.nashra.homepage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Gatherers;
import news.nashra.articles.Change;
import news.nashra.articles.press.ArticlePress;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.homepage.archives.ArchivePageGroups;
import news.nashra.homepage.archives.ArchivePlan;
import news.nashra.homepage.state.Followed;
import news.nashra.homepage.state.ListReads;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Presses a whole site again from its tables, slice by slice: after the design of pages changed,
/// or into an empty bucket. The event `{}` returns the slices, `{"slices": [{"from", "to"}]}`, each
/// from one key of the list `changed` to another, both included. For a slice it presses the pages
/// of the articles in it and the archives that show them. An article that changes in the meantime
/// leaves its slice; its change presses it. RebuildHomepage presses the fronts. A slice may be sent
/// again: pages that are up to date are not written. Thread-safe.
public final class RepressSite implements RequestStreamHandler {
  /// Changes in a slice. Pressing them takes a small part of the function's 900 s, however many
  /// articles an import changed at once. The slices of a million articles still fit into the [256
  /// KiB](https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html) of a state.
  private static final int MAX_CHANGES_PER_SLICE = 500;

  /// Articles, or groups of archives, that are pressed together, with all their pages in memory.
  private static final int GROUPS_PER_BATCH = 50;

  private final Edition edition;
  private final Table articles;
  private final Press press;
  private final ArticlePress articlePress;
  private final ArchivePageGroups archives;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`,
  /// `SITE_ORIGIN`.
  public RepressSite() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private RepressSite(Aws aws) {
    this(
        Site.of(Edition.load(), aws.setting("SITE_ORIGIN")),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        new Press(aws.s3(), aws.setting("SITE_BUCKET"), InstantSource.system()));
  }

  public RepressSite(Site site, Table articles, Table comments, Press press) {
    this.edition = site.edition();
    this.articles = articles;
    this.press = press;
    this.articlePress = new ArticlePress(articles, comments, press, site);
    this.archives = new ArchivePageGroups(site);
  }

  /// Throws if a page of a slice fails, after all other pages have been tried; the slice is then
  /// tried again.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    var answer =
        event.has("from")
            ? pressSlice(new Slice(event.path("from").asText(), event.path("to").asText()))
            : Map.of("slices", slices());
    out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  /// A stretch of the list `changed`, from one key to another, both included.
  public record Slice(String from, String to) {}

  public List<Slice> slices() {
    return slices(MAX_CHANGES_PER_SLICE);
  }

  /// The slices of at most `size` changes. Reads only the keys of the list, slice by slice.
  public List<Slice> slices(int size) {
    var lists = new ArticleLists(articles, Set.of());
    var slices = new ArrayList<Slice>();
    var keys = lists.changeKeys(Optional.empty(), size);
    while (!keys.isEmpty()) {
      slices.add(new Slice(keys.getFirst(), keys.getLast()));
      keys = lists.changeKeys(Optional.of(keys.getLast()), size);
    }
    return slices;
  }

  public Map<String, Long> pressSlice(Slice slice) {
    var changes = new ArticleLists(articles, Set.of()).changes(slice.from(), slice.to());
    var results =
        new ArrayList<>(inPortions(changes.stream().map(Change::id).toList(), articlePress::press));
    var plan =
        ArchivePlan.of(changes, archives, edition, reads(), Followed.NOTHING).stream()
            .map(ArchivePlan.Planned::group)
            .toList();
    results.addAll(inPortions(plan, some -> new PressRun<>(press, this::reads).press(some)));
    var failures = results.stream().flatMap(result -> result.failures().stream()).toList();
    failures.forEach(failure -> Log.error(failure.group() + " not pressed", failure.fault()));
    if (!failures.isEmpty()) {
      throw failures.getFirst().fault();
    }
    var pressed = results.stream().flatMap(result -> result.pages().stream()).toList();
    var counts =
        Map.of(
            "articles", (long) changes.size(),
            "pressed", count(pressed, PageResult.Written.class),
            "unchanged", count(pressed, PageResult.Unchanged.class));
    Log.info("slice pressed", counts);
    return counts;
  }

  private static <T> List<PressRun.Result> inPortions(
      List<T> all, Function<List<T>, PressRun.Result> press) {
    return all.stream().gather(Gatherers.windowFixed(GROUPS_PER_BATCH)).map(press).toList();
  }

  /// Leaves no article out. If an article whose page failed were left out of the lists, nobody
  /// would add it again; and the slice is tried again anyway.
  private ListReads reads() {
    return new ListReads(articles, Set.of());
  }

  private static long count(List<PageResult> pages, Class<? extends PageResult> kind) {
    return pages.stream().filter(kind::isInstance).count();
  }
}
