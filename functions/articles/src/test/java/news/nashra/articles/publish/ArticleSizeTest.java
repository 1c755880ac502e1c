package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import news.nashra.articles.Article;
import news.nashra.articles.Contents;
import news.nashra.articles.CorrectionEdits;
import news.nashra.articles.ListName;
import news.nashra.articles.Place;
import news.nashra.articles.Status;
import news.nashra.articles.draft.ArticleDraft;
import news.nashra.articles.draft.EditorsNote;
import news.nashra.articles.draft.FirstPublication;
import news.nashra.articles.draft.WantedTimes;
import news.nashra.core.FieldError;
import news.nashra.core.Ids;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class ArticleSizeTest {
  private static final Writer EDITOR = new Writer("editor", false);

  @RegisterExtension
  static final LocalServices SERVICES = LocalServices.with().table("articles").table("comments");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-02-23T08:00:00Z"));
  private PublicationService articles;
  private Article article;

  @BeforeEach
  void publish() {
    var dynamoDb = SERVICES.dynamoDb();
    var table = new Table(dynamoDb, "articles");
    articles =
        new PublicationService(
            table,
            new Table(dynamoDb, "comments"),
            new Pictures(table, new PictureFiles(SERVICES.s3(), "pages", "uploads")),
            Edition.load(),
            new Ids(now::get),
            now::get);
    article = done(articles.create(draft(Optional.empty()), EDITOR, Optional.empty()));
  }

  @Test
  void the51stCorrectionIsRefused() {
    for (int n = 1; n <= 50; n++) {
      article = done(correct("correction " + n));
    }
    assertThat(correct("one more"))
        .isEqualTo(invalid(FieldError.of("correction", "error.tooManyCorrections", 50)));
    article = done(revise(Optional.empty(), article.revision().number()));
    assertThat(article.corrections()).hasSize(50);
    assertThat(
            articles.withdraw(
                article.id(),
                new WithdrawalReason(Optional.empty(), Optional.empty()),
                false,
                EDITOR,
                Optional.empty()))
        .isInstanceOf(PublicationResult.Done.class);
  }

  @Test
  void whenTwoEditorsSendThe50thCorrectionAtOnceOneIsStale() {
    for (int n = 1; n <= 49; n++) {
      article = done(correct("correction " + n));
    }
    long seen = article.revision().number();
    now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
    Callable<PublicationResult> editor = () -> revise(Optional.of("the last"), seen);
    assertThat(Parallel.all(List.of(editor, editor)))
        .hasAtLeastOneElementOfType(PublicationResult.Done.class)
        .hasAtLeastOneElementOfType(PublicationResult.Stale.class);
  }

  @Test
  void correctionsOfMoreThan64KibAreRefused() {
    var fourThousandBytes = "𞤀".repeat(1000);
    for (int n = 1; n <= 16; n++) {
      article = done(correct(fourThousandBytes));
    }
    assertThat(correct(fourThousandBytes))
        .isEqualTo(invalid(FieldError.of("correction", "error.correctionsTooLarge", 64)));
    assertThat(correct("short")).isInstanceOf(PublicationResult.Done.class);
  }

  @Test
  void anArticleThatOutgrowsItsItemIsRefused() {
    var topics =
        IntStream.range(0, 5_000).mapToObj(n -> ListName.topic("x".repeat(75) + n)).toList();
    assertThat(fault(inPlace(article.place().withFormerLists(topics))))
        .contains(FieldError.of("bodyHtml", "error.articleTooLarge", 320));
  }

  @Test
  void the21stFormerAddressIsRefusedButNotARevisionThatKeepsTheAddress() {
    var moved = article;
    for (int n = 0; n < 20; n++) {
      moved = moved.movedTo("slug", "/2026/02/23/" + n + "/");
    }
    assertThat(fault(moved)).isEmpty();
    moved = moved.movedTo("slug", "/2026/02/23/20/");
    assertThat(fault(moved)).contains(FieldError.of("slug", "error.tooManyAddresses", 20));
    assertThat(ArticleSize.fault(Optional.of(moved), moved, "correction")).isEmpty();
  }

  private Optional<FieldError> fault(Article grown) {
    return ArticleSize.fault(Optional.of(article), grown, "correction");
  }

  private Article inPlace(Place place) {
    return new Article(
        article.id(),
        article.revision(),
        article.status(),
        article.content(),
        article.references(),
        place,
        article.timeline());
  }

  private PublicationResult correct(String correction) {
    now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
    return revise(Optional.of(correction), article.revision().number());
  }

  private PublicationResult revise(Optional<String> correction, long seen) {
    return articles.revise(article.id(), draft(correction), EDITOR, r -> r == seen);
  }

  private static Article done(PublicationResult publication) {
    assertThat(publication).isInstanceOf(PublicationResult.Done.class);
    return ((PublicationResult.Done) publication).article();
  }

  private static PublicationResult invalid(FieldError error) {
    return new PublicationResult.Invalid(List.of(error));
  }

  private static ArticleDraft draft(Optional<String> correction) {
    return new ArticleDraft(
        Status.PUBLISHED,
        Contents.plain(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new EditorsNote(
            new CorrectionEdits(Optional.empty(), correction),
            Optional.empty(),
            FirstPublication.NOT_TOLD,
            false,
            WantedTimes.NONE));
  }
}
