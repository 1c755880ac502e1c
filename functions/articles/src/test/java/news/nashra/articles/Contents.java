package news.nashra.articles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.core.Ids;
import news.nashra.media.Focus;
import org.jspecify.annotations.NullMarked;

/// Contents of articles for tests. A new field of [ArticleContent] gets its values here.
@NullMarked
public final class Contents {
  /// A letter of four bytes.
  public static final String LARGE_LETTER = "𞤀";

  private Contents() {}

  /// Nothing that an article can do without.
  public static ArticleContent plain() {
    return new ArticleContent(
        "headline",
        new ArticleContent.Dateline(Optional.empty(), Optional.empty(), Credits.NONE),
        new ArticleContent.Summary("summary", true),
        "<p>text</p>",
        Optional.empty(),
        new ArticleContent.Labels(
            Kind.NEWS, Sections.of("society"), List.of("one", "two", "three")),
        List.of(),
        true);
  }

  /// Everything that a page can show.
  public static ArticleContent full(LeadImage image) {
    return new ArticleContent(
        "القطار 7 يصل إلى Bab Doukkala",
        new ArticleContent.Dateline(
            Optional.of("مراكش"),
            Optional.of("Nashra"),
            new Credits(Optional.of("سلمى بن علي"), List.of("omar-z", "jad"))),
        new ArticleContent.Summary("وصل في موعده.", true),
        "<p>وصل القطار الأول في <b>موعده</b>.</p><table><tr><th>العربة</th></tr></table>",
        Optional.of(image),
        new ArticleContent.Labels(
            Kind.OPINION,
            new Sections("society", List.of("sports")),
            List.of("قطار", "Open Data", "؟؟")),
        List.of(new Translation("fr", "https://fr.example/x/")),
        false);
  }

  /// As many words as have an entry, in as many letters as fit.
  private static String headline(char mark) {
    int letters = ArticleLimits.HEADLINE / HeadlineWords.MAX_INDEXED - 3;
    return IntStream.range(0, HeadlineWords.MAX_INDEXED)
        .mapToObj(i -> "" + mark + (char) ('k' + i) + LARGE_LETTER.repeat(letters))
        .collect(Collectors.joining(" "));
  }

  /// As much of everything as the API accepts. Two with different marks have no list and no tag in
  /// common.
  ///
  /// @param mark a letter
  public static ArticleContent largest(char mark) {
    return new ArticleContent(
        headline(mark),
        new ArticleContent.Dateline(
            Optional.of(text(mark, ArticleLimits.LINE)),
            Optional.of(text(mark, ArticleLimits.LINE)),
            new Credits(
                Optional.of(text(mark, ArticleLimits.LINE)),
                slugs(mark + "x".repeat(Slug.MAX_LENGTH - 3), ArticleLimits.AUTHORS))),
        new ArticleContent.Summary(text(mark, ArticleLimits.SUMMARY), true),
        "x".repeat(ArticleLimits.BODY_KIB * 1024),
        Optional.of(
            new LeadImage(
                id(mark, 0),
                text(mark, ArticleLimits.ALT),
                Optional.of(text(mark, ArticleLimits.CAPTION)),
                Optional.of(text(mark, ArticleLimits.LINE)),
                Optional.of(new Focus(0.1234, 0.5678)))),
        new ArticleContent.Labels(
            Kind.INTERVIEW,
            new Sections("section-" + mark, slugs("section-" + mark, ArticleLimits.ALSO_IN)),
            IntStream.range(0, ArticleLimits.TAGS)
                .mapToObj(i -> i + text(mark, ArticleLimits.TAG - 1))
                .toList()),
        IntStream.range(0, ArticleLimits.TRANSLATIONS)
            .mapToObj(i -> new Translation("en-" + i, "/" + "x".repeat(ArticleLimits.URL - 1)))
            .toList(),
        true);
  }

  /// An id of its own for each mark and number.
  public static String id(char mark, int n) {
    var bytes = new byte[Ids.BYTES];
    bytes[0] = (byte) mark;
    bytes[1] = (byte) n;
    return Ids.fromBytes(bytes);
  }

  private static List<String> slugs(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + "-" + i).toList();
  }

  private static String text(char mark, int length) {
    return mark + LARGE_LETTER.repeat(length - 1);
  }
}
