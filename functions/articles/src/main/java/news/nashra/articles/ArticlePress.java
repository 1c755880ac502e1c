package news.nashra.articles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Composer;
import news.nashra.core.press.Page;
import news.nashra.core.press.Press;
import news.nashra.core.press.Pressed;
import news.nashra.site.Site;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Presses the pages of an article: the one at its address, and the small ones at former addresses.
final class ArticlePress {
  private final Table articles;
  private final Press press;
  private final Site site;
  private final ArticlePage page;

  ArticlePress(Table articles, Press press, Site site) {
    this.articles = articles;
    this.press = press;
    this.site = site;
    this.page = new ArticlePage(site);
  }

  /// Presses the page of an article that was just committed, and those at the addresses it `left`.
  List<Pressed> committed(Article article, List<String> left) {
    var pressed = new ArrayList<Pressed>();
    article
        .path()
        .ifPresent(path -> {
          var composer = composer(article.id(), path, article.related());
          var key = Address.key(path);
          boolean isNew = article.revision() == 1;
          pressed.add(isNew ? press.pressFirst(key, composer) : press.press(key, composer));
        });
    left.forEach(path -> pressed.add(pressAt(article.id(), path)));
    return pressed;
  }

  /// Presses every page that an article has or had, whatever its head says now.
  List<Pressed> all(Article article) {
    return article.paths().stream().map(path -> pressAt(article.id(), path)).toList();
  }

  /// Presses the page of an article, if it has one.
  void current(String id) {
    ArticleItems.find(articles, id).flatMap(Article::path).ifPresent(path -> pressAt(id, path));
  }

  /// Presses the pages that point to an article.
  void pointingTo(String id) {
    articles.partition(ArticleItems.linked(id)).forEach(link -> current(link.sk()));
  }

  /// The page of an article that is not stored.
  byte[] preview(Article article) {
    return page.html(article, related(article, read(article.related())));
  }

  private Pressed pressAt(String id, String path) {
    return press.press(Address.key(path), composer(id, path, List.of()));
  }

  /// @param hint keys of related entries, likely those of the head: read together with it
  private Composer composer(String id, String path, List<String> hint) {
    return standing -> compose(id, path, hint);
  }

  private Page compose(String id, String path, List<String> hint) {
    var headKey = Item.key(ArticleItems.partition(id), ArticleItems.HEAD);
    var keys = new ArrayList<>(List.of(headKey));
    hint.forEach(sk -> keys.add(entryKey(sk)));
    var items = new HashMap<Map<String, AttributeValue>, Item>();
    articles.get(keys).forEach(item -> items.put(item.key(), item));
    var head = Optional.ofNullable(items.remove(headKey)).map(ArticleItems::read);
    if (head.isEmpty()) {
      return new Page.Keep("no article " + id);
    }
    var article = head.get();
    if (article.status() != Status.PUBLISHED) {
      return new Page.Absent();
    }
    if (!article.path().equals(Optional.of(path))) {
      return Page.Present.html(
          site.moved(article.path().orElseThrow(), article.story().headline()));
    }
    var missing = new LinkedHashSet<>(article.related());
    hint.forEach(missing::remove);
    items.putAll(read(List.copyOf(missing)));
    return Page.Present.html(page.html(article, related(article, items)));
  }

  private Map<Map<String, AttributeValue>, Item> read(List<String> entries) {
    var items = new HashMap<Map<String, AttributeValue>, Item>();
    articles
        .get(entries.stream().map(ArticlePress::entryKey).toList())
        .forEach(item -> items.put(item.key(), item));
    return items;
  }

  /// The related entries in the editor's order, without those that were withdrawn.
  private static List<Entry> related(
      Article article, Map<Map<String, AttributeValue>, Item> items) {
    return article.related().stream()
        .flatMap(sk -> Optional.ofNullable(items.get(entryKey(sk))).stream())
        .map(Entry::read)
        .toList();
  }

  private static Map<String, AttributeValue> entryKey(String sk) {
    return Item.key(Entry.partition("published"), sk);
  }
}
