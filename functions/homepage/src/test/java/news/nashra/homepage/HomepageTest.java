package news.nashra.homepage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import news.nashra.articles.Credits;
import news.nashra.articles.Entry;
import news.nashra.articles.Kind;
import news.nashra.articles.Sections;
import news.nashra.homepage.fronts.FrontPageComposer;
import news.nashra.site.Edition;
import news.nashra.site.Section;
import news.nashra.site.Site;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Which stories the homepage shows, and where.
class HomepageTest {
  private static final Site SITE = Site.of(Edition.load(), Paper.ORIGIN);
  private static final Instant NOON = Instant.parse("2026-02-23T12:00:00.000Z");

  @Test
  void noStoryIsShownTwiceWhateverWasPublishedAndPinned() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var all = new ArrayList<Entry>();
      int count = random.nextInt(70);
      for (int i = 0; i < count; i++) {
        var own = section(random);
        var other = section(random);
        boolean both = random.nextInt(4) == 0 && !other.equals(own);
        all.add(entry(i, new Sections(own, both ? List.of(other) : List.of())));
      }
      var pinned = new ArrayList<>(all);
      Collections.shuffle(pinned, random);
      var page = home(all, pinned.subList(0, Math.min(random.nextInt(6), count)));
      assertThat(stories(page)).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(Jsoup.parse(page).select(".blocks section"))
          .as("seed %d", seed)
          .allMatch(block -> !block.select("li").isEmpty());
    }
  }

  @Test
  void aBlockGoesOnWhereTheLatestNewsEnd() {
    var all = new ArrayList<Entry>();
    for (int i = 0; i < 20; i++) {
      all.add(entry(i, new Sections(i < 12 ? "politics" : "sports", List.of())));
    }
    var page = Jsoup.parse(home(all, List.of(all.get(15))));
    assertThat(page.select(".leads h2").eachText()).containsExactly("خبر 15");
    assertThat(page.select(".news li a").eachText())
        .containsExactly("خبر 0", "خبر 1", "خبر 2", "خبر 3", "خبر 4", "خبر 5", "خبر 6", "خبر 7");
    assertThat(page.select("section[aria-labelledby=politics] li a").eachText())
        .containsExactly("خبر 8", "خبر 9", "خبر 10", "خبر 11");
    assertThat(page.select("section[aria-labelledby=sports] li a").eachText())
        .containsExactly("خبر 12", "خبر 13", "خبر 14", "خبر 16", "خبر 17", "خبر 18");
  }

  @Test
  void aSectionWhoseStoriesAreAllShownAboveHasNoBlock() {
    var all = List.of(entry(0, new Sections("politics", List.of())));
    var page = Jsoup.parse(home(all, List.of()));
    assertThat(page.select(".blocks section")).isEmpty();
    assertThat(page.select(".news")).isEmpty();
  }

  /// The addresses of the stories on a homepage, each as often as it is a link.
  static List<String> stories(String page) {
    return Jsoup.parse(page).select("main li a[href~=^/\\d{4}/\\d\\d/\\d\\d/.]").eachAttr("href");
  }

  private static String home(List<Entry> all, List<Entry> pinned) {
    Map<Section, List<Entry>> sections = new LinkedHashMap<>();
    for (var section : SITE.edition().sections()) {
      sections.put(section, all.stream().filter(e -> e.sections().contain(section.id())).toList());
    }
    return new String(new FrontPageComposer(SITE).home(all, pinned, sections).bytes(), UTF_8);
  }

  private static String section(Random random) {
    var sections = SITE.edition().sections();
    return sections.get(random.nextInt(sections.size())).id();
  }

  private static Entry entry(int number, Sections sections) {
    var at = NOON.minusSeconds(number * 60L);
    var id = "01KJ5Y3R80000000000000%04d".formatted(number);
    return new Entry(
        Entry.key(at, id),
        Optional.empty(),
        "خبر " + number,
        Optional.of("/2026/02/23/story-" + number + "/"),
        Kind.NEWS,
        false,
        sections,
        "ملخص",
        new Credits(Optional.empty(), List.of()),
        Optional.empty(),
        Optional.of(at),
        at,
        at,
        false);
  }
}
