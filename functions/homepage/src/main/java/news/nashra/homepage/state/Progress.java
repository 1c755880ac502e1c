package news.nashra.homepage.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Change;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// How far the pages of lists have followed the tables, as one query of what the homepage remembers
/// tells: `HOMEPAGE` with `PROGRESS`, `LEAD`, and `WAITING#<article id>` for each article that the
/// lists do not show rightly yet.
///
/// @param followed changes until then were followed, those of the last [#LATE] once more; absent
///   for none
/// @param looked when all fronts were last looked at and found right; absent when one was not
/// @param current when the homepage was last known to say what the tables say
/// @param pinned when the lead was last pinned
/// @param waiting since when articles have waited for their own page or that of a list, by their
///   ids
public record Progress(
    Optional<Instant> followed,
    Optional<Instant> looked,
    Optional<Instant> current,
    Optional<Instant> pinned,
    Map<String, Instant> waiting) {
  /// The partition of what the homepage remembers.
  static final String PARTITION = "HOMEPAGE";

  private static final String SORT_KEY = "PROGRESS";
  private static final String FOLLOWED = "followed";
  private static final String LOOKED = "looked";
  private static final String CURRENT = "current";
  private static final String WAITING = "WAITING#";
  private static final String SINCE = "since";

  /// Changes are followed again for so long. One is dated when its request begins and is seen when
  /// it is committed, 20 seconds later at most; presses that looked before that have ended 60
  /// seconds after it ([news.nashra.core.press.Press#MAX_DURATION]).
  static final Duration LATE = Duration.ofSeconds(90);

  /// So often the fronts are looked at though nothing is known to have changed: it repairs what
  /// nobody told of, and drops what is too old for the news sitemap.
  static final Duration LOOK = Duration.ofMinutes(15);

  /// Changes that one rebuild follows, the oldest first. Of more than these within [#LATE], the
  /// later ones come as the others become older than that.
  public static final int MOST = 500;

  public static Progress read(Table table) {
    var progress = Optional.<Item>empty();
    var pinned = Optional.<Instant>empty();
    var waiting = new LinkedHashMap<String, Instant>();
    for (var item : table.partition(PARTITION)) {
      if (item.sk().equals(SORT_KEY)) {
        progress = Optional.of(item);
      } else if (item.sk().equals(PinnedLead.SORT_KEY)) {
        pinned = Optional.of(item.instant(PinnedLead.UPDATED));
      } else if (item.sk().startsWith(WAITING)) {
        waiting.put(item.sk().substring(WAITING.length()), item.instant(SINCE));
      }
    }
    return new Progress(
        progress.flatMap(p -> p.findInstant(FOLLOWED)),
        progress.flatMap(p -> p.findInstant(LOOKED)),
        progress.flatMap(p -> p.findInstant(CURRENT)),
        pinned,
        waiting);
  }

  /// What changed since, oldest first.
  public List<Change> changes(ArticleLists lists) {
    return lists.changes(since(), MOST);
  }

  /// Which articles the archives show already.
  public Followed plan() {
    return new Followed(since(), waiting.keySet());
  }

  private Instant since() {
    return followed.map(at -> at.minus(LATE)).orElse(Instant.EPOCH);
  }

  /// Whether the lead was pinned since.
  public boolean pinnedSince() {
    return pinned.isPresent() && !pinned.get().isBefore(since());
  }

  public boolean lookDue(Instant now) {
    return looked.isEmpty() || !now.isBefore(looked.get().plus(LOOK));
  }

  /// How far the pages are when they have followed `changes`, of which there are more if they are
  /// so many. Never ahead of `now`: a change of the last moments may come late.
  public static Instant reached(List<Change> changes, Instant now) {
    var last = changes.getLast().at().plus(LATE);
    return last.isBefore(now) ? last : now;
  }

  /// Notes how far the pages are, unless another rebuild was further.
  public static void store(
      Table table, Instant followed, Optional<Instant> looked, Optional<Instant> current) {
    table.put(
        Item.at(PARTITION, SORT_KEY)
            .with(FOLLOWED, followed)
            .with(LOOKED, looked.map(Instants::format))
            .with(CURRENT, current.map(Instants::format)),
        "attribute_not_exists(followed) OR followed <= :followed",
        Map.of(":followed", Instants.format(followed)));
  }

  /// Until when the homepage was right, if it is not now: until the first change that it does not
  /// show, or, where none tells or it was wrong already, as long as is known.
  public Optional<Instant> rightUntil(List<Change> changes, Instant now) {
    if (looked.isEmpty()) {
      return current;
    }
    return changes.stream()
        .map(Change::at)
        .filter(at -> current.filter(right -> !at.isAfter(right)).isEmpty())
        .findFirst()
        .or(() -> current)
        .or(() -> Optional.of(now));
  }

  /// Remembers an article, anew where it is remembered already: another rebuild may be about to
  /// forget it.
  public static void remember(Table table, String id, Instant now) {
    table.put(Item.at(PARTITION, WAITING + id).with(SINCE, now));
  }

  /// Forgets an article that was remembered, unless another rebuild remembered it anew.
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
