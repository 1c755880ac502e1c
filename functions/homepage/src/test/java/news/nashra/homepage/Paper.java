package news.nashra.homepage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import news.nashra.articles.ArticlePages;
import news.nashra.articles.Desk;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.LocalAws;
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
  private final Site site;
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
    this.site = Site.of(edition, ORIGIN);
    this.now.set(start);
    this.desk = new Desk(site, articles, comments, press(s3), this::now);
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
    return site;
  }

  S3Client s3() {
    return s3;
  }

  Rebuilt rebuild() {
    return rebuild(s3, articles);
  }

  Rebuilt rebuild(S3Client through, Table table) {
    return new Rebuild(table, press(through), site, this::now).run();
  }

  /// Presses the pages that point to changed articles, as PressArticles does when the stream tells.
  void followStream(Iterable<String> ids) {
    ids.forEach(new ArticlePages(articles, comments, press(s3), site)::press);
  }

  /// Presses everything again, as the state machine does.
  void repress() {
    var function = new RepressSite(site, articles, comments, press(s3));
    function
        .slices()
        .forEach(slice ->
            function.slice(Instant.parse(slice.get("from")), Instant.parse(slice.get("to"))));
    rebuild();
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

  void throwAway() {
    keys().forEach(object -> s3.deleteObject(r -> r.bucket(BUCKET).key(object.key())));
  }

  private Iterable<S3Object> keys() {
    return s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream().toList();
  }

  private static Press press(S3Client s3) {
    return new Press(s3, BUCKET);
  }

  @Override
  public void close() {
    aws.close();
  }
}
