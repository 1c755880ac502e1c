package news.nashra.articles.publish;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import news.nashra.articles.Article;
import news.nashra.articles.Kind;
import news.nashra.articles.Status;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.draft.ArticleDraft;
import news.nashra.articles.draft.RelatedArticles;
import news.nashra.articles.draft.ResolvedReferences;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.press.FirstReading;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.FreeAddress;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.FieldError;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.media.PictureRemoval;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;

/// Creates, revises, withdraws and previews articles. A change is committed when its method returns
/// [PublicationResult.Done]. Thread-safe.
final class PublicationService {
  private static final FieldError LIVE_HAS_ENTRIES = FieldError.of("kind", "error.liveHasEntries");

  private final Table articles;
  private final ArticlePictures pictures;
  private final FreeAddress addresses;
  private final ArticleTransaction transaction;
  private final Supplier<String> ids;
  private final InstantSource clock;

  PublicationService(
      Table articles,
      Table comments,
      Pictures pictures,
      Edition edition,
      Supplier<String> ids,
      InstantSource clock) {
    this.articles = articles;
    this.pictures = new ArticlePictures(articles, pictures);
    this.addresses = new FreeAddress(articles, edition.timeZone());
    this.transaction =
        new ArticleTransaction(articles, comments, edition.comments().closeAfterDays());
    this.ids = ids;
    this.clock = clock;
  }

  /// Creates an article; only once for requests with the same key.
  PublicationResult create(
      ArticleDraft draft, Writer writer, Optional<KeyedRequests.Keyed> request) {
    var now = Instants.now(clock);
    var keys = new ArrayList<>(authors(draft).stream().map(AuthorItems::key).toList());
    request.ifPresent(r -> keys.add(r.itemKey()));
    return keys.isEmpty()
        ? create(draft, writer, request, List.of(), related(draft), now)
        : Parallel.both(
            () -> articles.get(keys),
            () -> related(draft),
            (read, related) -> create(draft, writer, request, read, related, now));
  }

  private RelatedArticles related(ArticleDraft draft) {
    return RelatedArticles.choose(articles, draft, Optional.empty());
  }

  /// @param read the records of the draft's authors, and of an earlier try
  private PublicationResult create(
      ArticleDraft draft,
      Writer writer,
      Optional<KeyedRequests.Keyed> request,
      List<Item> read,
      RelatedArticles related,
      Instant now) {
    var earlier = request.flatMap(r -> KeyedRequests.find(read, r, now));
    if (earlier.isPresent()) {
      return EarlierTry.result(articles, request.orElseThrow(), earlier.get());
    }
    var id = ids.get();
    var authors = AuthorItems.read(read);
    var usable = pictures.use(id, Optional.empty(), draft.status(), now);
    var references = ResolvedReferences.resolve(related, usable, draft, authors.keySet());
    return switch (checked(draft, references, Optional.empty())) {
      case ResolvedReferences.Missing missing -> new PublicationResult.Invalid(missing.errors());
      case ResolvedReferences.Found found -> {
        var result =
            commitIfItFits(
                Optional.empty(),
                draft.first(id, found.references(), writer.name(), now),
                draft.note().corrections().field(),
                request);
        var named = authors(draft).stream().map(authors::get).toList();
        var first = new FirstReading(now, found.related(), named);
        // An earlier try made an article with another id.
        yield result instanceof PublicationResult.Done done && done.article().id().equals(id)
            ? new PublicationResult.Done(done.article(), Optional.of(first))
            : result;
      }
    };
  }

  /// Commits the next revision of an article.
  ///
  /// @param seen tells whether the editor saw a given revision
  PublicationResult revise(String id, ArticleDraft draft, Writer writer, LongPredicate seen) {
    while (true) {
      var result = reviseOnce(id, draft, writer, seen);
      boolean overtaken = result instanceof PublicationResult.Stale;
      if (!overtaken || !isSeen(id, writer, seen)) {
        return result;
      }
    }
  }

  /// Whether the editor saw the current revision. Then only an entry of live coverage came between.
  private boolean isSeen(String id, Writer writer, LongPredicate seen) {
    return find(id, writer).filter(a -> seen.test(a.revision().number())).isPresent();
  }

  private PublicationResult reviseOnce(
      String id, ArticleDraft draft, Writer writer, LongPredicate seen) {
    var before = find(id, writer);
    var refusal = refusal(before, seen);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (before.orElseThrow().status() == Status.PUBLISHED && draft.status() != Status.PUBLISHED) {
      return new PublicationResult.AlreadyPublished();
    }
    if (losesEntries(before.get(), draft)) {
      return invalid(LIVE_HAS_ENTRIES);
    }
    var now = Instants.now(clock);
    var usable = pictures.use(id, before, draft.status(), now);
    var references =
        ResolvedReferences.resolve(articles, usable, draft, before, knownAuthors(draft, before));
    return switch (checked(draft, references, before)) {
      case ResolvedReferences.Missing missing -> new PublicationResult.Invalid(missing.errors());
      case ResolvedReferences.Found found ->
          commitIfItFits(
              before,
              draft.next(before.get(), found.references(), writer.name(), now),
              draft.note().corrections().field(),
              Optional.empty());
    };
  }

  /// Whether an article would no longer be live coverage, although it has entries: its page would
  /// not show them any more. An entry that comes meanwhile changes the article, and this is asked
  /// again.
  private boolean losesEntries(Article before, ArticleDraft draft) {
    return before.content().kind() == Kind.LIVE
        && draft.content().kind() != Kind.LIVE
        && articles.get(List.of(LiveItems.coverageKey(before.id()))).stream()
            .map(LiveItems::coverage)
            .anyMatch(coverage -> coverage.bytes() > 0);
  }

  /// Withdraws an article.
  ///
  /// @param reason for the record, and in words for readers
  /// @param again whether an article that is withdrawn already is no fault. Other reasons than it
  ///   has are its next revision
  /// @param seen the revision that must be the current one, or, of one that is withdrawn already,
  ///   the one before; empty for whichever is
  PublicationResult withdraw(
      String id,
      WithdrawalReason reason,
      boolean again,
      Writer writer,
      Optional<LongPredicate> seen) {
    while (true) {
      var before = find(id, writer);
      boolean repeats = again && before.filter(a -> a.status() == Status.WITHDRAWN).isPresent();
      var refusal =
          repeats ? staleAgain(before.get(), seen) : refusal(before, seen.orElse(any -> true));
      if (refusal.isPresent()) {
        return refusal.get();
      }
      var after = reason.withdraw(before.orElseThrow(), writer.name(), Instants.now(clock));
      if (after.equals(before.get())) {
        return new PublicationResult.Done(after);
      }
      var done = commit(before, after, Optional.empty());
      if (!(done instanceof PublicationResult.Stale)) {
        return done;
      }
    }
  }

  /// A withdrawal whose answer was lost comes again with the tag of the revision before it.
  private static Optional<PublicationResult> staleAgain(
      Article withdrawn, Optional<LongPredicate> seen) {
    long number = withdrawn.revision().number();
    return seen.filter(sees -> !sees.test(number) && !sees.test(number - 1))
        .map(stale -> new PublicationResult.Stale());
  }

  /// Takes the pictures of a withdrawn article away, except those that another article or the
  /// record of an author shows. May be repeated.
  PictureRemoval.Result removePictures(Article withdrawn) {
    return pictures.remove(withdrawn, Instants.now(clock));
  }

  /// The article as it would be if it were published now; a scheduled one, at its time. Nothing is
  /// stored.
  ///
  /// @param id of the article whose next revision it would be; absent for a new article
  PublicationResult preview(ArticleDraft draft, Optional<String> id, Writer writer) {
    var before = id.flatMap(known -> find(known, writer));
    if (id.isPresent() && before.isEmpty()) {
      return new PublicationResult.NoArticle();
    }
    if (before.isPresent() && losesEntries(before.get(), draft)) {
      return invalid(LIVE_HAS_ENTRIES);
    }
    var next = draft.published();
    var references =
        ResolvedReferences.resolve(
            articles, pictures::ready, next, before, knownAuthors(draft, before));
    return switch (checked(draft, references, before)) {
      case ResolvedReferences.Missing missing -> new PublicationResult.Invalid(missing.errors());
      case ResolvedReferences.Found found -> {
        var at = draft.note().times().publishAt().orElseGet(() -> Instants.now(clock));
        var article =
            before
                .map(known -> next.next(known, found.references(), writer.name(), at))
                .orElseGet(() -> next.first(ids.get(), found.references(), writer.name(), at));
        var placed = addresses.give(article, 1);
        yield ArticleSize.fault(before, placed, draft.note().corrections().field())
            .map(PublicationService::invalid)
            .orElseGet(() -> new PublicationResult.Done(placed));
      }
    };
  }

  /// The references of a draft, or everything that is wrong with it: its references, its times, and
  /// corrections that neither `before` nor an earlier revision has.
  private ResolvedReferences checked(
      ArticleDraft draft, ResolvedReferences references, Optional<Article> before) {
    var edits = draft.note().corrections();
    var unknown = edits.unknown(before.map(Article::corrections).orElse(List.of()));
    if (before.isPresent() && !unknown.isEmpty()) {
      unknown = new FormerCorrections(articles, before.get()).unknown(unknown);
    }
    var errors = new ArrayList<>(edits.faults(unknown));
    var now = Instants.now(clock);
    errors.addAll(draft.note().first().faults(before, draft.status(), now));
    errors.addAll(draft.note().times().faults(draft.status(), before, now));
    if (references instanceof ResolvedReferences.Missing missing) {
      errors.addAll(missing.errors());
    }
    return errors.isEmpty() ? references : new ResolvedReferences.Missing(errors);
  }

  /// An article that the writer may change.
  private Optional<Article> find(String id, Writer writer) {
    return ArticleItems.find(articles, id).filter(writer::mayChange);
  }

  private static List<String> authors(ArticleDraft draft) {
    return draft.content().credits().authors();
  }

  /// Those of the draft's authors who have a record. Records are never deleted, so whoever is named
  /// in `before` has one.
  private Set<String> knownAuthors(ArticleDraft draft, Optional<Article> before) {
    var known = new HashSet<String>();
    before.ifPresent(article -> known.addAll(article.content().credits().authors()));
    var others = authors(draft).stream().filter(slug -> !known.contains(slug)).toList();
    known.addAll(AuthorItems.find(articles, others).keySet());
    return known;
  }

  private static Optional<PublicationResult> refusal(Optional<Article> before, LongPredicate seen) {
    if (before.isEmpty()) {
      return Optional.of(new PublicationResult.NoArticle());
    }
    if (before.get().status() == Status.WITHDRAWN) {
      return Optional.of(new PublicationResult.Withdrawn());
    }
    return seen.test(before.get().revision().number())
        ? Optional.empty()
        : Optional.of(new PublicationResult.Stale());
  }

  /// Commits `article` if it fits. Corrections are counted against `before`: if another correction
  /// is committed in the meantime, this one is stale.
  ///
  /// @param corrections the field that changes corrections
  private PublicationResult commitIfItFits(
      Optional<Article> before,
      Article article,
      String corrections,
      Optional<KeyedRequests.Keyed> request) {
    var placed = addresses.give(article, 1);
    return ArticleSize.fault(before, placed, corrections)
        .or(() -> ArticleSize.fault(transaction.build(before, placed, request)))
        .or(() -> faultWhenReleased(before, placed))
        .map(PublicationService::invalid)
        .orElseGet(() -> {
          pictures.cut(before, article);
          return commit(before, article, request);
        });
  }

  /// What the clock could not do to a scheduled article, which then is in all its lists.
  private Optional<FieldError> faultWhenReleased(Optional<Article> before, Article article) {
    if (article.status() != Status.SCHEDULED) {
      return Optional.empty();
    }
    var released = addresses.give(article.asPublished(article.changedAt()), 1);
    return ArticleSize.fault(transaction.build(before, released, Optional.empty()));
  }

  private static PublicationResult invalid(FieldError fault) {
    return new PublicationResult.Invalid(List.of(fault));
  }

  private PublicationResult commit(
      Optional<Article> before, Article article, Optional<KeyedRequests.Keyed> request) {
    var placed = addresses.commit(transaction, before, article, request);
    return switch (placed.result()) {
      case Transaction.Committed committed -> new PublicationResult.Done(placed.article());
      case Transaction.Refused refused when refused.failed(ArticleTransaction.REQUEST) ->
          EarlierTry.result(
              articles,
              request.orElseThrow(),
              refused.item(ArticleTransaction.REQUEST).orElseThrow());
      case Transaction.Refused refused -> new PublicationResult.Stale();
    };
  }
}
