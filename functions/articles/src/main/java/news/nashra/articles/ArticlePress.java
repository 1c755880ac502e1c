package news.nashra.articles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.nashra.comments.Discussion;
import news.nashra.comments.Shown;
import news.nashra.core.Together;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Composer;
import news.nashra.core.press.Page;
import news.nashra.core.press.Press;
import news.nashra.core.press.Pressed;
import news.nashra.core.press.Standing;
import news.nashra.site.Addresses;
import news.nashra.site.Site;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Presses the pages of an article: the one at its address, those of its older comments, and the
/// small ones at former addresses.
final class ArticlePress {
  /// How many comments a page shows, kept beside it.
  private static final String SHOWN = "comments";

  private final Table articles;
  private final Table comments;
  private final Press press;
  private final Site site;
  private final ArticlePage page;

  ArticlePress(Table articles, Table comments, Press press, Site site) {
    this.articles = articles;
    this.comments = comments;
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
          boolean isNew = article.revision() == 1;
          var composer = composer(article.id(), path, article.related(), isNew);
          var key = Addresses.key(path);
          pressed.add(isNew ? press.pressFirst(key, composer) : press.press(key, composer));
        });
    left.forEach(path -> pressed.add(pressAt(article.id(), path)));
    return pressed;
  }

  /// Presses every page that an article has or had, whatever its head says now.
  List<Pressed> all(Article article) {
    var pressed = new ArrayList<Pressed>();
    int pages = discussion(article.id()).olderPages();
    for (var path : article.paths()) {
      pressed.add(pressAt(article.id(), path));
      pressed.addAll(olderComments(article.id(), path, 1, pages));
    }
    return pressed;
  }

  /// Presses the pages on which a shown or hidden comment tells: the article's and those of older
  /// comments from the first one touched.
  void commented(String id, Set<String> commentIds) {
    var path = ArticleItems.find(articles, id).flatMap(Article::path);
    if (path.isPresent()) {
      pressAt(id, path.get());
      var discussion = discussion(id);
      int first = commentIds.stream().mapToInt(discussion::firstPageTouchedBy).min().orElse(1);
      olderComments(id, path.get(), first, discussion.olderPages());
    }
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
    return page.html(article, related(article, read(article.related())), new Discussion(List.of()));
  }

  private Pressed pressAt(String id, String path) {
    return press.press(Addresses.key(path), composer(id, path, List.of(), false));
  }

  private Discussion discussion(String id) {
    return new Discussion(Shown.of(comments, id));
  }

  /// Presses the pages of older comments from the `first` one on, as far as any is or was.
  ///
  /// @param pages how many there are
  private List<Pressed> olderComments(String id, String path, int first, int pages) {
    var pressed = new ArrayList<Pressed>();
    for (int n = first; ; n++) {
      int page = n;
      var done =
          press.press(
              Addresses.key(Discussion.pagePath(path, n)),
              standing -> composeOlder(id, path, page, standing));
      if (n > pages && (done instanceof Pressed.Kept || done instanceof Pressed.Nothing)) {
        return pressed;
      }
      pressed.add(done);
    }
  }

  private Page composeOlder(String id, String path, int page, Optional<Standing> standing) {
    var head = ArticleItems.find(articles, id);
    if (head.isEmpty()) {
      return new Page.Keep("no article " + id);
    }
    var article = head.get();
    if (article.status() != Status.PUBLISHED) {
      return new Page.Absent();
    }
    var discussion = discussion(id);
    boolean here = article.path().equals(Optional.of(path));
    if (here && page <= discussion.olderPages()) {
      return Page.Present.html(this.page.comments(article, discussion, page));
    }
    // Never deleted while the article stands: a deletion could hide a page that comes back.
    return standing.isPresent() ? moved(article) : new Page.Keep("no such page");
  }

  private Page.Present moved(Article article) {
    return Page.Present.html(site.moved(article.path().orElseThrow(), article.story().headline()));
  }

  /// @param hint keys of related entries, likely those of the head: read together with it
  /// @param isNew whether the article was first published a moment ago. Then its comments are read
  ///   only if a page stands that shows some; where none does, a comment's own press comes later.
  private Composer composer(String id, String path, List<String> hint, boolean isNew) {
    return standing -> {
      boolean silent = isNew && standing.map(s -> "0".equals(s.notes().get(SHOWN))).orElse(true);
      return silent
          ? compose(path, headAndRelated(id, hint), new Discussion(List.of()))
          : Together.both(
              () -> headAndRelated(id, hint),
              () -> discussion(id),
              (items, discussion) -> compose(path, items, discussion));
    };
  }

  /// The article as it stands, with what was read of its related entries, by their sort keys.
  private record Read(Optional<Article> head, Map<String, Entry> entries) {}

  private Read headAndRelated(String id, List<String> hint) {
    var headKey = Item.key(ArticleItems.partition(id), ArticleItems.HEAD);
    var keys = new ArrayList<>(List.of(headKey));
    hint.forEach(sk -> keys.add(entryKey(sk)));
    var items = articles.get(keys);
    var head =
        items.stream().filter(i -> i.key().equals(headKey)).findFirst().map(ArticleItems::read);
    var entries = entries(items.stream().filter(i -> !i.key().equals(headKey)));
    var missing = new LinkedHashSet<>(head.map(Article::related).orElse(List.of()));
    hint.forEach(missing::remove);
    entries.putAll(read(List.copyOf(missing)));
    return new Read(head, entries);
  }

  private Page compose(String path, Read read, Discussion discussion) {
    if (read.head().isEmpty()) {
      return new Page.Keep("no article");
    }
    var article = read.head().get();
    if (article.status() != Status.PUBLISHED) {
      return new Page.Absent();
    }
    if (!article.path().equals(Optional.of(path))) {
      return moved(article);
    }
    return Page.Present.html(page.html(article, related(article, read.entries()), discussion))
        .noting(SHOWN, Integer.toString(discussion.count()));
  }

  private Map<String, Entry> read(List<String> entries) {
    return entries(articles.get(entries.stream().map(ArticlePress::entryKey).toList()).stream());
  }

  private static Map<String, Entry> entries(Stream<Item> items) {
    var entries = new HashMap<String, Entry>();
    items.forEach(item -> entries.put(item.sk(), Entry.read(item)));
    return entries;
  }

  /// The related entries in the editor's order, without those that were withdrawn.
  private static List<Entry> related(Article article, Map<String, Entry> entries) {
    return article.related().stream()
        .flatMap(sk -> Optional.ofNullable(entries.get(sk)).stream())
        .toList();
  }

  private static Map<String, AttributeValue> entryKey(String sk) {
    return Item.key(Entry.partition("published"), sk);
  }
}
