package news.nashra.articles.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Contents;
import news.nashra.articles.CorrectionEdits;
import news.nashra.articles.References;
import news.nashra.articles.Status;
import news.nashra.articles.draft.ArticleDraft;
import news.nashra.articles.draft.EditorsNote;
import news.nashra.articles.draft.FirstPublication;
import news.nashra.articles.draft.WantedTimes;
import news.nashra.media.Picture;
import org.jspecify.annotations.NullMarked;

/// An article with as much of everything as the API accepts, in letters of four bytes. Two with
/// different marks have no list, tag, picture or link in common.
///
/// @param mark a letter
@NullMarked
record LargestDraft(char mark) {
  private static final Instant END = Instant.parse("2026-03-23T08:00:00Z");

  ArticleDraft draft(Status status, Optional<String> correction) {
    return new ArticleDraft(
        status,
        Contents.largest(mark),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.of("slug"),
        new EditorsNote(
            new CorrectionEdits(Optional.empty(), correction),
            Optional.empty(),
            FirstPublication.NOT_TOLD,
            false,
            new WantedTimes(Optional.empty(), Optional.of(END.plusSeconds(mark)))));
  }

  References references() {
    var pictures =
        IntStream.rangeClosed(0, ArticleLimits.PICTURES)
            .mapToObj(i ->
                new Picture(
                    Contents.id(mark, i), 16000, 16000, "#ffffff", Picture.RENDITION_WIDTHS))
            .collect(Collectors.toMap(Picture::id, picture -> picture));
    var related =
        IntStream.range(0, ArticleLimits.RELATED)
            .mapToObj(i -> "2026-02-23T08:00:00.000Z#" + Contents.id(mark, 100 + i))
            .toList();
    return new References(pictures, related);
  }

  static String correction() {
    return Contents.LARGE_LETTER.repeat(ArticleLimits.CORRECTION);
  }
}
