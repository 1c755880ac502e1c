package news.nashra.articles.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Contents;
import news.nashra.articles.Correction;
import news.nashra.articles.Credits;
import news.nashra.articles.Entry;
import news.nashra.articles.Kind;
import news.nashra.articles.LeadImage;
import news.nashra.articles.Place;
import news.nashra.articles.References;
import news.nashra.articles.Revision;
import news.nashra.articles.Schedule;
import news.nashra.articles.Sections;
import news.nashra.articles.Status;
import news.nashra.articles.Timeline;
import news.nashra.articles.authors.Author;
import news.nashra.comments.ShownComment;
import news.nashra.comments.ShownReply;
import news.nashra.comments.pages.Discussion;
import news.nashra.media.Focus;
import news.nashra.media.Picture;
import news.nashra.site.Edition;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.testing.GoldenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole page of an article, in each language, without its style sheet and the hashes in file
/// names. `mvn test -Dtest=ArticlePageComposerTest -Dgolden.renew=true` writes the expected pages
/// again; review the difference.
class ArticlePageComposerTest {
  private static final Instant AT = Instant.parse("2026-02-23T18:26:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void aPageIsAsItIsMeantToBe(String language) {
    var site = Site.of(edition(language), "https://news.example");
    var html =
        new ArticlePageComposer(site)
            .html(
                article(),
                List.of(related()),
                authors(),
                new Discussion(List.of()),
                Optional.empty());
    GoldenFiles.check("article." + language + ".html", new String(html, StandardCharsets.UTF_8));
  }

  /// News without a picture, with the form of comments and a discussion.
  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void newsIsAsItIsMeantToBe(String language) {
    var site = Site.of(edition(language), "https://news.example");
    var news = article(NewsText.in(language), List.of(), List.of());
    var html =
        new ArticlePageComposer(site)
            .html(news, List.of(related()), List.of(), discussion(), Optional.empty());
    GoldenFiles.check("news." + language + ".html", new String(html, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void aWithdrawnPageIsAsItIsMeantToBe(String language) {
    var site = Site.of(edition(language), "https://news.example");
    var reason = NewsText.in(language).headline();
    var html = new WithdrawnPage(site).html("/2026/02/23/x/", Kind.NEWS, AT, reason);
    GoldenFiles.check("withdrawn." + language + ".html", new String(html, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void aReplyOfTheNewspaperIsUnderItsComment(String language) {
    var site = Site.of(edition(language), "https://news.example");
    var html =
        new ArticlePageComposer(site)
            .html(article(), List.of(), List.of(), discussion(), Optional.empty());
    var page = new String(html, StandardCharsets.UTF_8);
    GoldenFiles.check(
        "replies." + language + ".html",
        page.substring(
            page.indexOf("<aside id=\"comments\""),
            page.indexOf(" aria-labelledby=\"comment-form-title\"")));
  }

  /// Comments in two directions, each with a reply, one of them edited, and one without.
  private static Discussion discussion() {
    var edited = AT.plusSeconds(7200);
    return new Discussion(
        List.of(
            comment(0, "Question", "When will it open?\nمتى؟", "غدا.\nTomorrow, at 9.", edited),
            comment(1, "سؤال", "كم تكلفة <b>الخط</b>؟", "سألنا الوزارة: https://x.example/a.", AT),
            new ShownComment(
                "a", "C2", "عمر", "رأي", "أحسنتم.", AT.plusSeconds(120), Optional.empty())));
  }

  /// @param editedAt of its reply, [#AT] for never
  private static ShownComment comment(
      int n, String title, String body, String reply, Instant editedAt) {
    var edited = Optional.of(editedAt).filter(at -> !at.equals(AT));
    return new ShownComment(
        "a",
        "C" + n,
        "قارئة",
        title,
        body,
        AT.plusSeconds(60L * n),
        Optional.of(new ShownReply(reply, AT.plusSeconds(3600), edited)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "290, 1", "310, 2", "2000, 10"})
  void readingTakesAMinuteForTwoHundredWords(int words, long minutes) {
    assertThat(new ShownBody("", null, "كلمة ".repeat(words).strip()).minutes()).isEqualTo(minutes);
  }

  @Test
  void sharingLinksContainTheAbsoluteAddressEncodedOnce() {
    var share = new ShareLinks("https://news.example/2026/02/23/%D8%AE/", "خبر & خبر");
    assertThat(share.x())
        .isEqualTo(
            "https://x.com/intent/post?url=https%3A%2F%2Fnews.example%2F2026%2F02%2F23%2F%25D8%25AE%2F"
                + "&text=%D8%AE%D8%A8%D8%B1%20%26%20%D8%AE%D8%A8%D8%B1");
    assertThat(share.email()).startsWith("mailto:?subject=%D8%AE%D8%A8%D8%B1%20%26");
  }

  private static List<Author> authors() {
    var face = new Picture("01KJ5Y3R80000000000000PIC2", 320, 400, "#8a7a5c", List.of(320));
    return List.of(
        author("omar-z", "Omar <Z>", Optional.of(face)), author("jad", "جاد", Optional.empty()));
  }

  private static Author author(String slug, String name, Optional<Picture> picture) {
    var profile =
        new Author.Profile(
            name,
            Optional.of("محررة"),
            Optional.of("تكتب عن المدن."),
            picture,
            picture.map(p -> new Focus(0.5, 0.2)),
            List.of());
    return new Author(slug, profile, 1, "editor", AT);
  }

  private static Article article() {
    var picture = new Picture("01KJ5Y3R80000000000000PIC1", 640, 400, "#8a7a5c", List.of(320, 640));
    var image =
        new LeadImage(
            picture.id(),
            "قطار",
            Optional.of("في Bab Doukkala"),
            Optional.of("S. Ali"),
            Optional.of(new Focus(0.25, 0.6)));
    var corrected = new Correction(AT.plusSeconds(3600), "عدد الركاب 312، لا 213.");
    return article(Contents.full(image), List.of(picture), List.of(corrected));
  }

  private static Article article(
      ArticleContent content, List<Picture> pictures, List<Correction> corrections) {
    return new Article(
        "01KJ5Y3R8000000000000000A1",
        new Revision(2, "editor", AT.plusSeconds(3600), Optional.empty(), Optional.empty()),
        Status.PUBLISHED,
        content,
        new References(
            pictures.stream().collect(Collectors.toMap(Picture::id, picture -> picture)),
            List.of()),
        new Place(Optional.of("x"), Optional.of("/2026/02/23/x/"), List.of(), List.of()),
        new Timeline(
            Optional.of(AT), false, AT.plusSeconds(3600), corrections, List.of(), Schedule.NONE));
  }

  private static Entry related() {
    return new Entry(
        "2026-02-22T10:00:00.000Z#01KJ5Y3R8000000000000000B1",
        Optional.empty(),
        "The Marrakech line reopens",
        Optional.of("/2026/02/22/y/"),
        Kind.NEWS,
        false,
        Sections.of("society"),
        "",
        Credits.NONE,
        Optional.empty(),
        Optional.of(AT),
        AT,
        AT,
        false);
  }

  private static Edition edition(String language) {
    var e = Edition.load();
    if (language.equals("ar")) {
      return e;
    }
    return new Edition(
        new Edition.Masthead(
            "Nashra", "News of what changes near you", e.owner(), e.logo(), e.icon()),
        new Edition.Region(
            language, "GB", e.timeZone(), List.of(Locale.of(language, "GB")), Edition.Clock.GMT),
        List.of(new Section("society", "Society")),
        e.comments(),
        e.feeds(),
        e.imprint());
  }
}
