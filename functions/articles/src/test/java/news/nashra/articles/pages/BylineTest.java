package news.nashra.articles.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Contents;
import news.nashra.articles.Credits;
import news.nashra.articles.Kind;
import news.nashra.articles.Sections;
import news.nashra.articles.authors.Author;
import news.nashra.media.PictureTag;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What stands before, between and after the names, in each language and for each kind.
class BylineTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/bylines.csv", delimiter = '|')
  void namesAreSaidAsNewspapersSayThem(String language, String kind, String names, String said) {
    var authors = Arrays.stream(names.split(", ")).map(BylineTest::author).toList();
    var byline = Byline.of(content(kind, authors), authors, site(language), new PictureTag());
    var text =
        byline.names().stream().map(n -> n.before() + n.name()).collect(Collectors.joining());
    assertThat(text + byline.end()).isEqualTo(said);
  }

  private static ArticleContent content(String kind, List<Author> authors) {
    var plain = Contents.plain();
    return new ArticleContent(
        plain.headline(),
        new ArticleContent.Dateline(
            Optional.empty(),
            Optional.empty(),
            new Credits(Optional.empty(), authors.stream().map(Author::slug).toList())),
        plain.summary(),
        plain.bodyHtml(),
        plain.image(),
        new ArticleContent.Labels(Kind.of(kind).orElseThrow(), Sections.of("society"), List.of()),
        List.of(),
        true);
  }

  private static Author author(String name) {
    var profile =
        new Author.Profile(
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new Author(name, profile, 1, "editor", Instant.EPOCH);
  }

  private static Site site(String language) {
    var e = Edition.load();
    var locale = Locale.forLanguageTag(language);
    return Site.of(
        new Edition(
            e.masthead(),
            new Edition.Region(
                locale.getLanguage(),
                locale.getCountry(),
                e.timeZone(),
                List.of(locale),
                e.region().clock()),
            e.sections(),
            e.comments(),
            e.feeds(),
            e.imprint()),
        "https://news.example");
  }
}
