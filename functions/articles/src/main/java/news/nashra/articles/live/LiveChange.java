package news.nashra.articles.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// One change of live coverage: an entry that comes, is written again, or is taken away. It is one
/// transaction of the entry and its revision, the coverage and the entry on condition of those that
/// were seen (they are read in one call, but not at one instant), the request with its key, and, if
/// readers have something new, the article's head and its entries in lists.
///
/// @param article after the change
/// @param coverage after the change
/// @param entry after the change
/// @param unpinned the next revision of the entry that was pinned until this change pinned another:
///   whoever saw it as the pinned one is told so by its number
public record LiveChange(
    Article article, Coverage coverage, LiveEntry entry, Optional<LiveEntry> unpinned) {
  private static final String COVERAGE = "coverage";
  private static final String ENTRY = "entry";
  private static final String UNPINNED = "unpinned";

  /// What is there before the change.
  ///
  /// @param coverage absent before the first entry
  public record Before(Article article, Optional<Coverage> coverage) {
    /// An instant for the change, later than everything before it.
    private Instant after(Instant now) {
      var last = coverage.map(Coverage::updatedAt).orElse(article.changedAt());
      var latest = last.isAfter(article.changedAt()) ? last : article.changedAt();
      return now.isAfter(latest) ? now : latest.plusMillis(1);
    }

    private Coverage coverageOr(Instant now) {
      return coverage.orElseGet(() -> Coverage.start(now));
    }

    /// A new entry.
    public LiveChange add(
        LiveEntry.Text text, Optional<Boolean> pinned, String editor, Instant now) {
      var at = after(now);
      var was = coverageOr(at);
      var entry = LiveEntry.first(was.last() + 1, text, editor, at);
      return LiveChange.of(
          article.updatedInPlace(at), was.next(entry, bytes(entry), pinned, at), entry);
    }

    /// The next revision of an entry.
    ///
    /// @param text absent to take the entry away
    public LiveChange change(
        LiveEntry before,
        Optional<LiveEntry.Text> text,
        Optional<Boolean> pinned,
        String editor,
        Instant now) {
      var at = after(now);
      var entry = before.next(text, editor, at);
      boolean news = entry.updatedAt().equals(Optional.of(at));
      return LiveChange.of(
          news ? article.updatedInPlace(at) : article,
          coverageOr(at).next(entry, bytes(entry) - bytes(before), pinned, at),
          entry);
    }
  }

  /// A change of nothing but what was read.
  public static LiveChange of(Article article, Coverage coverage, LiveEntry entry) {
    return new LiveChange(article, coverage, entry, Optional.empty());
  }

  /// The number of the entry that it takes the pin from by pinning another.
  public Optional<Long> losesPin(Before before) {
    return before
        .coverage()
        .flatMap(Coverage::pinned)
        .filter(number -> number != entry.number() && !coverage.isPinned(number));
  }

  /// The same change with the entry that it takes the pin from, as it was read. Its words stay
  /// those of its editor.
  public LiveChange unpinning(LiveEntry pinned) {
    var next = pinned.next(pinned.text(), pinned.editor(), coverage.updatedAt());
    return new LiveChange(article, coverage.unpinning(), entry, Optional.of(next));
  }

  /// @param request of which the result is to be kept
  public Transaction transaction(
      ArticleTransaction changes, Before before, Optional<KeyedRequests.Keyed> request) {
    var table = changes.articles();
    var transaction = new Transaction();
    coverage(table, before, transaction);
    var id = article.id();
    put(ENTRY, entry, table, transaction);
    unpinned.ifPresent(one -> put(UNPINNED, one, table, transaction));
    changes.update(before.article(), article, transaction);
    request.ifPresent(r ->
        r.write(id, coverage.updatedAt(), Map.of("entry", entry.number()), table, transaction));
    return transaction;
  }

  private void put(String label, LiveEntry next, Table table, Transaction transaction) {
    var item = LiveItems.item(next, LiveItems.entryKey(article.id(), next.number()));
    if (next.revision() == 1) {
      transaction.create(label, table, item);
    } else {
      transaction.put(label, table, item, "revision = :seen", Map.of(":seen", next.revision() - 1));
    }
    var revision = LiveItems.revisionKey(article.id(), next.number(), next.revision());
    transaction.put(table, LiveItems.item(next, revision));
  }

  private void coverage(Table table, Before before, Transaction transaction) {
    var item = LiveItems.item(coverage, article.id());
    if (before.coverage().isEmpty()) {
      transaction.create(COVERAGE, table, item);
    } else {
      transaction.put(
          COVERAGE,
          table,
          item,
          "revision = :seen",
          Map.of(":seen", before.coverage().get().revision()));
    }
  }

  /// The number of the entry that a keyed request added.
  public static long added(Item request) {
    return request.number("entry");
  }

  private static long bytes(LiveEntry entry) {
    return entry
        .text()
        .map(text -> (long) text.bodyHtml().getBytes(StandardCharsets.UTF_8).length)
        .orElse(0L);
  }
}
