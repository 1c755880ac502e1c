package news.nashra.articles.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.articles.live.Coverage;
import news.nashra.articles.live.LiveChange;
import news.nashra.articles.live.LiveEntry;
import news.nashra.core.Instants;
import news.nashra.core.press.PageResult;

/// Entries of live coverage and receipts for them as the API sends them. Absent values are left
/// out.
final class EntryJson {
  /// Fields that answers add to an entry. A revision may send them back; they are ignored.
  static final List<String> READ_ONLY_FIELDS =
      List.of("number", "revision", "at", "updatedAt", "editor");

  private EntryJson() {}

  static Map<String, Object> entry(LiveEntry entry, Optional<Coverage> coverage) {
    var json = new LinkedHashMap<String, Object>();
    json.put("number", entry.number());
    json.put("revision", entry.revision());
    json.put("at", Instants.format(entry.at()));
    entry.updatedAt().ifPresent(at -> json.put("updatedAt", Instants.format(at)));
    json.put("editor", entry.editor());
    entry.text().ifPresent(text -> json.put("bodyHtml", text.bodyHtml()));
    json.put("pinned", coverage.filter(c -> c.isPinned(entry.number())).isPresent());
    return json;
  }

  /// @param cleaned what was dropped from the entry
  static Map<String, Object> receipt(
      LiveChange change, List<PageResult> pressed, List<String> cleaned, long millis) {
    var json = entry(change.entry(), Optional.of(change.coverage()));
    json.remove("bodyHtml");
    url(change.article(), change.entry()).ifPresent(url -> json.put("url", url));
    json.put("pressed", ArticleJson.pages(pressed));
    json.put("cleaned", cleaned);
    json.put("millis", millis);
    return json;
  }

  private static Optional<String> url(Article article, LiveEntry entry) {
    return article
        .path()
        .filter(path -> article.status() == Status.PUBLISHED && entry.isThere())
        .map(path -> path + "#" + LiveEntry.anchor(entry.number()));
  }
}
