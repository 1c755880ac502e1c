package news.nashra.articles.pages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.nashra.articles.Article;
import news.nashra.articles.live.LiveEntries;
import news.nashra.articles.live.LiveEntry;
import news.nashra.articles.store.ContentCodec;
import news.nashra.core.Instants;
import news.nashra.core.http.Json;
import news.nashra.core.press.Page;
import news.nashra.site.Addresses;

/// `live.json` in the folder of live coverage, from which an open page learns how many entries are
/// new: at most 2 KB, whatever the number of entries. Pure functions.
public final class LiveNews {
  private static final int MAX_ENTRIES = 20;

  private LiveNews() {}

  private record Entry(long number, String at) {}

  /// The key of the file of the article at `path`.
  public static String key(String path) {
    return Addresses.folder(path) + "live.json";
  }

  public static Page.Present page(Article article, LiveEntries live) {
    boolean open = article.content().isLive();
    var json = new LinkedHashMap<String, Object>();
    json.put("revision", live.coverage().revision());
    json.put("latest", live.latest());
    json.put("updated", Instants.format(live.coverage().updatedAt()));
    json.put("coverage", open ? ContentCodec.OPEN : ContentCodec.ENDED);
    json.put("entries", newest(live));
    return new Page.Present(
        Json.write(json).getBytes(StandardCharsets.UTF_8),
        "application/json",
        Page.LIVE_CACHE_CONTROL,
        Map.of());
  }

  private static List<Entry> newest(LiveEntries live) {
    return live.newest().stream()
        .filter(LiveEntry::isThere)
        .limit(MAX_ENTRIES)
        .map(entry -> new Entry(entry.number(), Instants.format(entry.at())))
        .toList();
  }
}
