package news.nashra.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import news.nashra.site.Addresses;
import news.nashra.testing.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlugTest {
  @ParameterizedTest
  @MethodSource("names")
  void wordsBecomeASlug(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
  }

  @ParameterizedTest
  @MethodSource("tags")
  void aTagHasATopic(String tag, String slug) {
    assertThat(Slug.topic(tag).orElse("")).isEqualTo(slug);
  }

  private static Stream<Arguments> names() {
    return CaseFile.read("slugs.txt", 2);
  }

  private static Stream<Arguments> tags() {
    return CaseFile.read("topics.txt", 2);
  }

  @Test
  void aLongHeadlineIsCutBetweenWords() {
    var slug = Slug.of("كلمة طويلة ".repeat(40));
    assertThat(slug.length()).isLessThanOrEqualTo(80);
    assertThat(slug.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
    assertThat(slug).endsWith("-طويلة");
  }

  @Test
  void aSecondArticleOfTheSameNameIsNumbered() {
    assertThat(Slug.numbered("خبر", 2)).isEqualTo("خبر-2");
    assertThat(Slug.numbered("a".repeat(80), 12)).hasSize(80).endsWith("a-12");
  }

  @Test
  void anEditorsSlugIsNotCut() {
    assertThat(Slug.chosen("a".repeat(81))).isEmpty();
    assertThat(Slug.chosen("My Slug")).isEqualTo("my-slug");
  }

  @Test
  void theDayIsTakenInTheZoneOfTheEdition() {
    var late = Instant.parse("2026-02-23T23:30:00Z");
    assertThat(ArticleAddress.path(late, ZoneId.of("Asia/Beirut"), "خبر"))
        .isEqualTo("/2026/02/24/%D8%AE%D8%A8%D8%B1/");
    assertThat(Addresses.key("/2026/02/24/%D8%AE%D8%A8%D8%B1/"))
        .isEqualTo("2026/02/24/خبر/index.html");
  }
}
