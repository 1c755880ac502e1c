package news.nashra.homepage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.nashra.articles.Credits;
import news.nashra.articles.Entry;
import news.nashra.articles.Kind;
import news.nashra.articles.Sections;
import news.nashra.articles.authors.Author;
import news.nashra.homepage.archives.ArchivePageComposer;
import news.nashra.homepage.archives.Neighbours;
import news.nashra.homepage.feeds.Feeds;
import news.nashra.homepage.feeds.Sitemaps;
import news.nashra.homepage.fronts.FrontPageComposer;
import news.nashra.homepage.fronts.ListFront;
import news.nashra.media.Focus;
import news.nashra.media.Picture;
import news.nashra.site.Addresses;
import news.nashra.site.BreakingStrip;
import news.nashra.site.Section;
import news.nashra.site.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of page that lists articles, in each language; the stories of the French ones are in
/// English.
class GoldenTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 23);
  private static final YearMonth MONTH = YearMonth.of(2026, 2);

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void pagesAreAsTheyAreMeantToBe(String language) {
    var words = language.equals("ar") ? List.of("المجتمع", "الرياضة") : List.of("Society", "Sport");
    var society = new Section("society", words.get(0));
    var sports = new Section("sports", words.get(1));
    var site = Site.of(Editions.of(language, List.of(society, sports)), Paper.ORIGIN);
    var entries = entries(language);
    var fronts = new FrontPageComposer(site);
    var archives = new ArchivePageComposer(site);
    var feeds = new Feeds(site).naming(Map.of("omar-z", author(language)));
    var sitemaps = new Sitemaps(site);
    var blocks = new LinkedHashMap<Section, List<Entry>>();
    blocks.put(society, with(entries, older(language)));
    blocks.put(sports, entries);
    var html = "." + language + ".html";
    Golden.check("home" + html, fronts.with(breaking(language)).home(entries, List.of(), blocks));
    Golden.check("section" + html, fronts.section(society, entries));
    for (var front : ListFront.values()) {
      var name = front.name().toLowerCase(Locale.ROOT);
      Golden.check(name + html, fronts.list(front, entries.subList(0, 1)));
    }
    Golden.check("latest" + html, fronts.with(breaking(language)).latestFragment(entries));
    Golden.check("latest." + language + ".json", feeds.latest(entries, breaking(language)));
    Golden.check("topic" + html, archives.topic(Addresses.topic("open-data"), entries));
    Golden.check(
        "author" + html, archives.author(Addresses.author("salma"), entries, Optional.empty()));
    Golden.check(
        "author-record" + html,
        archives.author(Addresses.author("salma"), entries, Optional.of(author(language))));
    Golden.check(
        "day" + html,
        archives.day(DAY, entries, near(DAY.minusDays(3), Optional.of(DAY.plusDays(1)))));
    Golden.check(
        "month" + html,
        archives.month(MONTH, entries, near(MONTH.minusMonths(2), Optional.empty())));
    Golden.check(
        "section-month" + html,
        archives.month(society, MONTH, entries, near(MONTH.minusMonths(1), Optional.empty())));
    var counts = new TreeMap<YearMonth, Integer>(Comparator.reverseOrder());
    counts.putAll(Map.of(MONTH, 2, MONTH.minusMonths(2), 11, MONTH.minusMonths(1), 1));
    Golden.check("archive" + html, archives.index(counts));
    Golden.check("feed." + language + ".xml", feeds.rss(entries, Map.of()));
    Golden.check("feed." + language + ".json", feeds.json(entries, Map.of()));
    Golden.check("news-sitemap." + language + ".xml", sitemaps.news(entries));
    Golden.check("sitemap-month." + language + ".xml", sitemaps.month(entries));
    Golden.check("sitemap." + language + ".xml", sitemaps.index(List.of(MONTH)));
    Golden.check("robots." + language + ".txt", sitemaps.robots());
  }

  /// In Arabic with a link, in English without.
  private static Optional<BreakingStrip> breaking(String language) {
    boolean arabic = language.equals("ar");
    return Optional.of(
        new BreakingStrip(
            arabic ? "\"العاصفة\" <تقترب> & Bab Doukkala يُغلق" : "Storm (عاصفة) closes the port",
            arabic ? Optional.of("/2026/02/23/x/") : Optional.empty(),
            Instant.parse("2026-02-23T20:00:00.000Z")));
  }

  private static <T> Neighbours<T> near(T earlier, Optional<T> later) {
    return new Neighbours<>(Optional.of(earlier), later);
  }

  private static Author author(String language) {
    boolean arabic = language.equals("ar");
    var profile =
        new Author.Profile(
            arabic ? "عمر الزين" : "Omar Z. & \"Co\"",
            Optional.of(arabic ? "محرر الشؤون المحلية" : "Local editor"),
            Optional.of(arabic ? "يكتب عن المدن.\n\nيقيم في فاس." : "Writes on <towns>.\n\nبيروت"),
            Optional.of(
                new Picture("01KJ5Y3R8000000000000000P2", 640, 800, "#8a7a5c", List.of(320, 640))),
            Optional.of(new Focus(0.5, 0.2)),
            List.of("https://www.social.example/@omar?a=1&b=2", "https://omar.example/"));
    return new Author("omar-z", profile, 1, "editor", Instant.parse("2026-02-24T10:00:00.000Z"));
  }

  private static List<Entry> entries(String language) {
    boolean arabic = language.equals("ar");
    return List.of(
        entry(
            "01KJ5Y3R8000000000000000A2",
            "2026-02-23T18:26:00.000Z",
            arabic ? "القطار الأول يصل إلى محطة Bab Doukkala" : "First train reaches باب دكالة",
            arabic ? "وصل القطار في موعده، وفي العربات 312 راكبا." : "It came on time.",
            Optional.of(
                new Picture("01KJ5Y3R80000000000000PIC1", 640, 400, "#8a7a5c", List.of(320, 640)))),
        entry(
            "01KJ5Y3R8000000000000000A1",
            "2026-02-23T09:05:00.000Z",
            arabic ? "\"السوق\" يفتح <ليلا> & نهارا" : "\"The market\" opens <at night> & by day",
            arabic ? "تجربة لشهر واحد." : "A trial of one month.",
            Optional.empty()));
  }

  private static List<Entry> with(List<Entry> entries, Entry one) {
    return Stream.concat(entries.stream(), Stream.of(one)).toList();
  }

  private static Entry older(String language) {
    return entry(
        "01KJ5Y3R8000000000000000A0",
        "2026-02-21T08:00:00.000Z",
        language.equals("ar") ? "خبر من أول أمس" : "News from two days ago",
        language.equals("ar") ? "ملخصه." : "Its summary.",
        Optional.empty());
  }

  private static Entry entry(
      String id, String at, String headline, String summary, Optional<Picture> picture) {
    var instant = Instant.parse(at);
    return new Entry(
        at + "#" + id,
        Optional.of("Open Data"),
        headline,
        Optional.of("/2026/02/23/" + Addresses.encode("خبر") + "-" + id.substring(24) + "/"),
        picture.isPresent() ? Kind.NEWS : Kind.ANALYSIS,
        false,
        new Sections("society", picture.isPresent() ? List.of() : List.of("sports")),
        summary,
        new Credits(
            Optional.of("سلمى بن علي"), picture.isPresent() ? List.of() : List.of("omar-z")),
        picture.map(
            p -> new Entry.Image(p, headline, Optional.empty(), Optional.of(new Focus(0.25, 0.6)))),
        Optional.of(instant),
        instant.plusSeconds(600),
        instant.plusSeconds(600),
        false);
  }
}
