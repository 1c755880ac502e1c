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
import java.util.stream.IntStream;
import news.nashra.articles.Change;
import news.nashra.articles.press.ArticlePages;
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

/// Presses a whole site again from its tables, slice by slice: after the look of pages changed, or
/// into an empty bucket. `{}` answers the slices, `{"slices": [{"from", "to"}]}`, from one key of
/// the list `changed` to another, both included; handed a slice, it presses the pages of the
/// articles that changed last in it, and the archives that show them. An article that changes
/// meanwhile leaves its slice: the change presses it. The fronts are RebuildHomepage's. A slice may
/// be handed in again: what stands already is not written.
public final class RepressSite implements RequestStreamHandler {
  /// Changes in a slice: a small part of the function's 900 s, however many articles an import
  /// changed at once, and few enough slices that those of a million articles are within the [256
  /// KiB](https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html) of a state.
  private static final int SLICE = 500;

  /// Articles that are pressed side by side, and groups of archives of which all pages are in
  /// memory at once.
  private static final int PORTION = 50;

  private final Edition edition;
  private final Table articles;
  private final Press press;
  private final ArticlePages pages;
  private final ArchivePageGroups archives;

  /// Wired from the environment: `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`, `SITE_ORIGIN`.
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
    this.pages = new ArticlePages(articles, comments, press, site);
    this.archives = new ArchivePageGroups(site);
  }

  /// A slice in which a page fails throws when the others had their turn, and is tried again.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = Json.read(in);
    var answer =
        event.has("from")
            ? slice(new Slice(event.path("from").asText(), event.path("to").asText()))
            : Map.of("slices", slices());
    out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  /// Changes that are pressed together, from one key of the list `changed` to another.
  public record Slice(String from, String to) {}

  public List<Slice> slices() {
    return slices(SLICE);
  }

  /// Reads the keys of one slice after the other, and nothing else.
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

  public Map<String, Long> slice(Slice slice) {
    var changes = new ArticleLists(articles, Set.of()).changes(slice.from(), slice.to());
    var results =
        new ArrayList<>(inPortions(changes.stream().map(Change::id).toList(), pages::press));
    var plan =
        ArchivePlan.of(changes, archives, edition, reading(), Followed.NOTHING).stream()
            .map(ArchivePlan.Planned::group)
            .toList();
    results.addAll(inPortions(plan, some -> new PressRun<>(press, this::reading).press(some)));
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
    return IntStream.iterate(0, from -> from < all.size(), from -> from + PORTION)
        .mapToObj(from -> press.apply(all.subList(from, Math.min(from + PORTION, all.size()))))
        .toList();
  }

  /// An article whose page failed is listed all the same: nobody would follow it again if this
  /// slice took it away, and the slice is tried again.
  private ListReads reading() {
    return new ListReads(articles, Set.of());
  }

  private static long count(List<PageResult> pages, Class<? extends PageResult> kind) {
    return pages.stream().filter(kind::isInstance).count();
  }
}
