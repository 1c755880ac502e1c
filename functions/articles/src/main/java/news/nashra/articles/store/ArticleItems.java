package news.nashra.articles.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Change;
import news.nashra.articles.Correction;
import news.nashra.articles.Entry;
import news.nashra.articles.LeadImage;
import news.nashra.articles.ListName;
import news.nashra.articles.Status;
import news.nashra.articles.Translation;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.media.Picture;

/// Articles as items of their table. Entries and links are a pure function of the head.
public final class ArticleItems {
  private static final String ARTICLE = "ARTICLE#";
  private static final String URL = "URL#";
  public static final String HEAD = "HEAD";
  public static final String REVISION = "REV#";

  private ArticleItems() {}

  public static String partition(String id) {
    return ARTICLE + id;
  }

  public static String revisionKey(long revision) {
    return REVISION + "%06d".formatted(revision);
  }

  public static boolean isArticle(String pk) {
    return pk.startsWith(ARTICLE) && Ids.wellFormed(id(pk));
  }

  /// The id in the partition key of an article.
  public static String id(String pk) {
    return pk.substring(ARTICLE.length());
  }

  /// The article as it stands.
  public static Optional<Article> find(Table articles, String id) {
    return articles.get(partition(id), HEAD).map(ArticleItems::read);
  }

  /// Those of `ids` that exist, as they are now, in no order.
  public static List<Article> find(Table articles, Collection<String> ids) {
    var heads = ids.stream().map(id -> new Key(partition(id), HEAD)).toList();
    return articles.get(heads).stream().map(ArticleItems::read).toList();
  }

  public static Item head(Article article) {
    return write(Item.at(partition(article.id()), HEAD), article);
  }

  public static Item revision(Article article) {
    return write(Item.at(partition(article.id()), revisionKey(article.revision())), article);
  }

  /// The claim of an address. It is never given back: links to it live on.
  public static Item address(String path, String id) {
    return Item.at(URL + path, "URL").with("article", id);
  }

  /// The address that an item claims.
  public static String claimed(Item address) {
    return address.pk().substring(URL.length());
  }

  /// The entries and links that follow from a head, by their keys.
  static Map<String, Item> following(Article article) {
    var items = new HashMap<String, Item>();
    var key = entryKey(article);
    boolean published = article.status() == Status.PUBLISHED;
    add(items, Entry.item(ListName.status(article.status()), key, article));
    article
        .lists()
        .forEach(
            (list, name) -> add(items, Entry.item(list, key, article).with(Entry.LABEL, name)));
    if (article.publishedAt().isPresent()) {
      add(items, Change.item(article));
    }
    if (published) {
      for (var correction : article.corrections()) {
        var corrected = Entry.key(correction.at(), article.id());
        add(
            items,
            Entry.item(ListName.CORRECTIONS, corrected, article)
                .with(Entry.LABEL, correction.text()));
      }
      for (var related : article.relatedIds()) {
        add(items, Item.at(linked(related), article.id()));
      }
    }
    return items;
  }

  /// The partition that names the pages which point to an article.
  public static String linked(String id) {
    return "LINKED#" + id;
  }

  /// The key of the article's entries.
  public static String entryKey(Article article) {
    var instant =
        article.status() == Status.PUBLISHED
            ? article.publishedAt().orElse(article.updatedAt())
            : article.updatedAt();
    return Entry.key(instant, article.id());
  }

  private static void add(Map<String, Item> items, Item item) {
    items.put(item.pk() + "\n" + item.sk(), item);
  }

  private static Item write(Item item, Article article) {
    var times = article.corrections().stream().map(c -> Instants.format(c.at())).toList();
    var texts = article.corrections().stream().map(Correction::text).toList();
    var written =
        story(item, article.story())
            .with("revision", article.revision())
            .with("status", article.status().word())
            .with(
                "pictures",
                article.pictures().values().stream().map(Picture::write).sorted().toList())
            .with("related", article.related())
            .with("slug", article.slug())
            .with("path", article.path())
            .with("formerPaths", article.formerPaths())
            .with("formerLists", article.formerLists().stream().map(ListName::text).toList())
            .with("updatedAt", article.updatedAt())
            .with("editor", article.editor())
            .with("correctedAt", times)
            .with("corrections", texts)
            .with("reason", article.reason());
    return article.publishedAt().map(at -> written.with("publishedAt", at)).orElse(written);
  }

  private static Item story(Item item, ArticleContent story) {
    var image = story.image();
    return item.with("headline", story.headline())
        .with("image", image.map(LeadImage::mediaId))
        .with("imageAlt", image.map(LeadImage::alt))
        .with("imageCaption", image.flatMap(LeadImage::caption))
        .with("imageCredit", image.flatMap(LeadImage::credit))
        .with("section", story.section())
        .with("city", story.city())
        .with("source", story.source())
        .with("byline", story.byline())
        .with("summary", story.summary())
        .with("ownSummary", story.ownSummary())
        .with("bodyHtml", story.bodyHtml())
        .with("tags", story.tags())
        .with("translations", story.translations().stream().map(Translation::write).toList())
        .with("commentsOpen", story.commentsOpen());
  }

  public static Article read(Item item) {
    var times = item.texts("correctedAt");
    var texts = item.texts("corrections");
    return new Article(
        id(item.pk()),
        item.number("revision"),
        Status.of(item.text("status")).orElseThrow(),
        readStory(item),
        item.texts("pictures").stream()
            .map(Picture::read)
            .collect(Collectors.toMap(Picture::id, picture -> picture)),
        item.texts("related"),
        item.find("slug"),
        item.find("path"),
        item.texts("formerPaths"),
        item.texts("formerLists").stream().map(ListName::read).toList(),
        item.findInstant("publishedAt"),
        item.instant("updatedAt"),
        item.text("editor"),
        IntStream.range(0, texts.size())
            .mapToObj(i -> new Correction(Instant.parse(times.get(i)), texts.get(i)))
            .toList(),
        item.find("reason"));
  }

  private static ArticleContent readStory(Item item) {
    return new ArticleContent(
        item.text("headline"),
        item.text("section"),
        item.find("city"),
        item.find("source"),
        item.find("byline"),
        item.text("summary"),
        item.flag("ownSummary"),
        item.text("bodyHtml"),
        item.find("image")
            .map(id ->
                new LeadImage(
                    id,
                    item.text("imageAlt"),
                    item.find("imageCaption"),
                    item.find("imageCredit"))),
        item.texts("tags"),
        item.texts("translations").stream().map(Translation::read).toList(),
        item.flag("commentsOpen"));
  }
}
