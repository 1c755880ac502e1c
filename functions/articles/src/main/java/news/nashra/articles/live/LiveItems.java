package news.nashra.articles.live;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.media.Picture;

/// Live coverage as items of the articles table, in the partition of the article: `LIVE` for what
/// its entries have in common, `ENTRY#000012` for an entry as it is now, and
/// `ENTRYREV#000012#000003` for each of its revisions. An entry that was taken away stays as an
/// item without a text, so that numbers have no gaps.
public final class LiveItems {
  /// The sort key of what the entries have in common.
  public static final String LIVE = "LIVE";

  private static final String ENTRY = "ENTRY#";
  private static final String REVISION = "ENTRYREV#";

  private LiveItems() {}

  public static Key coverageKey(String article) {
    return new Key(ArticleItems.partition(article), LIVE);
  }

  public static Key entryKey(String article, long number) {
    return new Key(ArticleItems.partition(article), sortKey(number));
  }

  public static Key revisionKey(String article, long number, long revision) {
    return new Key(
        ArticleItems.partition(article), REVISION + "%06d#%06d".formatted(number, revision));
  }

  private static String sortKey(long number) {
    return ENTRY + "%06d".formatted(number);
  }

  /// The entries with numbers `from` to `to`, both included, newest first, at most `limit`. Those
  /// that were taken away are among them.
  public static List<LiveEntry> entries(
      Table articles, String article, long from, OptionalLong to, int limit) {
    var end = to.isPresent() ? sortKey(to.getAsLong()) : ENTRY + "~";
    return articles.between(ArticleItems.partition(article), sortKey(from), end, limit).stream()
        .map(LiveItems::entry)
        .toList();
  }

  /// The ids of the pictures that the entries of an article show.
  public static Set<String> pictures(Table articles, String article) {
    var ids = new HashSet<String>();
    for (var entry : entries(articles, article, 1, OptionalLong.empty(), Integer.MAX_VALUE)) {
      entry.text().ifPresent(text -> ids.addAll(text.pictures().keySet()));
    }
    return ids;
  }

  static Item item(Coverage coverage, String article) {
    return at(coverageKey(article))
        .with("revision", coverage.revision())
        .with("last", coverage.last())
        .with("bytes", coverage.bytes())
        .with("startedAt", coverage.startedAt())
        .with("updatedAt", coverage.updatedAt())
        .with("changed", coverage.changed())
        .with("pinned", coverage.pinned());
  }

  public static Coverage coverage(Item item) {
    return new Coverage(
        item.number("revision"),
        item.number("last"),
        item.number("bytes"),
        item.attributes().containsKey("pinned")
            ? Optional.of(item.number("pinned"))
            : Optional.empty(),
        item.instant("startedAt"),
        item.instant("updatedAt"),
        item.number("changed"));
  }

  static Item item(LiveEntry entry, Key key) {
    return at(key)
        .with("number", entry.number())
        .with("revision", entry.revision())
        .with("at", entry.at())
        .with("editor", entry.editor())
        .with("bodyHtml", entry.text().map(LiveEntry.Text::bodyHtml))
        .with("pictures", pictures(entry))
        .with("updatedAt", entry.updatedAt());
  }

  private static List<String> pictures(LiveEntry entry) {
    return entry.text().stream()
        .flatMap(text -> text.pictures().values().stream())
        .map(Picture::write)
        .sorted()
        .toList();
  }

  public static LiveEntry entry(Item item) {
    Map<String, Picture> pictures =
        item.texts("pictures").stream()
            .map(Picture::read)
            .collect(Collectors.toMap(Picture::id, picture -> picture));
    return new LiveEntry(
        item.number("number"),
        item.number("revision"),
        item.instant("at"),
        item.findInstant("updatedAt"),
        item.text("editor"),
        item.find("bodyHtml").map(html -> new LiveEntry.Text(html, pictures)));
  }

  private static Item at(Key key) {
    return Item.at(key.pk(), key.sk());
  }
}
