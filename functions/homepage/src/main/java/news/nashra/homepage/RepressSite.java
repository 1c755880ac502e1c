package news.nashra.homepage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Presses a whole site again from its tables, slice by slice: after the design of pages changed,
/// or into an empty bucket. The event `{}` returns the slices, `{"slices": [{"from", "to"}]}`, each
/// from one key of the list `changed` to another, both included. For a slice it presses the pages
/// of the articles in it and the archives whose newest article is one of them, or that have none
/// left. An article that changes in the meantime leaves its slice; its change presses it and its
/// archives. RebuildHomepage presses the fronts, and the index of the sitemaps. A slice may be sent
/// again: pages that are up to date are not written. Thread-safe.
public final class RepressSite implements RequestStreamHandler {
  private final SitePress site;

  /// Configured by the environment variables `ARTICLES_TABLE`, `COMMENTS_TABLE`, `SITE_BUCKET`,
  /// `SITE_ORIGIN`.
  public RepressSite() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private RepressSite(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("ARTICLES_TABLE"),
        aws.table("COMMENTS_TABLE"),
        new Press(aws.bucket("SITE_BUCKET"), InstantSource.system()));
  }

  public RepressSite(Site site, Table articles, Table comments, Press press) {
    this.site = new SitePress(site, articles, comments, press);
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
    return site.slices();
  }

  /// The slices of at most `size` changes.
  public List<Slice> slices(int size) {
    return site.slices(size);
  }

  public Map<String, Long> pressSlice(Slice slice) {
    var pressed = site.press(slice);
    var counts =
        Map.of(
            "articles", (long) pressed.articles(),
            "pressed", count(pressed.pages(), PageResult.Written.class),
            "unchanged", count(pressed.pages(), PageResult.Unchanged.class));
    Log.info("slice pressed", counts);
    return counts;
  }

  private static long count(List<PageResult> pages, Class<? extends PageResult> kind) {
    return pages.stream().filter(kind::isInstance).count();
  }
}
