package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.core.press.PageResult;
import news.nashra.homepage.archives.EditionCalendar;
import news.nashra.local.aws.DirectAws;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Articles are published, imported, corrected, moved, withdrawn and put back in any order, with
/// rebuilds in between. At the end each is in exactly the archives that it belongs to, in order,
/// and the site is byte for byte the one pressed from its tables.
@Order(1)
class ArchivesTest {
  private static final List<String> SECTIONS = List.of("politics", "society", "sports");
  private static final List<String> TAGS = List.of("ماء", "مدن", "Open Data", "قطار");
  private static final List<String> NAMES = List.of("سلمى بن علي", "Omar Z.", "");
  private static final int STEPS = 45;

  /// What an article should be at the end.
  private record Story(
      String id, long revision, String headline, List<String> sections, Instant at) {
    Story next(String newHeadline, List<String> newSections, long revisions) {
      return new Story(id, revision + revisions, newHeadline, newSections, at);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, Africa/Casablanca, 2026-02-13T22:00:00Z",
    "2, Africa/Cairo, 2026-04-22T20:00:00Z",
    "3, Africa/Cairo, 2026-10-28T20:00:00Z",
    "4, Africa/Casablanca, 2026-12-29T22:00:00Z"
  })
  void everyArticleIsInItsArchivesOnce(int seed, String zone, Instant start) {
    try (var aws = new DirectAws()) {
      run(seed, zone, new Paper(Editions.in(ZoneId.of(zone)), start, aws, ""));
    }
  }

  private static void run(int seed, String zone, Paper paper) {
    var random = new Random(seed);
    var stories = new LinkedHashMap<String, Story>();
    for (int step = 0; step < STEPS; step++) {
      paper.wait(Duration.ofMinutes(random.nextInt(11 * 60)));
      change(paper, random, stories, step);
      if (step % 2 == 0 || random.nextInt(3) == 0) {
        assertThat(paper.rebuild().failures()).isEmpty();
      }
    }
    paper.rebuild();
    check(paper, new EditionCalendar(ZoneId.of(zone)), List.copyOf(stories.values()));
    paper.followStream(List.copyOf(stories.keySet()));
    paper.wait(Duration.ofMinutes(2));
    paper.rebuild(Rebuild.Extent.ALL); // drops old articles from the news sitemap
    var before = paper.pages();
    assertThat(paper.rebuild().pages()).noneMatch(PageResult.Written.class::isInstance);
    paper.deleteAllPages();
    paper.repress();
    var again = paper.pages();
    assertThat(again.keySet()).isEqualTo(before.keySet());
    before.forEach((key, page) -> assertThat(again.get(key)).as(key).isEqualTo(page));
  }

  private static void change(Paper paper, Random random, Map<String, Story> stories, int step) {
    var all = List.copyOf(stories.values());
    int what = all.isEmpty() ? 0 : random.nextInt(12);
    var section = SECTIONS.get(random.nextInt(SECTIONS.size()));
    var headline = "خبر رقم " + step;
    var other = SECTIONS.get(random.nextInt(SECTIONS.size()));
    var sections = Stream.of(section, other).distinct().toList();
    var draft = draft(random, headline, sections, what == 9);
    if (what < 5) {
      var id = paper.desk.publish(draft);
      stories.put(id, new Story(id, 1, headline, sections, paper.now()));
      return;
    }
    if (what == 10) {
      importFromArchive(
          paper, random, stories, draft, new Story("", 1, headline, sections, paper.now()));
      return;
    }
    var story = all.get(random.nextInt(all.size()));
    if (what < 7) {
      paper.desk.withdraw(story.id());
      stories.remove(story.id());
    } else if (what == 11) {
      paper.desk.withdraw(story.id());
      rebuildSometimes(paper, random);
      paper.desk.restore(story.id());
      rebuildSometimes(paper, random);
      paper.desk.revise(story.id(), story.revision() + 2, draft);
      stories.put(story.id(), story.next(headline, sections, 3));
    } else {
      paper.desk.revise(story.id(), story.revision(), draft);
      stories.put(story.id(), story.next(headline, sections, 1));
    }
  }

  private static void rebuildSometimes(Paper paper, Random random) {
    if (random.nextBoolean()) {
      assertThat(paper.rebuild().failures()).isEmpty();
    }
  }

  /// Publishes an article of one of the last days, or of another century.
  private static void importFromArchive(
      Paper paper,
      Random random,
      Map<String, Story> stories,
      Map<String, Object> draft,
      Story now) {
    var at =
        random.nextBoolean()
            ? now.at().minus(Duration.ofHours(1 + random.nextInt(24 * 70)))
            : Instant.parse("1893-01-01T09:00:00Z").plus(Duration.ofDays(random.nextInt(40)));
    draft.put("imported", true);
    draft.put("publishedAt", at.toString());
    var id = paper.desk.publish(draft);
    stories.put(id, new Story(id, 1, now.headline(), now.sections(), at));
  }

  private static Map<String, Object> draft(
      Random random, String headline, List<String> sections, boolean corrected) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("headline", headline);
    draft.put("section", sections.getFirst());
    draft.put("alsoIn", sections.subList(1, sections.size()));
    draft.put("kind", random.nextInt(4) == 0 ? "opinion" : "news");
    draft.put("status", "published");
    draft.put("bodyHtml", "<p>نص الخبر</p>");
    draft.put("tags", TAGS.stream().filter(tag -> random.nextInt(3) == 0).toList());
    var name = NAMES.get(random.nextInt(NAMES.size()));
    if (!name.isEmpty()) {
      draft.put("byline", name);
    }
    if (corrected) {
      draft.put("correction", "صوّبنا " + headline);
    }
    return draft;
  }

  private static void check(Paper paper, EditionCalendar days, List<Story> stories) {
    var pages = paper.pages();
    var byDay = new LinkedHashMap<String, List<Story>>();
    var byMonth = new LinkedHashMap<String, List<Story>>();
    stories.stream()
        .sorted(Comparator.comparing(Story::at).thenComparing(Story::id).reversed())
        .forEach(story -> {
          var day = days.dayOf(story.at()).toString().replace('-', '/');
          byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(story);
          for (var section : story.sections()) {
            var month = section + "/" + day.substring(0, 7);
            byMonth.computeIfAbsent(month, m -> new ArrayList<>()).add(story);
          }
        });
    assertThat(shown(pages, "\\d{4}/\\d\\d/\\d\\d")).isEqualTo(headlines(byDay));
    assertThat(shown(pages, "[a-z]+/\\d{4}/\\d\\d")).isEqualTo(headlines(byMonth));
  }

  private static Map<String, List<String>> headlines(Map<String, List<Story>> stories) {
    var headlines = new LinkedHashMap<String, List<String>>();
    stories.forEach(
        (page, list) -> headlines.put(page, list.stream().map(Story::headline).toList()));
    return headlines;
  }

  /// The headlines on each page of a kind, in order.
  private static Map<String, List<String>> shown(Map<String, String> pages, String kind) {
    var shown = new LinkedHashMap<String, List<String>>();
    pages.forEach((key, page) -> {
      if (key.matches(kind + "/index.html")) {
        var main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        shown.put(
            key.replace("/index.html", ""),
            Pattern.compile("خبر رقم \\d+").matcher(main).results().map(m -> m.group()).toList());
      }
    });
    return shown;
  }
}
