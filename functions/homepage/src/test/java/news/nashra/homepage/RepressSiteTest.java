package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.articles.Change;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.aws.Table;
import news.nashra.homepage.RepressSite.Slice;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Slices are of a fixed size, however close together the changes are, and contain each change
/// once.
class RepressSiteTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private static final String STALE = "stale";

  private Paper paper;

  @BeforeEach
  void start() {
    paper = new Paper(SERVICES);
  }

  @Test
  void slicesAreOfOneSizeEvenIfAllChangedAtOnce() {
    var ids = publish(7);
    var function = paper.represser(paper.s3());
    var slices = function.slices(3);
    assertThat(slices.stream().map(slice -> changes(slice).size())).containsExactly(3, 3, 1);
    assertThat(slices.stream().flatMap(slice -> changes(slice).stream()).map(Change::id))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(function.slices()).hasSize(1);
    assertThat(function.pressSlice(slices.getLast()))
        .containsEntry("articles", 1L)
        .containsEntry("unchanged", 1L);
  }

  @Test
  void aSiteWithoutArticlesHasNoSlices() {
    assertThat(paper.represser(paper.s3()).slices()).isEmpty();
  }

  @Test
  void slicingReadsOnlyTheListOfChanges() {
    publish(7);
    var calls = new CountedCalls(paper.aws());
    var counted = new Table(calls.dynamoDb(), "articles");
    assertThat(new RepressSite(paper.site(), counted, counted, paper.press()).slices(3)).hasSize(3);
    // One for each slice, and one that finds nothing.
    assertThat(calls.names()).containsOnly("Query").hasSize(4);
  }

  @Test
  void aPageThatFailsHoldsUpNeitherOtherArticlesNorTheArchives() {
    publish(60);
    var before = paper.pages();
    paper.rebuild();
    var all = paper.pages();
    var broken = paper.articlePath(changes(everything()).getFirst().id());
    paper.deleteAllPages();
    var failing = paper.represser(new FailingS3(broken::equals).client(paper.aws()));
    assertThatThrownBy(() -> failing.pressSlice(everything()))
        .isInstanceOf(SdkClientException.class);
    var pressed = paper.pages();
    assertThat(before.keySet()).hasSize(60).contains(broken);
    assertThat(pressed).doesNotContainKey(broken);
    assertThat(pressed.keySet()).containsAll(without(broken, before));
    assertThat(pressed.keySet()).contains("2026/02/index.html").isSubsetOf(all.keySet());
    paper.repress();
    assertThat(paper.pages()).isEqualTo(all);
  }

  @Test
  void aPageTakesAtMostThreeCalls() {
    publish(60);
    paper.rebuild();
    var all = everything();
    paper.deleteAllPages();
    var calls = new CountedCalls(paper.aws());
    var counted =
        new RepressSite(
            paper.site(),
            new Table(calls.dynamoDb(), "articles"),
            new Table(calls.dynamoDb(), "comments"),
            paper.press(calls.s3()));
    long pages = counted.pressSlice(all).getOrDefault("pressed", 0L);
    assertThat(pages).isGreaterThan(60);
    assertThat(calls.names().size() / (double) pages).isLessThan(3);
  }

  @Test
  void anArchiveIsPressedInOneSlice() {
    publish(7);
    paper.deleteAllPages();
    var function = paper.represser(paper.s3());
    var counts = function.slices(3).stream().map(function::pressSlice).toList();
    assertThat(counts).hasSize(3).allMatch(count -> count.getOrDefault("unchanged", -1L) == 0);
    paper.wait(Duration.ofMinutes(3));
    assertThat(counts.stream().mapToLong(count -> count.getOrDefault("pressed", 0L)).sum())
        .isEqualTo(paper.pages().size());
    paper.rebuild();
    var all = paper.pages();
    paper.repress();
    assertThat(paper.pages()).isEqualTo(all);
  }

  @Test
  void whatChangesMeanwhileLeavesNoPageStale() {
    publish(7);
    paper.rebuild();
    var function = paper.represser(paper.s3());
    var slices = function.slices(3);
    publish(2); // the newest articles of all lists are in no slice now
    paper.pages().keySet().stream()
        .filter(key -> key.endsWith(".html") || key.endsWith(".xml"))
        .forEach(key -> paper.put(key, STALE));
    slices.forEach(function::pressSlice);
    paper.rebuild(Rebuild.Extent.FULL);
    assertThat(stale()).hasSize(2).allMatch(key -> key.matches("2026/02/23/.+/index.html"));
    paper.repress();
    assertThat(stale()).isEmpty();
  }

  /// The pages of the two articles that were published meanwhile, which their publication presses.
  private List<String> stale() {
    return paper.pages().entrySet().stream()
        .filter(page -> page.getValue().endsWith("\n" + STALE))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Slice everything() {
    return paper.represser(paper.s3()).slices().getFirst();
  }

  private List<Change> changes(Slice slice) {
    return new ArticleLists(paper.articles, Set.of()).changes(slice.from(), slice.to());
  }

  private static List<String> without(String key, Map<String, String> pages) {
    return pages.keySet().stream().filter(other -> !other.equals(key)).toList();
  }

  private List<String> publish(int articles) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < articles; i++) {
      ids.add(paper.publish("خبر " + i, "society", "related", List.of()));
    }
    paper.wait(Duration.ofMinutes(3));
    return ids;
  }
}
