package news.nashra.homepage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import news.nashra.articles.ArticlePages;
import news.nashra.articles.Desk;
import news.nashra.articles.Entry;
import news.nashra.articles.Lists;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.LocalAws;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A newspaper in memory whose clock the test moves.
final class Paper implements AutoCloseable {
  static final String ORIGIN = "https://news.example";
  private static final String BUCKET = "pages";

  final LocalAws aws = LocalAws.inMemory();
  final Table articles;
  final Desk desk;
  private final Table comments;
  private final AtomicReference<Site> site = new AtomicReference<>();
  private final S3Client s3;
  private final AtomicReference<Instant> now = new AtomicReference<>();

  Paper(Edition edition, Instant start) {
    aws.createTable("articles");
    aws.createTable("comments");
    aws.createBucket(BUCKET);
    var dynamoDb = Aws.dynamoDb(new Settings(aws.environment()));
    this.s3 = Aws.s3(new Settings(aws.environment()));
    this.articles = new Table(dynamoDb, "articles");
    this.comments = new Table(dynamoDb, "comments");
    site.set(Site.of(edition, ORIGIN));
    this.now.set(start);
    this.desk = new Desk(site.get(), articles, comments, press(s3), this::now);
  }

  Instant now() {
    return now.get();
  }

  void wait(Duration time) {
    now.set(now.get().plus(time));
  }

  void at(Instant instant) {
    now.set(instant);
  }

  Site site() {
    return site.get();
  }

  S3Client s3() {
    return s3;
  }

  Rebuilt rebuild() {
    return rebuild(s3, articles);
  }

  Rebuilt rebuild(S3Client through, Table table) {
    return new Rebuild(table, press(through), site.get(), this::now).run();
  }

  /// Presses the pages that point to changed articles, as PressArticles does when the stream tells.
  void followStream(Iterable<String> ids) {
    ids.forEach(new ArticlePages(articles, comments, press(s3), site.get())::press);
  }

  /// Presses everything again, as the state machine does.
  void repress() {
    var function = represser(s3);
    function.slices().forEach(function::slice);
    rebuild();
  }

  RepressSite represser(S3Client through) {
    return new RepressSite(site.get(), articles, comments, press(through));
  }

  /// Every page that stands, by its key, with its headers.
  Map<String, String> pages() {
    var pages = new TreeMap<String, String>();
    for (var object : keys()) {
      var page = s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(object.key()));
      var headers = page.response();
      pages.put(
          object.key(),
          headers.contentType()
              + " "
              + headers.cacheControl()
              + " "
              + new TreeMap<>(headers.metadata())
              + "\n"
              + page.asUtf8String());
    }
    return pages;
  }

  String page(String key) {
    return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String();
  }

  /// The key of the page of a published article.
  String articlePath(String id) {
    var entry = new Lists(articles, Set.of()).published(List.of(id)).getFirst();
    return Addresses.key(entry.link());
  }

  void delete(String key) {
    s3.deleteObject(r -> r.bucket(BUCKET).key(key));
  }

  /// From now on the edition has one section less.
  void without(String section) {
    site.set(Site.of(Editions.without(section), ORIGIN));
  }

  /// Loses an entry of a list, as no transaction could.
  void loseEntry(String list, String id) {
    articles.partition(Entry.partition(list)).stream()
        .filter(item -> item.sk().endsWith(id))
        .forEach(
            item -> articles.dynamoDb().deleteItem(r -> r.tableName("articles").key(item.key())));
  }

  void throwAway() {
    keys().forEach(object -> s3.deleteObject(r -> r.bucket(BUCKET).key(object.key())));
  }

  private Iterable<S3Object> keys() {
    return s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream().toList();
  }

  Press press() {
    return press(s3);
  }

  private static Press press(S3Client s3) {
    return new Press(s3, BUCKET);
  }

  @Override
  public void close() {
    aws.close();
  }
}
