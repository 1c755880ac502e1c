package news.nashra.comments.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import news.nashra.comments.ShownComment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscussionTest {
  /// The number of comments on the article's page, and on each page of comments.
  @ParameterizedTest
  @CsvSource({
    "0,0,''",
    "1,1,1",
    "10,10,10",
    "11,10,11",
    "50,10,50",
    "51,10,50 1",
    "100,10,50 50",
    "101,10,50 50 1"
  })
  void theNewestAreOnTheArticlesPageAndAllOnPagesFromTheOldest(
      int count, int newest, String onPages) {
    var discussion = discussion(count);
    assertThat(ids(discussion.newest())).isEqualTo(range(count, count - newest));
    assertThat(discussion.olderCount()).isEqualTo(count - newest);
    assertThat(discussion.newestOlder().map(ShownComment::id))
        .isEqualTo(count > newest ? Optional.of(id(count - newest - 1)) : Optional.empty());
    var pages = onPages.isEmpty() ? new String[0] : onPages.split(" ");
    assertThat(discussion.pages()).isEqualTo(pages.length);
    for (int page = 1; page <= pages.length; page++) {
      int from = (page - 1) * 50;
      assertThat(ids(discussion.page(page)))
          .isEqualTo(range(from + Integer.parseInt(pages[page - 1]), from));
    }
    assertThat(discussion.page(pages.length + 1)).isEmpty();
    assertThat(discussion.count()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 49, 50, 51, 99, 100, 101, 149, 150, 151})
  void aNewCommentChangesTheArticlesPageAndTheLastOfTheOthers(int count) {
    var before = discussion(count);
    var after = discussion(count + 1);
    var changed = new ArrayList<Integer>();
    for (int page = 1; page <= after.pages(); page++) {
      if (!before.page(page).equals(after.page(page))) {
        changed.add(page);
      }
    }
    assertThat(changed).containsExactly(after.pages());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void pagesBeforeTheFirstAffectedOneNeverChange(long seed) {
    var random = new Random(seed);
    var all = discussion(260).comments();
    var shown = new ArrayList<>(all.subList(0, 20));
    for (int step = 0; step < 200; step++) {
      var before = new Discussion(shown);
      int from = random.nextInt(4) == 0 ? random.nextInt(all.size()) : shown.size();
      var touched =
          all.subList(Math.min(from, 259), Math.min(all.size(), from + 1 + random.nextInt(100)));
      if (random.nextInt(3) == 0) {
        shown.removeAll(touched);
      } else {
        touched.stream().filter(c -> !shown.contains(c)).forEach(shown::add);
        shown.sort(Comparator.comparing(ShownComment::id));
      }
      var after = new Discussion(shown);
      int first =
          touched.stream().mapToInt(c -> after.firstPageAffectedBy(c.id())).min().orElseThrow();
      for (int page = 1; page < first; page++) {
        assertThat(after.page(page))
            .isEqualTo(before.page(page))
            .hasSize(Discussion.COMMENTS_PER_PAGE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,comments/1/",
    "49,comments/1/",
    "50,comments/2/",
    "99,comments/2/",
    "100,comments/3/",
    "150,comments/4/"
  })
  void aCommentHasALink(int number, String page) {
    var discussion = discussion(151);
    assertThat(discussion.linkTo(discussion.comments().get(number))).isEqualTo(page);
  }

  /// What was linked to when the comment was the newest leads to it after 130 more.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 11, 50, 51, 100, 101, 151})
  void aLinkToACommentGoesOnLeadingToIt(int count) {
    var newest = discussion(count).comments().getLast();
    var link = discussion(count).linkTo(newest);
    for (int later = count; later < count + 130; later++) {
      var discussion = discussion(later);
      var pages =
          IntStream.rangeClosed(1, discussion.pages())
              .filter(page -> discussion.page(page).contains(newest))
              .mapToObj(page -> Discussion.pagePath("", page))
              .toList();
      assertThat(pages).containsExactly(link);
    }
  }

  private static Discussion discussion(int count) {
    return new Discussion(
        IntStream.range(0, count)
            .mapToObj(i ->
                new ShownComment("article", id(i), "n", "t", "b", Instant.EPOCH, Optional.empty()))
            .toList());
  }

  /// The ids of the comments before `to`, newest first, down to `from`.
  private static List<String> range(int to, int from) {
    return IntStream.range(from, to).mapToObj(DiscussionTest::id).toList().reversed();
  }

  private static List<String> ids(List<ShownComment> comments) {
    return comments.stream().map(ShownComment::id).toList();
  }

  private static String id(int number) {
    return "%026d".formatted(number);
  }
}
