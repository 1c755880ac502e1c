package news.nashra.articles.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.publish.EditAuthors;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.StreamImage;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A new name of an author reaches every article: the newest at once, the others after a minute.
@NullUnmarked
class AuthorSweepTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private static final Site SITE = Site.of(Edition.load(), "https://news.example");
  private static final int ARTICLES = 60;

  private final Table articles = new Table(SERVICES.dynamoDb(), "articles");
  private final Table comments = new Table(SERVICES.dynamoDb(), "comments");
  private final MovableClock clock = new MovableClock(Instant.parse("2026-02-23T08:00:00Z"));
  private final Press press = new Press(Bucket.of(SERVICES.s3(), "pages"), clock);

  // The table of articles serves as that of pictures, of which there are none.
  private final Pictures pictures =
      new Pictures(articles, new PictureFiles(SERVICES.s3(), "pages", "uploads"));
  private final EditAuthors authors = new EditAuthors(SITE.messages(), articles, articles, clock);
  private final PressArticles function =
      new PressArticles(SITE, articles, comments, press, (reference, paths) -> {}, clock);

  @BeforeEach
  void publish() {
    put("عمر", 0);
    var editor =
        new Editor(
            new PublishArticle(SITE, articles, comments, pictures, press, new Ids(clock), clock));
    for (int n = 0; n < ARTICLES; n++) {
      clock.move(Duration.ofSeconds(1));
      editor.publish(
          Map.of(
              "headline",
              "خبر " + n,
              "section",
              "society",
              "bodyHtml",
              "<p>نص</p>",
              "related",
              List.of(),
              "authors",
              List.of("omar"),
              "status",
              "published"));
    }
    assertThat(pagesNaming("عمر")).isEqualTo(ARTICLES);
  }

  @Test
  void aNewNameReachesEveryArticle() {
    rename("عمر الزين", 1);
    assertThat(pagesNaming("عمر الزين")).isEqualTo(25);
    minutePasses();
    assertThat(pagesNaming("عمر الزين")).isEqualTo(ARTICLES);
    assertThat(notes()).isEmpty();
  }

  @Test
  void aSweepThatIsInterruptedGoesOnWhereItWas() {
    rename("عمر الزين", 1);
    clock.move(Duration.ofMinutes(1));
    var page = articles.newest("LIST#author#omar", Optional.empty(), 40).getLast().sk();
    assertThat(again().reached(again().due(clock.instant()).getFirst(), page)).isTrue();
    Invocation.of(function, Map.of());
    // Those before the 41st count as pressed; the newest 25 were pressed at once.
    assertThat(pagesNaming("عمر الزين")).isEqualTo(25 + 20);
  }

  @Test
  void anotherChangeBeginsTheSweepAnew() {
    rename("عمر الزين", 1);
    clock.move(Duration.ofMinutes(1));
    var due = again().due(clock.instant()).getFirst();
    rename("ع. الزين", 2);
    assertThat(again().reached(due, "2026")).isFalse();
    minutePasses();
    assertThat(pagesNaming("ع. الزين")).isEqualTo(ARTICLES);
  }

  @Test
  void whatArticlesDoNotShowPressesNone() {
    var old = record();
    put("عمر", 1, "bio", "يكتب عن المدن.");
    deliver(old);
    assertThat(notes()).isEmpty();
  }

  private void rename(String name, int seen) {
    var old = record();
    put(name, seen);
    deliver(old);
  }

  private void minutePasses() {
    clock.move(Duration.ofMinutes(1));
    Invocation.of(function, Map.of());
  }

  private void deliver(Map<String, AttributeValue> old) {
    var keys = Map.of("pk", Map.of("S", "AUTHOR#omar"), "sk", Map.of("S", "AUTHOR"));
    var change = new HashMap<String, Object>(Map.of("Keys", keys, "SequenceNumber", "1"));
    change.put("OldImage", StreamImage.of(old));
    change.put("NewImage", StreamImage.of(record()));
    var answer = Invocation.of(function, Map.of("Records", List.of(Map.of("dynamodb", change))));
    assertThat(answer).hasToString("{\"batchItemFailures\":[]}");
  }

  private Map<String, AttributeValue> record() {
    return articles.get("AUTHOR#omar", "AUTHOR").orElseThrow().attributes();
  }

  private void put(String name, int seen, String... more) {
    var body = new HashMap<String, Object>(Map.of("name", name));
    if (more.length > 0) {
      body.put(more[0], more[1]);
    }
    var event = HttpEvent.of("PUT /api/authors/{slug}").as("editors").path("slug", "omar");
    if (seen > 0) {
      event.header("if-match", "\"" + seen + "\"");
    }
    event.json(body).sendTo(authors).expect(seen == 0 ? 201 : 200);
  }

  private PressAgain again() {
    return new PressAgain(articles);
  }

  private List<String> notes() {
    return articles.partition("AGAIN").stream().map(note -> note.sk()).toList();
  }

  private static long pagesNaming(String name) {
    return SERVICES.keys("pages").stream()
        .filter(key -> SERVICES.text("pages", key).contains("<bdi>" + name + "</bdi>"))
        .count();
  }
}
