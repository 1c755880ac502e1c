package news.nashra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.homepage.RepressSite;
import news.nashra.local.aws.LocalAws;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.MovableClock;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A newspaper with `size` articles in its tables, fifty a day until now, and the calls to publish
/// and rebuild. Its tables have no streams: DynamoDB Local searches all records of a stream at each
/// read, and nothing reads them here.
final class SyntheticArchive implements AutoCloseable {
  /// A million of them go back to 1972.
  private static final int ARTICLES_PER_DAY = 50;

  /// Articles of which the items are written at once.
  private static final int BATCH = 2_000;

  private static final List<String> SECTIONS =
      Edition.load().sections().stream().map(section -> section.id()).toList();

  private static final Duration INTERVAL = Duration.ofDays(1).dividedBy(ARTICLES_PER_DAY);

  final int size;
  final TimedCalls calls;
  private final LocalAws aws;
  private final Table articles;
  private final Editor editor;
  private final PressRoom press;
  private final Represser represser;
  private final Represser uncounted;
  private final MovableClock clock;
  private int published;

  /// An article of the archive.
  ///
  /// @param number counted from 0, the oldest
  record Story(int number, String id, Instant at) {
    String section() {
      return SECTIONS.get(number % SECTIONS.size());
    }

    List<String> tags() {
      return List.of("وسم " + number % 40, "موضوع " + number % 37);
    }

    String byline() {
      return "كاتبة " + number % 20;
    }

    String headline() {
      return "خبر رقم " + number + " من أخبار الأرشيف الطويل";
    }

    String path() {
      var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
      return Addresses.day(day) + "story-" + number + "/";
    }
  }

  SyntheticArchive(int size, Instant now) throws IOException {
    this.size = size;
    this.clock = new MovableClock(now);
    var folder = Files.createTempDirectory("nashra-archive");
    var site = Site.of(Edition.load(), "https://news.example");
    try (var empty = LocalAws.at(folder)) {
      fill(empty, site, folder, now);
    }
    this.aws = LocalAws.at(folder);
    this.calls = new TimedCalls(aws);
    this.articles = new Table(calls.dynamoDb(), "articles");
    var pages = new Press(Bucket.of(calls.s3(), "pages"), clock);
    this.press = new PressRoom(site, articles, pages, clock);
    var comments = new Table(calls.dynamoDb(), "comments");
    this.editor =
        editor(site, articles, comments, pages, new PictureFiles(calls.s3(), "pages", "pages"));
    this.represser = new Represser(site, articles, comments, pages, clock);
    var own = new Aws(new Settings(environment()));
    this.uncounted =
        new Represser(
            site,
            own.table("ARTICLES_TABLE"),
            own.table("COMMENTS_TABLE"),
            new Press(own.bucket("SITE_BUCKET"), clock),
            clock);
    PressRoom.followed(articles, now);
    press.rebuildFully(); // counts the months
    clock.set(now.plus(Duration.ofMinutes(10)));
  }

  private Editor editor(
      Site site, Table articles, Table comments, Press pages, PictureFiles files) {
    // The table of articles serves as that of pictures, of which there are none.
    var pictures = new Pictures(articles, files);
    return new Editor(
        new PublishArticle(site, articles, comments, pictures, pages, new Ids(clock), clock));
  }

  /// What a function needs in its environment to reach the tables and the bucket.
  Map<String, String> environment() {
    var environment = new HashMap<>(aws.environment());
    environment.put("ARTICLES_TABLE", "articles");
    environment.put("COMMENTS_TABLE", "comments");
    environment.put("SITE_BUCKET", "pages");
    return environment;
  }

  /// Publishes one more article.
  void publish() throws IOException {
    clock.move(Duration.ofMinutes(2));
    editor.create(body(new Story(size + published++, "", clock.instant())));
  }

  /// Rebuilds shortly after the last event.
  ///
  /// @return the number of pages written
  long rebuild() {
    clock.move(Duration.ofSeconds(1));
    return press.rebuild();
  }

  /// Follows what the process of [ProcessorBench] published since the archive was filled.
  void catchUp() {
    clock.set(Instant.now().plus(ProcessorBench.AHEAD).plus(Duration.ofMinutes(10)));
    rebuild();
    rest();
  }

  /// Lets enough time pass for a rebuild to find nothing new.
  void rest() {
    clock.move(Duration.ofMinutes(3));
    press.rebuild();
  }

  /// One consistent query of 60 entries, without anything else.
  void query() {
    articles.newest("LIST#published", Optional.empty(), 60);
  }

  /// The same from the middle of the list of a section, as for a later page of it.
  void queryFurtherBack() {
    var middle = Instants.format(clock.instant().minus(INTERVAL.multipliedBy(size / 2)));
    var section = new Story(0, "", Instant.EPOCH).section();
    articles.newest("LIST#section#" + section, Optional.of(middle), 60);
  }

  /// Finds the slices of a press of the whole site.
  List<RepressSite.Slice> slices() {
    return uncounted.slices();
  }

  /// Presses the pages of a slice.
  void pressSlice(RepressSite.Slice slice) {
    uncounted.pressSlice(slice);
  }

  /// Deletes all pages.
  void deletePages() {
    for (var page : aws.s3().listObjectsV2Paginator(r -> r.bucket("pages")).contents()) {
      aws.s3().deleteObject(r -> r.bucket("pages").key(page.key()));
    }
  }

  /// Presses the whole site from the tables, with the calls counted.
  void repress() {
    represser.repress();
  }

  /// The same with the clients that functions have.
  void repressUncounted() {
    uncounted.repress();
  }

  LocalAws aws() {
    return aws;
  }

  static Map<String, Object> body(Story story) {
    return Map.of(
        "headline", story.headline(),
        "section", story.section(),
        "byline", story.byline(),
        "tags", story.tags(),
        "summary", "ملخص الخبر في جملة واحدة تقول أهم ما فيه.",
        "bodyHtml", "<p>" + "جملة في خبر للقياس. ".repeat(40) + "</p>",
        "status", "published");
  }

  static List<Story> stories(int size, Instant now) {
    var stories = new ArrayList<Story>();
    for (int i = 0; i < size; i++) {
      var at = Instants.now(InstantSource.fixed(now.minus(INTERVAL.multipliedBy(size - i))));
      stories.add(new Story(i, new Ids(InstantSource.fixed(at)).get(), at));
    }
    return stories;
  }

  /// Copies what one real publish writes, with other ids, times, lists and texts, into the file of
  /// the tables.
  private void fill(LocalAws empty, Site site, Path folder, Instant now) throws IOException {
    for (var table : List.of("articles", "comments")) {
      empty.createTable(table);
      empty
          .dynamoDb()
          .updateTable(r -> r.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
    }
    empty.createBucket("pages");
    var table = new Table(empty.dynamoDb(), "articles");
    var first =
        editor(
                site,
                table,
                new Table(empty.dynamoDb(), "comments"),
                new Press(Bucket.of(empty.s3(), "pages"), clock),
                new PictureFiles(empty.s3(), "pages", "pages"))
            .create(body(new Story(0, "", now)));
    var id = first.path("id").asText();
    var path = first.path("url").asText();
    var written =
        empty.dynamoDb().scanPaginator(r -> r.tableName("articles")).items().stream()
            .map(Item::new)
            .toList();
    written.forEach(item -> table.delete(item.key()));
    empty.s3().deleteObject(r -> r.bucket("pages").key(Addresses.key(path)));
    try (var file = new TableFile(LocalAws.tableFile(folder), "articles")) {
      var stories = stories(size, now);
      for (int from = 0; from < size; from += BATCH) {
        file.put(
            stories.subList(from, Math.min(size, from + BATCH)).parallelStream()
                .flatMap(story -> written.stream().map(item -> copy(item, id, path, story)))
                .map(TableFile.Row::of)
                .toList());
      }
    }
    System.out.println("an archive of " + size + " articles is filled");
  }

  private static Item copy(Item item, String id, String path, Story story) {
    var at = Instants.format(story.at());
    var tags = story.tags();
    var attributes = new HashMap<>(item.attributes());
    var pk = item.pk().replace(id, story.id()).replace(path, story.path());
    var first = new Story(0, "", Instant.EPOCH);
    pk = pk.equals("LIST#section#" + first.section()) ? "LIST#section#" + story.section() : pk;
    for (int i = 0; i < tags.size(); i++) {
      pk = pk.equals(list("topic#", first.tags().get(i))) ? list("topic#", tags.get(i)) : pk;
    }
    pk = pk.equals(list("author#", first.byline())) ? list("author#", story.byline()) : pk;
    var sk = item.sk().endsWith("#" + id) ? at + "#" + story.id() : item.sk();
    attributes.put("pk", AttributeValue.fromS(pk));
    attributes.put("sk", AttributeValue.fromS(sk));
    replace(attributes, "headline", story.headline());
    replace(attributes, "section", story.section());
    replace(attributes, "byline", story.byline());
    replace(attributes, "path", story.path());
    replace(attributes, "publishedAt", at);
    replace(attributes, "updatedAt", at);
    replace(attributes, "revisedAt", at);
    replace(attributes, "article", story.id());
    if (attributes.containsKey("lists")) {
      return new Item(attributes)
          .with(
              "lists",
              List.of(
                  "section#" + story.section(),
                  list("topic#", tags.get(0)).substring("LIST#".length()),
                  list("topic#", tags.get(1)).substring("LIST#".length()),
                  list("author#", story.byline()).substring("LIST#".length())));
    }
    return attributes.containsKey("tags")
        ? new Item(attributes).with("tags", tags)
        : new Item(attributes);
  }

  private static String list(String kind, String name) {
    return "LIST#" + kind + name.replace(' ', '-');
  }

  private static void replace(Map<String, AttributeValue> attributes, String name, String value) {
    attributes.computeIfPresent(name, (n, old) -> AttributeValue.fromS(value));
  }

  @Override
  public void close() {
    aws.close();
  }
}
