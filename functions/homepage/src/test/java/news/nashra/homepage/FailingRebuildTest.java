package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import news.nashra.core.aws.Table;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/// What is left of the pages when a rebuild fails, what the next one makes of it, and how old the
/// homepage is called meanwhile.
class FailingRebuildTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private final Paper paper = new Paper(SERVICES);

  @Test
  void aPageThatFailsHoldsUpNoOtherAndIsPressedLater() {
    paper.publish("خبر عن الماء", "society", "tags", List.of("ماء", "مدن"));
    var broken = new AtomicBoolean(true);
    var failing = new FailingS3(key -> broken.get() && key.startsWith("topics/ماء"));
    var rebuilt = paper.rebuild(failing.client(paper.aws()), paper.articles);
    assertThat(rebuilt.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.group()).isEqualTo("topics/ماء/index.html"));
    assertThat(paper.page("index.html")).contains("خبر عن الماء");
    assertThat(paper.page("topics/مدن/index.html")).contains("خبر عن الماء");
    broken.set(false);
    paper.wait(Duration.ofHours(2));
    assertThat(paper.rebuild().failures()).isEmpty();
    assertThat(paper.page("topics/ماء/index.html")).contains("خبر عن الماء");
  }

  @Test
  void aRebuildThatFailsAnywhereLeavesGoodPagesAndTheNextOneCompletesIt() {
    paper.publish("الأول", "society");
    paper.rebuild();
    var before = paper.page("index.html");
    paper.wait(Duration.ofMinutes(10));
    paper.publish("الثاني", "sports", "tags", List.of("ماء"));
    var dead = new FailingS3(key -> true);
    var rebuilt = paper.rebuild(dead.writing(paper.aws()), paper.articles);
    assertThat(rebuilt.failures()).isNotEmpty();
    assertThat(paper.page("index.html")).isEqualTo(before);
    paper.wait(Duration.ofHours(20));
    paper.rebuild();
    assertThat(paper.page("index.html")).contains("الثاني");
    assertThat(paper.page("topics/ماء/index.html")).contains("الثاني");
    assertThat(paper.page("sitemaps/2026-02.xml")).contains("%D8%AB%D8%A7%D9%86%D9%8A");
  }

  /// After some calls DynamoDB cannot be reached. The homepage is then the previous one or the new
  /// one.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 7, 11, 16})
  void aFrontIsCompleteEvenIfTheTablesFailDuringARebuild(int calls) {
    paper.publish("الأول", "society");
    paper.rebuild();
    var before = paper.page("index.html");
    paper.wait(Duration.ofMinutes(10));
    paper.publish("الثاني", "sports", "tags", List.of("ماء"));
    var failing = FailingDynamoDb.after(calls, paper.aws());
    try {
      paper.rebuild(paper.s3(), new Table(failing, "articles"));
    } catch (SdkClientException e) {
      assertThat(e).hasMessageContaining("no route to the tables");
    }
    var between = paper.page("index.html");
    paper.rebuild();
    assertThat(between).isIn(before, paper.page("index.html"));
    assertThat(paper.page("index.html")).contains("الثاني");
    assertThat(paper.page("topics/ماء/index.html")).contains("الثاني");
  }

  @Test
  void theAgeIsCountedFromTheFirstChangeThatIsNotShown() {
    paper.publish("الأول", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(10));
    paper.publish("الثاني", "society");
    paper.wait(Duration.ofSeconds(30));
    var failing = new FailingS3("index.html"::equals);
    var age = paper.rebuild(failing.writing(paper.aws()), paper.articles).age();
    assertThat(age).contains(Duration.ofSeconds(30));
    paper.wait(Duration.ofMinutes(1));
    age = paper.rebuild(failing.writing(paper.aws()), paper.articles).age();
    assertThat(age).contains(Duration.ofSeconds(90));
  }

  @Test
  void whatWasShownAMomentAgoDoesNotCountForTheAge() {
    var broken = new AtomicBoolean(false);
    var failing = new FailingS3(key -> broken.get() && key.equals("index.html"));
    var instance = paper.instance(failing.writing(paper.aws()));
    paper.publish("الأول", "society");
    instance.run(Rebuild.Extent.CHANGED);
    paper.wait(Duration.ofMinutes(10));
    paper.publish("الثاني", "society");
    assertThat(instance.run(Rebuild.Extent.CHANGED).failures()).isEmpty();
    paper.wait(Duration.ofSeconds(30));
    paper.publish("الثالث", "society");
    paper.wait(Duration.ofSeconds(20));
    broken.set(true);
    assertThat(instance.run(Rebuild.Extent.CHANGED).age()).contains(Duration.ofSeconds(20));
  }

  /// Otherwise a slower rebuild, which read before, would have the last word: that all are right.
  @Test
  void eachRebuildInWhichAFrontFailsStoresThatItIsWrong() {
    paper.publish("خبر", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(5));
    var failing = new FailingS3("index.html"::equals).writing(paper.aws());
    paper.publish("الثاني", "society");
    for (int second = 0; second < 3; second++) {
      assertThat(paper.rebuild(failing, paper.articles).failures()).hasSize(1);
      assertThat(paper.progress("frontsChecked")).isEmpty();
      assertThat(paper.progress("followed")).contains(paper.now());
      paper.wait(Duration.ofSeconds(1));
    }
  }
}
