package news.nashra.homepage.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.articles.Change;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// How far the pages of lists have followed the tables. One query reads it from the partition
/// `HOMEPAGE`: the items `PROGRESS`, `LEAD`, `BREAKING`, `WAITING#<article id>` for each article
/// that the lists do not show correctly yet, `AUTHOR#<slug>` for each author whose record changed,
/// and `MONTHS`.
///
/// @param followed changes up to this time were followed; those of the last [#LATE_CHANGE_WINDOW]
///   are followed once more; absent for none
/// @param frontsChecked when all fronts were last checked and found right; absent when one was not
/// @param current when the homepage was last known to agree with the tables, as far as that is
///   stored ([#sparesReads])
/// @param pinned when the lead was last pinned
/// @param breaking the last breaking news; it may have ended
/// @param waiting since when articles have waited for their own page or that of a list, by id
/// @param authors when records of authors changed that have been followed for less than
///   [#LATE_CHANGE_WINDOW], by slug
/// @param months how many articles each month has, as it was kept; absent if it never was
public record Progress(
    Optional<Instant> followed,
    Optional<Instant> frontsChecked,
    Optional<Instant> current,
    Optional<Instant> pinned,
    Optional<BreakingNews> breaking,
    Map<String, Instant> waiting,
    Map<String, Instant> authors,
    Optional<MonthCounts> months) {
  /// The partition of everything that the homepage remembers.
  static final String PARTITION = "HOMEPAGE";

  private static final String SORT_KEY = "PROGRESS";
  private static final String FOLLOWED = "followed";
  private static final String FRONTS_CHECKED = "frontsChecked";
  private static final String CURRENT = "current";
  private static final String WAITING = "WAITING#";
  private static final String SINCE = "since";

  /// Changes are followed again for this long. A change has the time at which its request begins,
  /// but becomes visible when it is committed, up to 20 seconds later. Presses that looked before
  /// that have ended 60 seconds after it ([news.nashra.core.press.Press#MAX_DURATION]).
  static final Duration LATE_CHANGE_WINDOW = Duration.ofSeconds(90);

  /// How often all fronts are checked although no change is known. It repairs what no event
  /// reported, and drops articles that are too old for the news sitemap.
  static final Duration FRONT_CHECK_INTERVAL = Duration.ofMinutes(15);

  /// Changes that one rebuild follows, the oldest first. If there are more within
  /// [#LATE_CHANGE_WINDOW], the later ones are followed once the others are older than that.
  public static final int MAX_CHANGES_PER_REBUILD = 500;

  public static Progress read(Table table) {
    var progress = Optional.<Item>empty();
    var pinned = Optional.<Instant>empty();
    var breaking = Optional.<BreakingNews>empty();
    var waiting = new LinkedHashMap<String, Instant>();
    var authors = new LinkedHashMap<String, Instant>();
    var months = Optional.<MonthCounts>empty();
    for (var item : table.partition(PARTITION)) {
      if (item.sk().equals(SORT_KEY)) {
        progress = Optional.of(item);
      } else if (item.sk().equals(PinnedLead.SORT_KEY)) {
        pinned = Optional.of(item.instant(PinnedLead.UPDATED));
      } else if (item.sk().equals(BreakingNews.SORT_KEY)) {
        breaking = Optional.of(BreakingNews.read(item));
      } else if (item.sk().startsWith(WAITING)) {
        waiting.put(item.sk().substring(WAITING.length()), item.instant(SINCE));
      } else if (item.sk().equals(MonthCounts.SORT_KEY)) {
        months = Optional.of(MonthCounts.read(item));
      } else {
        AuthorItems.changedAt(item).ifPresent(at -> authors.put(AuthorItems.slug(item.sk()), at));
      }
    }
    return new Progress(
        progress.flatMap(p -> p.findInstant(FOLLOWED)),
        progress.flatMap(p -> p.findInstant(FRONTS_CHECKED)),
        progress.flatMap(p -> p.findInstant(CURRENT)),
        pinned,
        breaking,
        waiting,
        authors,
        months);
  }

  /// How far the pages are, and the changes that they have not followed, oldest first.
  public record Due(Progress progress, List<Change> changes) {
    public Due {
      changes = List.copyOf(changes);
    }
  }

  /// Reads both. If it is known how far the pages were before, the changes since then are read
  /// meanwhile; they are read again if the pages are elsewhere.
  ///
  /// @param before what [#since] was; absent if nobody knows
  public static Due read(Table table, ArticleLists lists, Optional<Instant> before) {
    if (before.isEmpty()) {
      var progress = read(table);
      return new Due(progress, lists.changes(progress.since(), MAX_CHANGES_PER_REBUILD));
    }
    return Parallel.both(
        () -> read(table),
        () -> lists.changes(before.get(), MAX_CHANGES_PER_REBUILD),
        (progress, known) -> new Due(progress, progress.changes(lists, before.get(), known)));
  }

  private List<Change> changes(ArticleLists lists, Instant from, List<Change> known) {
    var since = since();
    return since.isBefore(from) || known.size() == MAX_CHANGES_PER_REBUILD
        ? lists.changes(since, MAX_CHANGES_PER_REBUILD)
        : known.stream().filter(change -> !change.at().isBefore(since)).toList();
  }

  /// The same if the homepage is known to have agreed with the tables at another time as well.
  public Progress alsoCurrentAt(Optional<Instant> instant) {
    var latest = Stream.concat(current.stream(), instant.stream()).max(Instant::compareTo);
    return new Progress(
        followed, frontsChecked, latest, pinned, breaking, waiting, authors, months);
  }

  /// Which articles the archives already show.
  public Followed followedArticles() {
    return new Followed(since(), waiting.keySet());
  }

  /// From when on changes have to be followed.
  public Instant since() {
    return followed.map(at -> at.minus(LATE_CHANGE_WINDOW)).orElse(Instant.EPOCH);
  }

  /// Whether it is of use to store that the pages have followed `changes`: whether one of these, or
  /// of the editors' decisions, need not be followed again. If all are recent, the next rebuild
  /// follows the same in either case. Then [#current] is not stored either: an instance that did
  /// not see it counts an age from up to two rebuilds too early.
  ///
  /// @param reached how far the pages are
  /// @param changes that were followed, oldest first
  public boolean sparesReads(Instant reached, List<Change> changes) {
    var from = reached.minus(LATE_CHANGE_WINDOW);
    return Stream.concat(changes.stream().map(Change::at).limit(1), decisions())
        .anyMatch(at -> !at.isBefore(since()) && at.isBefore(from));
  }

  private Stream<Instant> decisions() {
    return Stream.concat(pinned.stream(), breaking.map(BreakingNews::updatedAt).stream());
  }

  /// Whether the lead was pinned, or breaking news was written or ended, since then.
  public boolean decidedSince() {
    return decisions().anyMatch(at -> !at.isBefore(since()));
  }

  /// Forgets the changed records of authors that no press from before the change can spoil any
  /// more.
  public void forgetAuthors(Table table, Instant now) {
    authors.forEach((slug, at) -> {
      if (!at.plus(LATE_CHANGE_WINDOW).isAfter(now)) {
        AuthorItems.forgetChange(table, slug, at);
      }
    });
  }

  public boolean frontCheckDue(Instant now) {
    return frontsChecked.isEmpty() || !now.isBefore(frontsChecked.get().plus(FRONT_CHECK_INTERVAL));
  }

  /// How far the pages are when they have followed `changes`, of which there may be more. Never
  /// later than `now`, because a recent change may become visible late.
  public static Instant reached(List<Change> changes, Instant now) {
    var last = changes.getLast().at().plus(LATE_CHANGE_WINDOW);
    return last.isBefore(now) ? last : now;
  }

  /// Stores how far the pages are, unless another rebuild has got further.
  public static void store(
      Table table, Instant followed, Optional<Instant> frontsChecked, Optional<Instant> current) {
    table.put(
        Item.at(PARTITION, SORT_KEY)
            .with(FOLLOWED, followed)
            .with(FRONTS_CHECKED, frontsChecked.map(Instants::format))
            .with(CURRENT, current.map(Instants::format)),
        "attribute_not_exists(followed) OR followed <= :followed",
        Map.of(":followed", Instants.format(followed)));
  }

  /// Until when the homepage was right if it is not right now: until the first change that it does
  /// not show. If no change tells, or it was wrong before, the last time at which it is known to
  /// have been right.
  public Optional<Instant> rightUntil(List<Change> changes, Instant now) {
    if (frontsChecked.isEmpty()) {
      return current;
    }
    return changes.stream()
        .map(Change::at)
        .filter(at -> current.filter(right -> !at.isAfter(right)).isEmpty())
        .findFirst()
        .or(() -> current)
        .or(() -> Optional.of(now));
  }

  /// Remembers an article, even if it is remembered already: another rebuild may be about to forget
  /// it.
  public static void remember(Table table, String id, Instant now) {
    table.put(Item.at(PARTITION, WAITING + id).with(SINCE, now));
  }

  /// Forgets an article, unless another rebuild has remembered it again.
  public void forget(Table table, String id) {
    var since = waiting.get(id);
    if (since != null) {
      table.delete(
          new Key(PARTITION, WAITING + id),
          SINCE + " = :since",
          Map.of(":since", Instants.format(since)));
    }
  }
}
