package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Backoff;
import news.nashra.homepage.state.BreakingNews;
import news.nashra.homepage.state.PinnedLead;
import news.nashra.local.aws.DirectAws;
import org.junit.jupiter.api.Test;

/// Random histories: full fronts follow whatever editors do and whatever happens to the articles'
/// own pages. At the end each front agrees with the tables, and none is refused. A front shows
/// three articles here, so that each history pushes some out.
class FrontHistoriesTest {
  /// `.ci/run` tries 100 (`-Dhistories=100`).
  private static final int HISTORIES = Integer.getInteger("histories", 30);

  private static final int LANES = 2;
  private static final int ITEMS = 3;
  private static final List<String> SECTIONS = List.of("society", "sports");

  private record Story(String id, long revision, String section) {}

  @Test
  void everyHistoryEndsWithFrontsThatAgreeWithTheTables() {
    var lanes = new ArrayList<Callable<Boolean>>();
    for (int lane = 0; lane < LANES; lane++) {
      int first = lane;
      lanes.add(() -> {
        try (var aws = new DirectAws()) {
          for (int seed = first; seed < HISTORIES; seed += LANES) {
            int number = seed;
            Backoff.withSleeper(millis -> {}, () -> Parallel.inOrder(() -> run(number, aws)));
          }
        }
        return true;
      });
    }
    Parallel.all(lanes);
  }

  private static void run(int seed, DirectAws aws) {
    var random = new Random(seed);
    var paper =
        new Paper(
            Editions.of("ar", Editions.sections()),
            Instant.parse("2026-02-23T10:00:00Z"),
            aws,
            "-" + seed);
    var stories = new LinkedHashMap<String, Story>();
    for (int i = 0; i <= ITEMS; i++) {
      publish(paper, random, stories);
    }
    paper.rebuild(ITEMS, Rebuild.Extent.CHANGED);
    int steps = 4 + random.nextInt(5);
    for (int step = 0; step < steps; step++) {
      change(paper, random, stories);
      if (random.nextInt(3) == 0) {
        paper.rebuild(ITEMS, Rebuild.Extent.CHANGED);
      }
    }
    paper.followStream(List.copyOf(stories.keySet()));
    for (int minute = 0; minute < 3; minute++) {
      paper.wait(Duration.ofMinutes(1));
      var rebuilt = paper.rebuild(ITEMS, Rebuild.Extent.CHANGED);
      assertThat(rebuilt.refused()).as("seed %d", seed).isEmpty();
      assertThat(rebuilt.failures()).as("seed %d", seed).isEmpty();
    }
    assertThat(HomepageTest.stories(paper.page("index.html")))
        .as("seed %d", seed)
        .doesNotHaveDuplicates();
    var expected = new TreeMap<>(paper.fromTables(ITEMS));
    var pages = paper.pages();
    assertThat(pages.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
    expected.forEach(
        (key, page) -> assertThat(pages.get(key)).as("seed %d, %s", seed, key).isEqualTo(page));
  }

  private static void change(Paper paper, Random random, Map<String, Story> stories) {
    paper.wait(Duration.ofSeconds(random.nextInt(90)));
    int what = stories.isEmpty() ? 0 : random.nextInt(14);
    if (what < 3) {
      publish(paper, random, stories);
      return;
    }
    var story = List.copyOf(stories.values()).get(random.nextInt(stories.size()));
    var newest = List.copyOf(stories.values()).getLast();
    switch (what) {
      case 3, 4 -> withdraw(paper, stories, random.nextBoolean() ? newest : story);
      case 5 -> revise(paper, random, stories, story, Map.of());
      case 6 -> revise(paper, random, stories, story, Map.of("correction", "صوّبنا رقما"));
      case 7 ->
          PinnedLead.pin(
              paper.articles,
              random.nextBoolean() ? List.of(story.id()) : List.of(),
              "editor",
              paper.now());
      case 12 -> putBack(paper, random, stories, story);
      case 8 -> paper.delete(paper.articlePath(story.id())); // its page is missing for a while
      case 9, 10 -> breaking(paper, random, story).store(paper.articles);
      case 11 ->
          BreakingNews.find(paper.articles)
              .ifPresent(news -> news.endedBy("editor", paper.now()).store(paper.articles));
      default -> paper.followStream(List.of(story.id()));
    }
  }

  /// Some end by themselves before the history does, and some when their article is withdrawn.
  private static BreakingNews breaking(Paper paper, Random random, Story story) {
    return new BreakingNews(
        "عاجل " + random.nextInt(1000),
        random.nextBoolean() ? Optional.of(story.id()) : Optional.empty(),
        paper.now().plusSeconds(1 + random.nextInt(600)),
        "editor",
        paper.now(),
        false);
  }

  private static void publish(Paper paper, Random random, Map<String, Story> stories) {
    paper.wait(Duration.ofSeconds(1 + random.nextInt(40)));
    var section = SECTIONS.get(random.nextInt(2));
    var id = paper.desk.publish(draft(random, section));
    stories.put(id, new Story(id, 1, section));
    if (random.nextInt(5) == 0) {
      paper.delete(paper.articlePath(id));
    }
  }

  private static void putBack(Paper paper, Random random, Map<String, Story> stories, Story story) {
    paper.desk.withdraw(story.id());
    if (random.nextBoolean()) {
      paper.rebuild(ITEMS, Rebuild.Extent.CHANGED);
    }
    paper.desk.restore(story.id());
    stories.remove(story.id());
    if (random.nextBoolean()) {
      paper.rebuild(ITEMS, Rebuild.Extent.CHANGED);
    }
    if (random.nextBoolean()) {
      paper.desk.revise(story.id(), story.revision() + 2, draft(random, story.section()));
      stories.put(story.id(), new Story(story.id(), story.revision() + 3, story.section()));
    }
  }

  private static void withdraw(Paper paper, Map<String, Story> stories, Story story) {
    paper.desk.withdraw(story.id());
    stories.remove(story.id());
  }

  /// Revises an article: another headline, perhaps another section.
  private static void revise(
      Paper paper,
      Random random,
      Map<String, Story> stories,
      Story story,
      Map<String, Object> more) {
    var section = SECTIONS.get(random.nextInt(2));
    var draft = new LinkedHashMap<>(draft(random, section));
    draft.putAll(more);
    paper.desk.revise(story.id(), story.revision(), draft);
    stories.replace(story.id(), new Story(story.id(), story.revision() + 1, section));
  }

  /// Every third article is in the other section too.
  private static Map<String, Object> draft(Random random, String section) {
    var others = SECTIONS.stream().filter(other -> !other.equals(section)).toList();
    return Map.of(
        "headline",
        "خبر " + random.nextInt(1000),
        "section",
        section,
        "alsoIn",
        random.nextInt(3) == 0 ? others : List.of(),
        "status",
        "published",
        "bodyHtml",
        "<p>نص الخبر</p>");
  }
}
