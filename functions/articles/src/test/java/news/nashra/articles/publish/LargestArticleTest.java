package news.nashra.articles.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.ListName;
import news.nashra.articles.Status;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.FieldError;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// DynamoDB accepts whatever the API accepts: even if everything in the largest article is
/// replaced, it takes one transaction, and its head fits into one item.
@NullUnmarked
class LargestArticleTest {
  private static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");

  /// Corrections of an article all of whose lists can still be replaced by one revision.
  private static final int REPLACED_AT_ONCE = 18;

  private static final LargestDraft ONE = new LargestDraft('a');
  private static final LargestDraft OTHER = new LargestDraft('b');

  /// Has no clients: nothing is sent.
  private final ArticleTransaction transaction =
      new ArticleTransaction(new Table(null, "articles"), new Table(null, "comments"), 14);

  private final Optional<KeyedRequests.Keyed> request =
      Optional.of(new KeyedRequests.Keyed("editor", "key", "fingerprint"));

  @Test
  void theFirstRevisionFitsIntoATransaction() {
    assertFits(transaction.build(Optional.empty(), first(ONE, Status.PUBLISHED), request));
  }

  @ParameterizedTest
  @EnumSource(names = {"DRAFT", "PUBLISHED"})
  void aRevisionThatReplacesEverythingFitsIntoATransaction(Status status) {
    var before = corrected(first(ONE, status), status, REPLACED_AT_ONCE - 1);
    var after = corrected(before, Status.PUBLISHED, REPLACED_AT_ONCE);
    assertThat(after.lists())
        .hasSize(ArticleLimits.TAGS + 1 + ArticleLimits.ALSO_IN + ArticleLimits.AUTHORS + 1);
    assertThat(Collections.disjoint(before.lists().keySet(), after.lists().keySet())).isTrue();
    assertThat(after.references().relatedIds()).hasSize(ArticleLimits.RELATED);
    assertThat(
            Collections.disjoint(before.references().relatedIds(), after.references().relatedIds()))
        .isTrue();
    assertFits(
        transaction.build(Optional.of(before), after.movedTo("b", "/2026/02/23/b/"), request));
  }

  @Test
  void whatDoesNotFitIntoATransactionIsRefused() {
    var before =
        corrected(first(ONE, Status.PUBLISHED), Status.PUBLISHED, ArticleLimits.CORRECTIONS - 1);
    var after = corrected(before, Status.PUBLISHED, ArticleLimits.CORRECTIONS);
    var change =
        transaction.build(
            Optional.of(before), after.movedTo("b", "/2026/02/23/b/"), Optional.empty());
    assertThat(change.size()).isGreaterThan(Transaction.MAX_WRITES);
    assertThat(ArticleSize.fault(change)).contains(FieldError.of("tags", "error.tooManyChanges"));
    var smaller = transaction.build(Optional.of(before), before, Optional.empty());
    assertThat(ArticleSize.fault(smaller)).isEmpty();
  }

  /// As each list has a copy of a headline and a summary, which may have many marks.
  @Test
  void whatHasTooManyBytesForATransactionIsRefused() {
    var change = new Transaction();
    for (int n = 0; n < 10; n++) {
      change.put(new Table(null, "articles"), largeItem(n));
    }
    assertThat(ArticleSize.fault(change)).isEmpty();
    change.put(new Table(null, "articles"), largeItem(10));
    assertThat(ArticleSize.fault(change)).contains(FieldError.of("tags", "error.tooManyChanges"));
  }

  private static Item largeItem(int n) {
    return Item.at("LIST", "" + n).with("headline", "س".repeat(Item.MAX_BYTES / 2 - 50));
  }

  @Test
  void aWithdrawalFitsIntoATransaction() {
    var before =
        corrected(first(ONE, Status.PUBLISHED), Status.PUBLISHED, ArticleLimits.CORRECTIONS);
    assertFits(
        transaction.build(Optional.of(before), before.withdrawn(reason(), "e", NOW), request));
  }

  @Test
  void theLargestPartsFitTogether() {
    var article = first(ONE, Status.PUBLISHED);
    for (int n = 1; corrections(article) < ArticleLimits.CORRECTIONS_KIB - 4; n++) {
      article =
          OTHER
              .draft(Status.PUBLISHED, Optional.of(LargestDraft.correction()))
              .next(article, OTHER.references(), "editor", NOW.plus(Duration.ofMinutes(n)))
              .movedTo("slug-" + n, "/2026/02/23/slug-" + n + "/");
    }
    assertThat(ArticleSize.fault(Optional.empty(), article, "correction")).isEmpty();
  }

  @Test
  void anArticleThatFitsAlsoFitsWhenItIsWithdrawn() {
    var article = first(ONE, Status.PUBLISHED);
    var largest = article;
    var lists = new ArrayList<ListName>();
    while (ArticleSize.fault(Optional.empty(), article, "correction").isEmpty()) {
      largest = article;
      IntStream.range(0, 12).forEach(n -> lists.add(ListName.topic("x".repeat(70) + lists.size())));
      article = withFormerLists(article, lists);
    }
    var withdrawn = largest.withdrawn(reason(), "editor", NOW);
    assertThat(ArticleItems.head(largest).bytes()).isGreaterThan(318 * 1024);
    assertThat(ArticleItems.head(withdrawn).bytes()).isLessThan(Item.MAX_BYTES);
    assertThat(ArticleItems.revision(withdrawn).bytes()).isLessThan(Item.MAX_BYTES);
  }

  private static Article withFormerLists(Article article, List<ListName> lists) {
    return new Article(
        article.id(),
        article.revision(),
        article.status(),
        article.content(),
        article.references(),
        article.place().withFormerLists(lists),
        article.timeline());
  }

  /// The largest text of this length: 16 code points of four bytes in each cluster.
  private static Optional<String> reason() {
    return Optional.of("𞤀".repeat(ArticleLimits.REASON * 16));
  }

  private static Article first(LargestDraft largest, Status status) {
    var article =
        largest
            .draft(status, Optional.of("a correction"))
            .first("01KJ4Z6V8G0000000000000001", largest.references(), "editor", NOW);
    return status == Status.PUBLISHED ? article.movedTo("a", "/2026/02/23/a/") : article;
  }

  /// The article with `corrections` corrections, each of which came with a change of everything.
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
    assertThat(largest.bytes()).isBetween(10_000, Transaction.MAX_BYTES);
  }
}
