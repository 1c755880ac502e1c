package news.nashra.articles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.site.Addresses;

/// The last change of an article that is or was published, as the list `changed` holds it, in the
/// order of changes. It says what the pages of lists need in order to follow it.
///
/// @param key its sort key, `<instant of the change>#<id>`
/// @param path of its page
/// @param published whether the article is still published
/// @param lists that contain or contained it
public record Change(
    String key, String path, boolean published, Instant publishedAt, List<ListName> lists) {
  public Change {
    lists = List.copyOf(lists);
  }

  public String id() {
    return Entry.id(key);
  }

  /// When the article changed.
  public Instant at() {
    return Instants.parse(key.substring(0, key.indexOf('#')));
  }

  /// The key of its page in the site bucket.
  public String pageKey() {
    return Addresses.key(path);
  }

  /// @param article that has been published at least once
  public static Item item(Article article) {
    var lists = new ArrayList<>(article.everListed());
    if (!article.corrections().isEmpty()) {
      lists.add(ListName.CORRECTIONS);
    }
    return Item.at(ListName.CHANGED.partition(), Entry.key(article.changedAt(), article.id()))
        .with("path", article.path().orElseThrow())
        .with("published", article.status() == Status.PUBLISHED)
        .with("publishedAt", article.publishedAt().orElseThrow())
        .with("lists", lists.stream().map(ListName::text).toList());
  }

  public static Change read(Item item) {
    return new Change(
        item.sk(),
        item.text("path"),
        item.flag("published"),
        item.instant("publishedAt"),
        item.texts("lists").stream().map(ListName::read).toList());
  }
}
