package news.nashra.articles.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.articles.publish.Editors;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.CountedCalls;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/// How PressArticles handles the stream of shown comments, in any order and number of its records.
@NullUnmarked
class PressCommentsTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private CountedCalls calls;
  private S3Client s3;
  private PressArticles function;
  private String first;
  private String second;

  @BeforeEach
  void publishTwoArticles() {
    calls = new CountedCalls(SERVICES.aws());
    s3 = calls.s3();
    var site = Site.of(Edition.load(), "https://news.example");
    var articles = new Table(calls.dynamoDb(), "articles");
    var comments = new Table(calls.dynamoDb(), "comments");
    var press = new Press(Bucket.of(s3, "pages"), InstantSource.system());
    var publish =
        new PublishArticle(
            site,
            articles,
            comments,
            new Pictures(
                new Table(calls.dynamoDb(), "media"),
                new PictureFiles(calls.s3(), "pages", "uploads")),
            press,
            new Ids(InstantSource.system()),
            InstantSource.system());
    first = publish(publish, "خبر أول");
    second = publish(publish, "خبر ثان");
    function =
        new PressArticles(
            site, articles, comments, press, (reference, paths) -> {}, InstantSource.system());
  }

  @Test
  void aBatchPressesEachPageOnceWhateverItHolds() {
    var records = new ArrayList<Map<String, Object>>();
    IntStream.range(0, 49).forEach(i -> records.add(show(first, i)));
    IntStream.range(0, 51).forEach(i -> records.add(show(second, i)));
    calls.clear();
    assertThat(deliver(records)).isEmpty();
    assertThat(calls.count("PutObject"))
        .as("two articles, and three pages of comments")
        .isEqualTo(5);
    assertThat(shown(first)).isEqualTo(10);
    assertThat(shown(second)).isEqualTo(10);
    calls.clear();
    assertThat(deliver(records)).as("failures of a second delivery").isEmpty();
    assertThat(calls.count("PutObject")).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void recordsInAnyOrderAndNumberLeadToTheTruth(long seed) {
    var random = new Random(seed);
    var records = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 160; i++) {
      var article = random.nextBoolean() ? first : second;
      boolean hidden = random.nextInt(3) == 0;
      records.add(hidden ? hide(article, random.nextInt(80)) : show(article, i));
    }
    for (int i = 0; i < 40; i++) {
      records.add(records.get(random.nextInt(160)));
    }
    Collections.shuffle(records, random);
    for (int from = 0; from < records.size(); from += 25) {
      assertThat(deliver(records.subList(from, from + 25))).isEmpty();
    }
    var pressed = pages();
    pressed.keySet().forEach(key -> SERVICES.s3().deleteObject(r -> r.bucket("pages").key(key)));
    for (var article : List.of(first, second)) {
      deliver(List.of(record("ARTICLE#" + article, "HEAD")));
    }
    var truth = pages();
    assertThat(pressed).isEqualTo(truth);
  }

  @Test
  void manyCommentsAtOnceLeaveNoGapBetweenPages() {
    for (int from = 0; from < 200; from += 40) {
      var records = new ArrayList<Map<String, Object>>();
      for (int i = from; i < from + 40; i++) {
        records.add(show(first, i));
      }
      assertThat(deliver(records)).isEmpty();
    }
    var comments =
        pages().entrySet().stream()
            .filter(page -> page.getKey().contains("/comments/"))
            .mapToInt(page -> page.getValue().split("<article id=", -1).length - 1)
            .sum();
    assertThat(comments).isEqualTo(200);
  }

  @Test
  void aBadRecordIsReportedAndHoldsUpNoOther() {
    var records = new ArrayList<Map<String, Object>>();
    records.add(show(first, 0));
    records.add(record("COMMENT-OF-NOBODY", "SHOWN#x"));
    records.add(show(second, 0));
    assertThat(deliver(records)).containsExactly("1");
    assertThat(shown(first)).isEqualTo(1);
    assertThat(shown(second)).isEqualTo(1);
  }

  @Test
  void anUnreadableItemFailsItsArticleOnly() {
    var broken = record("SHOWN#" + first, "SHOWN#" + id(3));
    SERVICES
        .dynamoDb()
        .putItem(r ->
            r.tableName("comments").item(Item.at("SHOWN#" + first, "SHOWN#" + id(3)).attributes()));
    var records = List.of(show(second, 0), broken, show(second, 1));
    assertThat(deliver(records)).containsExactly("1");
    assertThat(shown(second)).isEqualTo(2);
  }

  /// Shows a comment and returns the record that the stream has of it.
  private Map<String, Object> show(String article, int n) {
    var item =
        Item.at("SHOWN#" + article, "SHOWN#" + id(n))
            .with("name", "قارئ " + n)
            .with("title", "عنوان")
            .with("body", "تعليق رقم " + n)
            .with("submittedAt", START.plusSeconds(n));
    SERVICES.dynamoDb().putItem(r -> r.tableName("comments").item(item.attributes()));
    return record(item.pk(), item.sk());
  }

  private Map<String, Object> hide(String article, int n) {
    var key = new Key("SHOWN#" + article, "SHOWN#" + id(n));
    new Table(SERVICES.dynamoDb(), "comments").delete(key);
    return record("SHOWN#" + article, "SHOWN#" + id(n));
  }

  private static String id(int n) {
    return "01KJ5A00000000000000%06d".formatted(n);
  }

  private static Map<String, Object> record(String pk, String sk) {
    return Map.of("Keys", Map.of("pk", Map.of("S", pk), "sk", Map.of("S", sk)));
  }

  /// Delivers records as one batch, numbered from 0, and returns the numbers of those that failed.
  private List<String> deliver(List<Map<String, Object>> changes) {
    var records = new ArrayList<Map<String, Object>>();
    for (var change : changes) {
      var numbered = new LinkedHashMap<>(change);
      numbered.put("SequenceNumber", Integer.toString(records.size()));
      records.add(Map.of("dynamodb", numbered));
    }
    var answer = Invocation.of(function, Map.of("Records", records)).path("batchItemFailures");
    var failed = new ArrayList<String>();
    answer.forEach(failure -> failed.add(failure.path("itemIdentifier").asText()));
    return failed;
  }

  private long shown(String article) {
    var page =
        pages().entrySet().stream()
            .filter(e -> !e.getKey().contains("/comments/"))
            .map(Map.Entry::getValue)
            .filter(html -> html.contains("/api/articles/" + article + "/comments"))
            .findFirst()
            .orElseThrow();
    return page.split("<article id=", -1).length - 1;
  }

  private TreeMap<String, String> pages() {
    return SERVICES.s3().listObjectsV2(r -> r.bucket("pages")).contents().stream()
        .collect(
            Collectors.toMap(
                object -> object.key(),
                object ->
                    SERVICES
                        .s3()
                        .getObjectAsBytes(r -> r.bucket("pages").key(object.key()))
                        .asUtf8String(),
                (a, b) -> a,
                TreeMap::new));
  }

  private static String publish(PublishArticle function, String headline) {
    return Editors.create(headline, "").sendTo(function).expect(201).json().path("id").asText();
  }
}
