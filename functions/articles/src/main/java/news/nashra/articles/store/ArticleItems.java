package news.nashra.articles.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.Change;
import news.nashra.articles.Correction;
import news.nashra.articles.Entry;
import news.nashra.articles.HeadlineWords;
import news.nashra.articles.Interruption;
import news.nashra.articles.ListName;
import news.nashra.articles.Place;
import news.nashra.articles.References;
import news.nashra.articles.Revision;
import news.nashra.articles.Schedule;
import news.nashra.articles.Status;
import news.nashra.articles.Timeline;
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
  private static final String WORKING = "WORKING#";
  static final String PUBLISH_AT = "publishAt";

  private ArticleItems() {}

  public static String partition(String id) {
    return ARTICLE + id;
  }

  /// The key of the current revision of an article.
  public static Key headKey(String id) {
    return new Key(partition(id), HEAD);
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

  /// The current revision of an article.
  public static Optional<Article> find(Table articles, String id) {
    return articles.get(partition(id), HEAD).map(ArticleItems::read);
  }

  /// The current revision of an article that editors may read: any but those of the newspaper's
  /// check of itself.
  public static Optional<Article> findForEditors(Table articles, String id) {
    return find(articles, id).filter(article -> !article.hidden());
  }

  /// The current revisions of those of `ids` that exist, in no order.
  public static List<Article> find(Table articles, Collection<String> ids) {
    var heads = ids.stream().map(ArticleItems::headKey).toList();
    return articles.get(heads).stream().map(ArticleItems::read).toList();
  }

  public static Item head(Article article) {
    var head = write(Item.at(partition(article.id()), HEAD), article);
    return article.status() == Status.WITHDRAWN ? expiring(head, article) : head;
  }

  public static Item revision(Article article) {
    var key = revisionKey(article.revision().number());
    return expiring(write(Item.at(partition(article.id()), key), article), article);
  }

  /// An item that DynamoDB forgets with the article.
  static Item expiring(Item item, Article article) {
    return item.with(Item.EXPIRES, article.forgottenAt().map(Instant::getEpochSecond));
  }

  /// The keys of everything stored in the partition of an article beside its head, oldest first;
  /// not the working copies of editors, so that no word is lost.
  public static List<Key> historyKeys(Table articles, String id) {
    return articles.sortKeysAfter(partition(id), " ", Integer.MAX_VALUE).stream()
        .filter(sk -> !sk.equals(HEAD) && !sk.startsWith(WORKING))
        .map(sk -> new Key(partition(id), sk))
        .toList();
  }

  /// The claim of an address. It is never released, because links to the address live on.
  public static Item address(String path, String id) {
    return Item.at(URL + path, "URL").with("article", id);
  }

  /// The path that an item claims.
  public static String claimedPath(Item address) {
    return address.pk().substring(URL.length());
  }

  /// The entries and links of an article, by their keys.
  static Map<String, Item> derived(Article article) {
    var items = new HashMap<String, Item>();
    var key = entryKey(article);
    boolean published = article.status() == Status.PUBLISHED;
    if (article.hidden()) {
      if (published) {
        add(items, Entry.item(ListName.HIDDEN, key, article));
      }
      return items;
    }
    var entry = Entry.item(ListName.status(article.status()), key, article);
    var meant = published ? Map.<ListName, String>of() : article.listsWhenPublished();
    add(items, entry.with(Entry.LISTS, meant.keySet().stream().map(ListName::text).toList()));
    article
        .lists()
        .forEach(
            (list, name) -> add(items, Entry.item(list, key, article).with(Entry.LABEL, name)));
    if (article.publishedAt().isPresent()) {
      add(items, Change.item(article));
      words(article).forEach(word -> add(items, word));
    }
    if (published) {
      article
          .schedule()
          .expireAt()
          .map(at -> Entry.key(at, article.id()))
          .ifPresent(sk -> add(items, Item.at(ListName.EXPIRING.partition(), sk)));
      for (var correction : article.corrections()) {
        var corrected = Entry.key(correction.at(), article.id());
        add(
            items,
            Entry.item(ListName.CORRECTIONS, corrected, article)
                .with(Entry.LABEL, correction.text()));
      }
      for (var related : article.references().relatedIds()) {
        add(items, Item.at(linkPartition(related), article.id()));
      }
    }
    return items;
  }

  /// The entries of an article by the words of its headline. They stay when it is withdrawn, so
  /// that a withdrawal writes no more than it must: who reads them looks up the entry with the same
  /// key in the list of published articles.
  private static Stream<Item> words(Article article) {
    var key = Entry.key(article.publishedAt().orElseThrow(), article.id());
    return HeadlineWords.of(article.content().headline()).indexed().stream()
        .map(word -> Item.at(HeadlineWords.partition(word), key));
  }

  /// The partition with the ids of the articles that link to an article.
  public static String linkPartition(String id) {
    return "LINKED#" + id;
  }

  /// A published article as the list of all published articles shows it.
  public static Entry entry(Article published) {
    return Entry.read(Entry.item(ListName.PUBLISHED, entryKey(published), published));
  }

  /// The sort key of the article's entries.
  public static String entryKey(Article article) {
    var instant =
        switch (article.status()) {
          case PUBLISHED -> article.publishedAt();
          case SCHEDULED -> article.schedule().publishAt();
          case DRAFT, WITHDRAWN -> Optional.<Instant>empty();
        };
    return Entry.key(instant.orElse(article.updatedAt()), article.id());
  }

  private static void add(Map<String, Item> items, Item item) {
    items.put(item.pk() + "\n" + item.sk(), item);
  }

  private static Item write(Item item, Article article) {
    var place = article.place();
    var corrections = article.corrections();
    var schedule = article.schedule();
    return item.with(ContentCodec.write(article.content()))
        .with("revision", article.revision().number())
        .with("editor", article.revision().editor())
        .with("reason", article.revision().reason())
        .with("publicReason", article.revision().publicReason())
        .with("status", article.status().word())
        .with(
            "pictures",
            article.references().pictures().values().stream().map(Picture::write).sorted().toList())
        .with("related", article.references().related())
        .with("slug", place.slug())
        .with("path", place.path())
        .with("formerPaths", place.formerPaths())
        .with("formerLists", place.formerLists().stream().map(ListName::text).toList())
        .with("updatedAt", article.updatedAt())
        .with("revisedAt", article.revision().at())
        .with("correctedAt", corrections.stream().map(c -> Instants.format(c.at())).toList())
        .with("corrections", corrections.stream().map(Correction::text).toList())
        .with("interruptions", interruptions(article))
        .withFlag("imported", article.timeline().imported())
        .with("publishedAt", article.publishedAt())
        .with(PUBLISH_AT, schedule.publishAt())
        .with("expireAt", schedule.expireAt())
        .with("releasedAt", schedule.release().map(Schedule.Release::at))
        .with("lateMillis", schedule.release().map(Schedule.Release::lateMillis))
        .withFlag("choosesRelated", schedule.choosesRelated());
  }

  private static Schedule schedule(Item item) {
    return new Schedule(
        item.findInstant(PUBLISH_AT),
        item.findInstant("expireAt"),
        item.flag("choosesRelated"),
        item.findInstant("releasedAt")
            .map(at -> new Schedule.Release(at, item.number("lateMillis"))));
  }

  public static Article read(Item item) {
    return new Article(
        id(item.pk()),
        new Revision(
            item.number("revision"),
            item.text("editor"),
            item.instant("revisedAt"),
            item.find("reason"),
            item.find("publicReason")),
        Status.of(item.text("status")).orElseThrow(),
        ContentCodec.read(item),
        new References(
            item.texts("pictures").stream()
                .map(Picture::read)
                .collect(Collectors.toMap(Picture::id, picture -> picture)),
            item.texts("related")),
        new Place(
            item.find("slug"),
            item.find("path"),
            item.texts("formerPaths"),
            item.texts("formerLists").stream().map(ListName::read).toList()),
        new Timeline(
            item.findInstant("publishedAt"),
            item.flag("imported"),
            item.instant("updatedAt"),
            corrections(item),
            interruptions(item),
            schedule(item)));
  }

  /// `<from>/<to>`, or `<from>/` while the article is not published again.
  private static List<String> interruptions(Article article) {
    return article.timeline().interruptions().stream()
        .map(
            time -> Instants.format(time.from()) + "/" + time.to().map(Instants::format).orElse(""))
        .toList();
  }

  private static List<Interruption> interruptions(Item item) {
    return item.texts("interruptions").stream()
        .map(text -> text.split("/", -1))
        .map(times ->
            new Interruption(
                Instants.parse(times[0]),
                Optional.of(times[1]).filter(to -> !to.isEmpty()).map(Instant::parse)))
        .toList();
  }

  private static List<Correction> corrections(Item item) {
    var times = item.texts("correctedAt");
    var texts = item.texts("corrections");
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new Correction(Instants.parse(times.get(i)), texts.get(i)))
        .toList();
  }
}
