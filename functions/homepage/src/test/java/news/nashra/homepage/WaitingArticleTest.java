package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import news.nashra.core.aws.Table;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An article is in no list before its page is there, and holds up no other.
class WaitingArticleTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private final Paper paper = new Paper(SERVICES);

  @Test
  void anArticleWithoutAPageWaitsAndHoldsUpNoOther() {
    paper.publish("الأول", "society");
    var id = paper.publish("الثاني", "society", "tags", List.of("ماء"));
    var path = paper.articlePath(id);
    paper.delete(path);
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.waiting()).containsExactly(id);
    assertThat(paper.page("index.html")).contains("الأول").doesNotContain("الثاني");
    assertThat(paper.pages().keySet()).noneMatch(key -> key.startsWith("topics/"));

    // Days later it holds up no other article and is not forgotten.
    paper.wait(Duration.ofDays(3));
    paper.publish("الثالث", "society", "tags", List.of("مدن"));
    assertThat(paper.rebuild().waiting()).containsExactly(id);
    assertThat(paper.page("index.html")).contains("الثالث").doesNotContain("الثاني");
    assertThat(paper.page("topics/مدن/index.html")).contains("الثالث");
    paper.followStream(List.of(id));
    paper.wait(Duration.ofMinutes(3));
    assertThat(paper.rebuild().waiting()).isEmpty();
    assertThat(paper.page("index.html")).contains("الثاني");
    assertThat(paper.page("topics/ماء/index.html")).contains("الثاني");
  }

  @Test
  void anArticleIsListedWhosePageAppearsDuringARebuild() {
    var waiting = paper.publish("ينتظر", "society");
    paper.delete(paper.articlePath(waiting));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    var own = paper.articlePath(paper.publish("حديث", "society"));
    paper.rebuild();
    paper.wait(Duration.ofSeconds(60));
    paper.rebuild();
    paper.wait(Duration.ofMillis(29_900));
    // Its page appears, and another rebuild lists it, after this one has not found it.
    var faster =
        paper
            .aws()
            .s3(
                new OnFirstLook(
                    own,
                    () -> {
                      paper.followStream(List.of(waiting));
                      paper.wait(Duration.ofMillis(300));
                      assertThat(paper.rebuild().waiting()).isEmpty();
                    }));
    paper.rebuild(faster, paper.articles);
    for (int minute = 0; minute < 3; minute++) {
      paper.wait(Duration.ofMinutes(1));
      paper.rebuild();
    }
    assertThat(paper.page("2026/02/23/index.html")).contains("ينتظر");
    assertThat(paper.page("index.html")).contains("ينتظر");
  }

  @Test
  void anIdleMinuteLooksOnceForThePageOfEachWaitingArticle() {
    for (int i = 0; i < 5; i++) {
      paper.delete(paper.articlePath(paper.publish("ينتظر " + i, "society")));
    }
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    var calls = new CountedCalls(paper.aws());
    paper.rebuild(calls.s3(), new Table(calls.dynamoDb(), "articles"));
    assertThat(calls.names())
        .containsExactlyInAnyOrder(
            "Query",
            "Query",
            "BatchGetItem",
            "HeadObject",
            "HeadObject",
            "HeadObject",
            "HeadObject",
            "HeadObject");
  }

  @Test
  void aWaitingArticleDoesNotFailTheStream() throws IOException {
    paper.delete(paper.articlePath(paper.publish("ينتظر", "society")));
    assertThat(paper.stream()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void aFullFrontStaysFullWhileAnArticleWaits() {
    paper.fillFront("society");
    paper.rebuild();
    var id = paper.publish("بلا صفحة", "society");
    paper.delete(paper.articlePath(id));
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.refused()).isEmpty();
    assertThat(rebuilt.waiting()).containsExactly(id);
    paper.publish("بعده", "society");
    assertThat(paper.rebuild().refused()).isEmpty();
    assertThat(paper.page("society/index.html")).contains("بعده").doesNotContain("بلا صفحة");
  }
}
