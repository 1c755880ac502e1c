package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonLdTest {
  private static final Site SITE = Site.of(Edition.load(), "https://news.example");
  private static final Instant AT = Instant.parse("2026-02-13T18:26:00Z");

  @Test
  void anArticleTellsAllThatItKnows() {
    var article =
        new Head.NewsArticle(
            "NewsArticle",
            AT,
            AT.plusSeconds(3600),
            List.of(
                new Head.Author("سلمى <b>", Optional.of("/authors/salma/")),
                new Head.Author("؟", Optional.empty())),
            List.of("ماء"),
            List.of(new Head.Correction(AT.plusSeconds(3600), "الرقم 12")),
            List.of(new Head.Image("/media/A/16x9.jpg", 1200, 675, "بحر")),
            discussion(),
            Optional.empty());
    var head =
        Head.of("خبر", "ملخص", "/2026/02/13/x/", Optional.empty())
            .inSection("society")
            .withArticle(article)
            .withCrumbs(List.of(SITE.homeCrumb(), SITE.sectionCrumb("society"), crumb("خبر")));
    var logo = SITE.edition().icon().path(Icon.LARGE);
    assertThat(JsonLd.of(SITE, head))
        .containsExactly(
            """
            {"@type":"NewsArticle","@context":"https://schema.org","headline":"خبر","description":"ملخص",\
            "mainEntityOfPage":"https://news.example/2026/02/13/x/","inLanguage":"ar",\
            "image":[{"@type":"ImageObject","url":"https://news.example/media/A/16x9.jpg","width":1200,"height":675,"caption":"بحر"}],\
            "datePublished":"2026-02-13T19:26:00+01:00","dateModified":"2026-02-13T20:26:00+01:00",\
            "articleSection":"المجتمع","keywords":["ماء"],\
            "author":[{"@type":"Person","name":"سلمى \\u003cb>","url":"https://news.example/authors/salma/"},\
            {"@type":"Person","name":"؟"}],\
            "publisher":{"@type":"NewsMediaOrganization","name":"نشرة","url":"https://news.example/","logo":{"@type":"ImageObject","url":"https://news.example%s"}},\
            "correction":[{"@type":"CorrectionComment","text":"الرقم 12","datePublished":"2026-02-13T20:26:00+01:00"}],\
            "commentCount":3,"comment":[{"@type":"Comment","url":"https://news.example/2026/02/13/x/#comment-1",\
            "text":"متى؟","datePublished":"2026-02-13T19:26:00+01:00","headline":"سؤال",\
            "author":{"@type":"Person","name":"قارئة"},\
            "comment":{"@type":"Comment","url":"https://news.example/2026/02/13/x/#reply-1","text":"غدا \\u003cb>",\
            "datePublished":"2026-02-13T19:27:00+01:00","dateModified":"2026-02-13T19:28:00+01:00",\
            "author":{"@type":"NewsMediaOrganization","name":"نشرة","url":"https://news.example/"}}}],\
            "isAccessibleForFree":true}\
            """
                .formatted(logo),
            """
            {"@type":"BreadcrumbList","@context":"https://schema.org","itemListElement":[\
            {"@type":"ListItem","position":1,"name":"الرئيسية","item":"https://news.example/"},\
            {"@type":"ListItem","position":2,"name":"المجتمع","item":"https://news.example/society/"},\
            {"@type":"ListItem","position":3,"name":"خبر"}]}\
            """);
  }

  /// Three comments, of which one has a reply.
  private static Head.Discussion discussion() {
    var comment = new Head.Said("comment-1", "متى؟", AT, Optional.empty());
    var reply =
        new Head.Said("reply-1", "غدا <b>", AT.plusSeconds(60), Optional.of(AT.plusSeconds(120)));
    return new Head.Discussion(
        3, List.of(new Head.RepliedComment(comment, "قارئة", "سؤال", reply)));
  }

  @Test
  void theHomepageTellsWhoMakesTheNewspaperAndHow() {
    var logo = SITE.edition().icon().path(Icon.LARGE);
    for (var path : List.of("/", "/about/")) {
      assertThat(JsonLd.of(SITE, Head.of("نشرة", "صحيفة", path, Optional.empty())))
          .containsExactly(
              """
              {"@type":"NewsMediaOrganization","name":"نشرة","url":"https://news.example/",\
              "logo":{"@type":"ImageObject","url":"https://news.example%s"},"@context":"https://schema.org",\
              "legalName":"دار نشرة للصحافة والنشر","address":"12 زنقة المطبعة القديمة، حي الصفصاف، مرسى الريح",\
              "email":"newsroom@nashra.example",\
              "publishingPrinciples":"https://news.example/about/#principles",\
              "actionableFeedbackPolicy":"https://news.example/about/#feedback",\
              "correctionsPolicy":"https://news.example/about/#corrections",\
              "ethicsPolicy":"https://news.example/about/#ethics",\
              "ownershipFundingInfo":"https://news.example/about/#ownership",\
              "unnamedSourcesPolicy":"https://news.example/about/#sources"}\
              """
                  .formatted(logo));
    }
  }

  @Test
  void aSectionThatLeftTheEditionHasNoFront() {
    assertThat(SITE.sectionCrumb("weather")).isEqualTo(crumb("weather"));
  }

  @Test
  void aPageWithoutAPlaceSaysNothing() {
    assertThat(JsonLd.of(SITE, Head.of("404", "404", "/404.html", Optional.empty()))).isEmpty();
  }

  private static Head.Crumb crumb(String name) {
    return new Head.Crumb(name, Optional.empty());
  }
}
