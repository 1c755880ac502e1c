package news.nashra.articles.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Status;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever the API takes, DynamoDB takes: the largest article, with everything in it replaced at
/// once, is written in one transaction, and its head is one item.
@NullUnmarked
class LargestArticleTest {
  private static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");
  private static final LargestDraft ONE = new LargestDraft('a');
  private static final LargestDraft OTHER = new LargestDraft('b');

  /// Nothing is sent to them.
  private final ArticleTransaction transaction =
      new ArticleTransaction(new Table(null, "articles"), new Table(null, "comments"), 14);

  private final Optional<KeyedRequests.Keyed> request =
      Optional.of(new KeyedRequests.Keyed("editor", "key", "fingerprint"));

  @Test
  void aFirstRevision() {
    assertFits(transaction.of(Optional.empty(), first(ONE, Status.PUBLISHED), request));
  }

  @ParameterizedTest
  @EnumSource(names = {"DRAFT", "PUBLISHED"})
  void aRevisionThatReplacesEverything(Status status) {
    var before = corrected(first(ONE, status), status, ArticleLimits.CORRECTIONS - 1);
    var after = corrected(before, Status.PUBLISHED, ArticleLimits.CORRECTIONS);
    assertThat(after.lists()).hasSize(ArticleLimits.TAGS + 2);
    assertThat(Collections.disjoint(before.lists().keySet(), after.lists().keySet())).isTrue();
    assertThat(after.references().relatedIds()).hasSize(ArticleLimits.RELATED);
    assertThat(
            Collections.disjoint(before.references().relatedIds(), after.references().relatedIds()))
        .isTrue();
    assertFits(transaction.of(Optional.of(before), after.at("b", "/2026/02/23/b/"), request));
  }

  @Test
  void aWithdrawal() {
    var before =
        corrected(first(ONE, Status.PUBLISHED), Status.PUBLISHED, ArticleLimits.CORRECTIONS);
    assertFits(transaction.of(Optional.of(before), before.withdrawn(reason(), "e", NOW), request));
  }

  @Test
  void theLargestOfEachPartHaveRoomTogether() {
    var article = first(ONE, Status.PUBLISHED);
    for (int n = 1; corrections(article) < ArticleLimits.CORRECTIONS_KIB - 4; n++) {
      article =
          OTHER
              .draft(Status.PUBLISHED, Optional.of(LargestDraft.correction()))
              .next(article, OTHER.references(), "editor", NOW.plus(Duration.ofMinutes(n)))
              .at("slug-" + n, "/2026/02/23/slug-" + n + "/");
    }
    assertThat(ArticleSize.fault(Optional.empty(), article)).isEmpty();
  }

  @Test
  void anArticleThatHasRoomHasRoomForItsWithdrawal() {
    var article = first(ONE, Status.PUBLISHED);
    var largest = article;
    for (int n = 0; ArticleSize.fault(Optional.empty(), article).isEmpty(); n++) {
      largest = article;
      article = article.at("slug", "/2026/02/23/" + "x".repeat(1000) + n + "/");
    }
    var withdrawn = largest.withdrawn(reason(), "editor", NOW);
    assertThat(ArticleItems.head(largest).bytes()).isGreaterThan(318 * 1024);
    assertThat(ArticleItems.head(withdrawn).bytes()).isLessThan(Item.MAX_BYTES);
    assertThat(ArticleItems.revision(withdrawn).bytes()).isLessThan(Item.MAX_BYTES);
  }

  /// No text of its length takes more bytes: 16 code points of four bytes in each cluster.
  private static Optional<String> reason() {
    return Optional.of("𞤀".repeat(ArticleLimits.REASON * 16));
  }

  private static Article first(LargestDraft largest, Status status) {
    var article =
        largest
            .draft(status, Optional.of("a correction"))
            .first("01KJ4Z6V8G0000000000000001", largest.references(), "editor", NOW);
    return status == Status.PUBLISHED ? article.at("a", "/2026/02/23/a/") : article;
  }

  /// The article with so many corrections, the last of which came with a change of everything.
  private static Article corrected(Article first, Status status, int corrections) {
    var article = first;
    for (int n = first.corrections().size(); n < corrections; n++) {
      var draft = n % 2 == 0 ? ONE : OTHER;
      article =
          draft
              .draft(status, Optional.of("a correction"))
              .next(article, draft.references(), "editor", NOW.plus(Duration.ofMinutes(n)));
    }
    return article;
  }

  private static long corrections(Article article) {
    return article.corrections().stream().mapToLong(c -> c.text().getBytes(UTF_8).length).sum()
        / 1024;
  }

  private static void assertFits(Transaction largest) {
    assertThat(largest.size()).isBetween(10, Transaction.MAX_WRITES);
  }
}
