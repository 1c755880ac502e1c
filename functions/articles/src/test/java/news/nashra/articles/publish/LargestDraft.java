package news.nashra.articles.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.LeadImage;
import news.nashra.articles.References;
import news.nashra.articles.Status;
import news.nashra.articles.Translation;
import news.nashra.articles.draft.ArticleDraft;
import news.nashra.core.Ids;
import news.nashra.media.Picture;
import org.jspecify.annotations.NullMarked;

/// An article with as much of everything as the API accepts, in letters of four bytes. Two with
/// different marks have no list, tag, picture or link in common.
///
/// @param mark a letter
@NullMarked
record LargestDraft(char mark) {
  private static final String LETTER = "𞤀";

  ArticleDraft draft(Status status, Optional<String> correction) {
    return new ArticleDraft(
        status, content(), Map.of(), List.of(), Optional.empty(), Optional.of("slug"), correction);
  }

  References references() {
    var pictures =
        IntStream.rangeClosed(0, ArticleLimits.PICTURES)
            .mapToObj(i ->
                new Picture(id(i), 16000, 16000, "#ffffff", List.of(320, 640, 960, 1280, 1920)))
            .collect(Collectors.toMap(Picture::id, picture -> picture));
    var related =
        IntStream.range(0, ArticleLimits.RELATED)
            .mapToObj(i -> "2026-02-23T08:00:00.000Z#" + id(100 + i))
            .toList();
    return new References(pictures, related);
  }

  static String correction() {
    return LETTER.repeat(ArticleLimits.CORRECTION);
  }

  private ArticleContent content() {
    return new ArticleContent(
        text(ArticleLimits.HEADLINE),
        new ArticleContent.Dateline(
            Optional.of(text(ArticleLimits.LINE)),
            Optional.of(text(ArticleLimits.LINE)),
            Optional.of(text(ArticleLimits.LINE))),
        new ArticleContent.Summary(text(ArticleLimits.SUMMARY), true),
        "x".repeat(ArticleLimits.BODY_KIB * 1024),
        Optional.of(
            new LeadImage(
                id(0),
                text(ArticleLimits.ALT),
                Optional.of(text(ArticleLimits.CAPTION)),
                Optional.of(text(ArticleLimits.LINE)))),
        new ArticleContent.Labels(
            "section-" + mark,
            IntStream.range(0, ArticleLimits.TAGS)
                .mapToObj(i -> i + text(ArticleLimits.TAG - 1))
                .toList()),
        IntStream.range(0, ArticleLimits.TRANSLATIONS)
            .mapToObj(i -> new Translation("en-" + i, "/" + "x".repeat(ArticleLimits.URL - 1)))
            .toList(),
        true);
  }

  private String text(int length) {
    return mark + LETTER.repeat(length - 1);
  }

  private String id(int n) {
    var bytes = new byte[Ids.BYTES];
    bytes[0] = (byte) mark;
    bytes[1] = (byte) n;
    return Ids.fromBytes(bytes);
  }
}
