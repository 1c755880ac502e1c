package news.nashra.articles.publish;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import news.nashra.articles.Kind;
import news.nashra.articles.Status;
import news.nashra.articles.draft.EntryDraft;
import news.nashra.articles.live.LiveChange;
import news.nashra.articles.live.LiveEntry;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.live.LiveLimits;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.FieldError;
import news.nashra.core.Instants;
import news.nashra.core.PassingFailure;
import news.nashra.core.aws.Backoff;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.media.Picture;
import news.nashra.media.Pictures;

/// Adds, revises and takes away entries of live coverage. A change is committed when its method
/// returns [EntryResult.Done]. Editors who write at the same time wait for each other: whoever is
/// overtaken reads again and takes the next number. Thread-safe.
final class EntryService {
  /// How often an editor may be overtaken. Each time, somebody else's change was committed. All
  /// attempts wait for 6 s or so, well within the time of a function.
  private static final int MAX_ATTEMPTS = 20;

  private final Table articles;
  private final Table media;
  private final ArticleTransaction transaction;
  private final InstantSource clock;

  EntryService(Table articles, Table media, ArticleTransaction transaction, InstantSource clock) {
    this.articles = articles;
    this.media = media;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Makes a change of what was read, or says why not.
  @FunctionalInterface
  private interface Maker {
    EntryResult make(EntryReading reading, Instant now);
  }

  /// Adds an entry; only once for requests with the same key.
  EntryResult add(
      String id, EntryDraft draft, String editor, Optional<KeyedRequests.Keyed> request) {
    var text = text(id, draft);
    return commit(
        id,
        Optional.empty(),
        request,
        (reading, now) -> {
          if (!reading.before().article().content().isLive()) {
            return new EntryResult.Forbidden("problem.409.ended");
          }
          if (reading.last() >= LiveLimits.ENTRIES) {
            return new EntryResult.Forbidden("problem.409.full", LiveLimits.ENTRIES);
          }
          return text.isEmpty()
              ? noSuchPicture()
              : new EntryResult.Done(reading.before().add(text.get(), draft.pinned(), editor, now));
        });
  }

  /// Commits the next revision of an entry.
  ///
  /// @param seen tells whether the editor saw a given revision
  EntryResult revise(String id, long number, EntryDraft draft, String editor, LongPredicate seen) {
    var text = text(id, draft);
    return change(
        id,
        number,
        seen,
        (reading, now) ->
            text.isEmpty()
                ? noSuchPicture()
                : new EntryResult.Done(
                    reading
                        .before()
                        .change(reading.entry().orElseThrow(), text, draft.pinned(), editor, now)));
  }

  /// Takes an entry away. Its number is not used again, and its revisions are kept.
  EntryResult remove(String id, long number, String editor, LongPredicate seen) {
    return change(
        id,
        number,
        seen,
        (reading, now) ->
            new EntryResult.Done(
                reading
                    .before()
                    .change(
                        reading.entry().orElseThrow(),
                        Optional.empty(),
                        Optional.of(false),
                        editor,
                        now)));
  }

  private EntryResult change(String id, long number, LongPredicate seen, Maker maker) {
    return commit(
        id,
        Optional.of(number),
        Optional.empty(),
        (reading, now) -> {
          var entry = reading.entry().filter(LiveEntry::isThere);
          if (entry.isEmpty()) {
            return new EntryResult.NoEntry();
          }
          return seen.test(entry.get().revision())
              ? maker.make(reading, now)
              : new EntryResult.Stale();
        });
  }

  private EntryResult commit(
      String id, Optional<Long> number, Optional<KeyedRequests.Keyed> request, Maker maker) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      var now = Instants.now(clock);
      var read = EntryReading.read(articles, id, number, request, now);
      if (read.isEmpty()) {
        return new EntryResult.NoEntry();
      }
      var reading = read.get();
      if (reading.earlier().isPresent()) {
        var earlier = ofEarlierTry(reading, request.orElseThrow());
        if (earlier.isPresent()) {
          return earlier.get();
        }
        Backoff.beforeRetry(attempt);
        continue;
      }
      var result = refusal(reading).orElseGet(() -> maker.make(reading, now));
      if (!(result instanceof EntryResult.Done(var change))) {
        return result;
      }
      if (change.coverage().bytes() > LiveLimits.COVERAGE_KIB * 1024L) {
        return invalid(
            FieldError.of("bodyHtml", "error.coverageTooLarge", LiveLimits.COVERAGE_KIB));
      }
      var whole = withUnpinned(change, reading.before());
      var writes = whole.transaction(transaction, reading.before(), request);
      if (articles.commit(writes) instanceof Transaction.Committed) {
        return new EntryResult.Done(whole);
      }
      Backoff.beforeRetry(attempt);
    }
    throw PassingFailure.overtaken(id, MAX_ATTEMPTS);
  }

  /// Reads the entry that loses its pin. It is as the coverage says: no entry changes without it.
  private LiveChange withUnpinned(LiveChange change, LiveChange.Before before) {
    return change
        .losesPin(before)
        .map(number -> LiveItems.entryKey(change.article().id(), number))
        .flatMap(key -> articles.get(List.of(key)).stream().findFirst())
        .map(item -> change.unpinning(LiveItems.entry(item)))
        .orElse(change);
  }

  private static Optional<EntryResult> refusal(EntryReading reading) {
    var article = reading.before().article();
    if (article.status() == Status.WITHDRAWN) {
      return Optional.of(new EntryResult.Forbidden("problem.409.withdrawn"));
    }
    return article.content().kind() == Kind.LIVE
        ? Optional.empty()
        : Optional.of(new EntryResult.Forbidden("problem.409.notLive"));
  }

  /// The result of an earlier try of the same request: the entry as it was added. Empty if the rest
  /// of what it committed was read before the request, and must be read again.
  private Optional<EntryResult> ofEarlierTry(EntryReading reading, KeyedRequests.Keyed request) {
    var earlier = reading.earlier().orElseThrow();
    if (!request.isSame(earlier)) {
      return Optional.of(new EntryResult.KeyReused());
    }
    var article = reading.before().article();
    var key = LiveItems.revisionKey(article.id(), LiveChange.added(earlier), 1);
    return reading
        .before()
        .coverage()
        .flatMap(coverage ->
            articles.get(List.of(key)).stream()
                .findFirst()
                .map(item -> LiveChange.of(article, coverage, LiveItems.entry(item))))
        .map(EntryResult.Done::new);
  }

  /// The text with its pictures, whose use is noted before they are read; empty if one of them may
  /// not be shown.
  private Optional<LiveEntry.Text> text(String id, EntryDraft draft) {
    Map<String, Picture> ready =
        draft.pictures().isEmpty()
            ? Map.of()
            : Pictures.use(media, draft.pictures(), Set.of(), id, Instants.now(clock));
    return ready.keySet().containsAll(draft.pictures())
        ? Optional.of(new LiveEntry.Text(draft.bodyHtml(), ready))
        : Optional.empty();
  }

  private static EntryResult noSuchPicture() {
    return invalid(FieldError.of("bodyHtml", "error.noSuchPicture"));
  }

  private static EntryResult invalid(FieldError error) {
    return new EntryResult.Invalid(List.of(error));
  }
}
