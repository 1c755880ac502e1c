package news.nashra.homepage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import news.nashra.articles.ListName;
import news.nashra.articles.press.ArticlePress;
import news.nashra.articles.publish.EditAuthors;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.homepage.state.ListReads;
import news.nashra.local.aws.DirectAws;
import news.nashra.local.aws.LocalAws;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A newspaper in memory, with a clock that the test moves.
final class Paper {
  static final String ORIGIN = "https://news.example";

  /// A Monday morning.
  static final Instant START = Instant.parse("2026-02-23T10:00:00Z");

  private final Optional<LocalAws> aws;
  final Table articles;
  final Editor desk;
  private final String bucket;
  private final Table comments;
  private final AtomicReference<Site> site = new AtomicReference<>();
  private final S3Client s3;
  private final MovableClock clock;

  /// Services with the tables and the bucket of one newspaper.
  static LocalServices services() {
    return LocalServices.with().table("articles").table("comments").bucket("pages");
  }

  Paper(LocalServices services, Edition edition, Instant start) {
    this(edition, start, Optional.of(services.aws()), services.dynamoDb(), services.s3(), "");
  }

  /// A newspaper in Arabic with the sections of [Editions], at [#START].
  Paper(LocalServices services) {
    this(services, Editions.of("ar", Editions.sections()), START);
  }

  /// A newspaper that shares its services with others.
  ///
  /// @param suffix of the names of its tables and its bucket
  Paper(Edition edition, Instant start, DirectAws aws, String suffix) {
    this(edition, start, Optional.empty(), aws.dynamoDb(), aws.s3(), suffix);
    LocalAws.createTable(aws.dynamoDb(), articles.name());
    LocalAws.createTable(aws.dynamoDb(), comments.name());
    s3.createBucket(r -> r.bucket(bucket));
  }

  private Paper(
      Edition edition,
      Instant start,
      Optional<LocalAws> aws,
      DynamoDbClient dynamoDb,
      S3Client s3,
      String suffix) {
    this.aws = aws;
    this.articles = new Table(dynamoDb, "articles" + suffix);
    this.comments = new Table(dynamoDb, "comments" + suffix);
    this.s3 = s3;
    this.bucket = "pages" + suffix;
    this.site.set(Site.of(edition, ORIGIN));
    this.clock = new MovableClock(start);
    // The table of articles serves as that of pictures, of which there are none.
    this.desk =
        new Editor(
            new PublishArticle(
                site.get(),
                articles,
                comments,
                new Pictures(articles, new PictureFiles(s3, bucket, bucket)),
                press(s3),
                new Ids(clock),
                clock));
  }

  /// The services, if they are reached over HTTP.
  LocalAws aws() {
    return aws.orElseThrow();
  }

  Instant now() {
    return clock.instant();
  }

  void wait(Duration time) {
    clock.move(time);
  }

  void at(Instant instant) {
    clock.set(instant);
  }

  Site site() {
    return site.get();
  }

  S3Client s3() {
    return s3;
  }

  RebuildResult rebuild() {
    return rebuild(s3, articles);
  }

  RebuildResult rebuild(S3Client through, Table table) {
    return rebuild(through, table, Rebuild.Extent.CHANGED);
  }

  RebuildResult rebuild(Rebuild.Extent extent) {
    return rebuild(s3, articles, extent);
  }

  private RebuildResult rebuild(S3Client through, Table table, Rebuild.Extent extent) {
    return new Rebuild(table, press(through), site.get(), clock).run(extent);
  }

  /// Rebuilds as one instance of the function does, again and again.
  Rebuild instance(S3Client through) {
    return new Rebuild(articles, press(through), site.get(), clock);
  }

  /// Rebuilds with fronts of at most `items` articles.
  RebuildResult rebuild(int items, Rebuild.Extent extent) {
    return new Rebuild(articles, press(s3), site.get(), clock, items).run(extent);
  }

  /// The pages of lists, pressed from the tables into an empty bucket, by key.
  Map<String, String> fromTables(int items) {
    var fresh = bucket + "-fresh";
    s3.createBucket(r -> r.bucket(fresh));
    var copy = new Press(Bucket.of(s3, fresh), clock);
    repress(copy);
    new Rebuild(articles, copy, site.get(), clock, items).run(Rebuild.Extent.ALL);
    return pages(fresh);
  }

  /// Writes the record of an author.
  ///
  /// @param seen the revision that the editor read; 0 for a new record
  void author(String slug, int seen, String name) {
    var function = new EditAuthors(site().messages(), articles, articles, clock);
    var event = HttpEvent.of("PUT /api/authors/{slug}").as("editors").path("slug", slug);
    if (seen > 0) {
      event.header("if-match", "\"" + seen + "\"");
    }
    event.json(Map.of("name", name)).sendTo(function).expect(seen == 0 ? 201 : 200);
  }

  /// Publishes an article with one sentence.
  ///
  /// @param more other fields, each name followed by its value
  /// @return its id
  String publish(String headline, String section, Object... more) {
    var article = new HashMap<String, Object>();
    article.put("headline", headline);
    article.put("section", section);
    article.put("bodyHtml", "<p>نص الخبر</p>");
    article.put("status", "published");
    for (int i = 0; i < more.length; i += 2) {
      article.put(more[i].toString(), more[i + 1]);
    }
    return desk.publish(Map.copyOf(article));
  }

  /// Publishes more articles than the front of a section shows, a minute apart.
  ///
  /// @return their ids, the newest last
  List<String> fillFront(String section) {
    var ids = new ArrayList<String>();
    for (int i = 0; i <= ListReads.ARTICLES_PER_FRONT; i++) {
      ids.add(publish("خبر " + i, section));
      wait(Duration.ofMinutes(1));
    }
    return ids;
  }

  /// A time that rebuilds have stored with how far they came.
  Optional<Instant> progress(String field) {
    return articles.get("HOMEPAGE", "PROGRESS").flatMap(item -> item.findInstant(field));
  }

  /// What RebuildHomepage answers to a batch of the stream.
  @NullUnmarked
  String stream() throws IOException {
    var event = "{\"Records\": []}".getBytes(UTF_8);
    var out = new ByteArrayOutputStream();
    homepage(s3).handleRequest(new ByteArrayInputStream(event), out, null);
    return out.toString(UTF_8);
  }

  RebuildHomepage homepage(S3Client through) {
    return new RebuildHomepage(site.get(), articles, press(through), clock);
  }

  /// Presses all pages of changed articles, as PressArticles does for records of the stream.
  void followStream(Collection<String> ids) {
    new ArticlePress(articles, comments, press(s3), site.get()).press(ids).orThrow();
  }

  /// Presses everything again, as the state machine does.
  void repress() {
    repress(press(s3));
    rebuild(Rebuild.Extent.FULL);
  }

  private void repress(Press through) {
    var function = new RepressSite(site.get(), articles, comments, through);
    function.slices().forEach(function::pressSlice);
  }

  RepressSite represser(S3Client through) {
    return new RepressSite(site.get(), articles, comments, press(through));
  }

  SiteAudit auditor() {
    return new SiteAudit(
        site.get(), articles, comments, Press.comparing(Bucket.of(s3, bucket), clock), clock);
  }

  AuditSite auditFunction(S3Client through) {
    return new AuditSite(
        site.get(), articles, comments, Press.comparing(Bucket.of(through, bucket), clock), clock);
  }

  /// All pages with their headers, by key.
  Map<String, String> pages() {
    return pages(bucket);
  }

  private Map<String, String> pages(String in) {
    var pages = new TreeMap<String, String>();
    for (var object : keys(in)) {
      var page = s3.getObjectAsBytes(r -> r.bucket(in).key(object.key()));
      var headers = page.response();
      pages.put(
          object.key(),
          headers.contentType()
              + " "
              + headers.cacheControl()
              + " "
              + new TreeMap<>(headers.metadata())
              + "\n"
              + text(page, headers.contentType()));
    }
    return pages;
  }

  /// A picture or font is no text: each of its bytes is a character here.
  private static String text(ResponseBytes<?> page, String type) {
    return page.asString(type.matches("(image|font)/.*") ? ISO_8859_1 : UTF_8);
  }

  String page(String key) {
    return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String();
  }

  /// The key of the page of a published article.
  String articlePath(String id) {
    var entry = new ArticleLists(articles, Set.of()).published(List.of(id)).getFirst();
    return Addresses.key(entry.link());
  }

  void put(String key, String text) {
    s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  void delete(String key) {
    s3.deleteObject(r -> r.bucket(bucket).key(key));
  }

  /// Removes a section from the edition.
  void without(String section) {
    site.set(Site.of(Editions.without(section), ORIGIN));
  }

  /// Deletes an entry of a list, which no transaction would do.
  void loseEntry(String list, String id) {
    articles.partition(ListName.read(list).partition()).stream()
        .filter(item -> item.sk().endsWith(id))
        .forEach(item -> articles.delete(item.key()));
  }

  void deleteAllPages() {
    keys(bucket).forEach(object -> s3.deleteObject(r -> r.bucket(bucket).key(object.key())));
  }

  private Iterable<S3Object> keys(String in) {
    return s3.listObjectsV2Paginator(r -> r.bucket(in)).contents().stream().toList();
  }

  Press press() {
    return press(s3);
  }

  Press press(S3Client s3) {
    return new Press(Bucket.of(s3, bucket), clock);
  }
}
