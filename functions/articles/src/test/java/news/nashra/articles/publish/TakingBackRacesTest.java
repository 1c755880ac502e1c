package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import news.nashra.articles.Status;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.press.ArticlePress;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two editors do something to one article: the second before each call of the first. What both
/// were told is what is stored, and there is a page if the article is published.
@NullUnmarked
@Order(1)
class TakingBackRacesTest {
  @RegisterExtension static final LocalServices SERVICES = ShownPictures.empty();

  /// With their revisions a few more items than one transaction deletes.
  private static final int ENTRIES = ArticleTransaction.MAX_DELETED / 2 + 1;

  private ShownPictures newsroom;
  private Editor editor;

  @BeforeEach
  void start() {
    newsroom = new ShownPictures(SERVICES, new MovableClock(Instant.parse("2026-02-23T08:00:00Z")));
    editor = new Editor(newsroom.publish());
  }

  @Test
  void aWithdrawalAndAnEdit() {
    meet(this::published, withdraw(), edit(1, "published"));
    meet(this::published, edit(1, "published"), withdraw());
  }

  @Test
  void twoRestores() {
    meet(this::withdrawn, restore(), restore());
  }

  @Test
  void aRestoreAndAPublishThatDidNotSeeIt() {
    meet(this::withdrawn, restore(), edit(2, "published"));
    meet(this::withdrawn, restore(), edit(3, "published"));
    meet(this::withdrawn, edit(3, "published"), restore());
  }

  @Test
  void aPublishOnceMoreAndAWithdrawal() {
    meet(this::restored, edit(3, "published"), withdraw());
    meet(this::restored, withdraw(), edit(3, "published"));
  }

  @Test
  void aPublishOnceMoreAndAnEdit() {
    meet(this::restored, edit(3, "published"), edit(3, "draft"));
    meet(this::restored, edit(3, "published"), edit(3, "published"));
  }

  @Test
  void aDeletionAndAPublish() {
    meet(this::draft, delete(), edit(1, "published"));
    meet(this::draft, edit(1, "published"), delete());
    meet(this::draft, delete(), delete());
  }

  @Test
  void aDeletionAndAWithdrawalOrACopy() {
    meet(this::draft, delete(), withdraw());
    meet(this::draft, withdraw(), delete());
    meet(this::draft, delete(), id -> Newsroom.action(id, "duplicate", "{}"));
  }

  /// One transaction has no room for all of its entries and their revisions.
  @Test
  void aDeletionOfLongLiveCoverageAndAnEdit() {
    meet(this::liveDraft, delete(), id -> Editor.revision(id, 1, LiveDesk.coverage("draft")));
  }

  @Test
  void aDeletionThatBreaksOffTakesNothingOrTheArticle() {
    boolean broken = true;
    for (int call = 0; broken; call++) {
      var id = liveDraft(call);
      var gate =
          new MeanwhileBefore(
              call,
              () -> {
                throw new IllegalStateException("the function dies");
              });
      Parallel.inOrder(() -> delete().apply(id).sendTo(newsroom.publish(gate)));
      broken = gate.ran();
      if (ArticleItems.find(articles(), id).isPresent()) {
        assertThat(entries(id)).as("before call " + call).isEqualTo(ENTRIES);
        delete().apply(id).sendTo(newsroom.publish()).expect(204);
      } else {
        assertThat(revisions(id)).as("before call " + call).isZero();
        delete().apply(id).sendTo(newsroom.publish()).expect(404);
      }
    }
  }

  private void meet(
      Function<Integer, String> begin,
      Function<String, HttpEvent> first,
      Function<String, HttpEvent> second) {
    boolean met = true;
    for (int call = 0; met; call++) {
      var id = begin.apply(call);
      var before = revisions(id);
      int entries = entries(id);
      var told = new ArrayList<Integer>();
      var gate =
          new MeanwhileBefore(
              call, () -> told.add(second.apply(id).sendTo(newsroom.publish()).status()));
      Parallel.inOrder(() -> told.add(first.apply(id).sendTo(newsroom.publish(gate)).status()));
      met = gate.ran();
      check(id, before, told, "before call " + call + ": " + told);
      assertThat(entries(id)).as("before call " + call).isEqualTo(told.contains(204) ? 0 : entries);
    }
  }

  private void check(String id, long before, List<Integer> told, String what) {
    assertThat(told)
        .as(what)
        .allMatch(status -> List.of(200, 201, 204, 404, 409, 412).contains(status));
    var article = ArticleItems.find(articles(), id);
    if (told.contains(204)) {
      assertThat(article).as(what).isEmpty();
      assertThat(ArticleItems.historyKeys(articles(), id)).as(what).isEmpty();
      assertThat(told.stream().filter(status -> status == 204)).as(what).hasSize(1);
      assertThat(told).as(what).doesNotContain(200);
      return;
    }
    long changes = told.stream().filter(status -> status == 200).count();
    assertThat(article.orElseThrow().revision().number()).as(what).isEqualTo(before + changes);
    assertThat(revisions(id)).as(what).isEqualTo(before + changes);
    pressAsTheStreamDoes(id);
    boolean shown = article.get().status() == Status.PUBLISHED;
    var pages = article.get().path().map(Addresses::key).stream().toList();
    assertThat(SERVICES.keys("pages").containsAll(pages) && !pages.isEmpty())
        .as(what)
        .isEqualTo(shown);
    assertThat(article.get().timeline().interruptions())
        .as(what)
        .allMatch(interruption -> interruption.to().isPresent() || !shown);
  }

  private static void pressAsTheStreamDoes(String id) {
    var press = new Press(Bucket.of(SERVICES.s3(), "pages"), Instant::now);
    new ArticlePress(
            articles(),
            new Table(SERVICES.dynamoDb(), "comments"),
            press,
            Site.of(Edition.load(), "https://news.example"))
        .press(List.of(id))
        .orThrow();
  }

  private String draft(int call) {
    return begin(call, "draft");
  }

  private String liveDraft(int call) {
    var desk = new LiveDesk(SERVICES, newsroom.clock());
    var id = editor.publish(LiveDesk.coverage("draft"));
    for (int n = 0; n < ENTRIES; n++) {
      desk.add(id, "<p>خبر " + n + "</p>").expect(201);
    }
    return id;
  }

  private String published(int call) {
    return begin(call, "published");
  }

  private String withdrawn(int call) {
    var id = published(call);
    editor.withdraw(id);
    return id;
  }

  private String restored(int call) {
    var id = withdrawn(call);
    editor.restore(id);
    return id;
  }

  private String begin(int call, String status) {
    return editor.publish(article("خبر " + call, status));
  }

  private static Map<String, Object> article(String headline, String status) {
    var article = ShownPictures.plain();
    article.put("headline", headline);
    article.put("status", status);
    return article;
  }

  private static Function<String, HttpEvent> withdraw() {
    return id -> Newsroom.action(id, "withdraw", "{}");
  }

  private static Function<String, HttpEvent> restore() {
    return id -> Newsroom.action(id, "restore", "{}");
  }

  private static Function<String, HttpEvent> edit(long seen, String status) {
    return id -> Editor.revision(id, seen, article("خبر معدّل", status));
  }

  private static Function<String, HttpEvent> delete() {
    return id ->
        HttpEvent.of("DELETE /api/articles/{id}")
            .as("editors")
            .path("id", id)
            .header("if-match", "\"1\"");
  }

  private static long revisions(String id) {
    return articles().beginningWith(ArticleItems.partition(id), ArticleItems.REVISION, 100).size();
  }

  private static int entries(String id) {
    return LiveItems.entries(articles(), id, 1, OptionalLong.empty(), 100).size();
  }

  private static Table articles() {
    return new Table(SERVICES.dynamoDb(), "articles");
  }
}
