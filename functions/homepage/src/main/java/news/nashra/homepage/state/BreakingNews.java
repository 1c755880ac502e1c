package news.nashra.homepage.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Change;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.site.HomepageLimits;

/// The breaking news of the newspaper, one at a time, as it is stored: the item `HOMEPAGE`,
/// `BREAKING`. One that has ended stays, so that rebuilds press once more what showed it. Pages
/// show it until the item says that it has ended, never by the clock: so they remain a function of
/// the tables. Immutable.
///
/// @param articleId the article that it links to
/// @param until when it ends by itself
/// @param editor who wrote it or ended it; whoever wrote it, if it ended by itself
/// @param updatedAt when it was written or ended
public record BreakingNews(
    String text,
    Optional<String> articleId,
    Instant until,
    String editor,
    Instant updatedAt,
    boolean ended) {
  /// In grapheme clusters: four lines of a telephone.
  public static final int MAX_TEXT_LENGTH = HomepageLimits.BREAKING;

  /// How long it may last, from when it is written.
  public static final Duration MAX_DURATION = Duration.ofHours(HomepageLimits.BREAKING_HOURS);

  static final String SORT_KEY = "BREAKING";
  private static final String UPDATED = "updatedAt";

  /// The last one; it may have ended.
  public static Optional<BreakingNews> find(Table table) {
    return table.get(Progress.PARTITION, SORT_KEY).map(BreakingNews::read);
  }

  static BreakingNews read(Item item) {
    return new BreakingNews(
        item.text("text"),
        item.find("article"),
        item.instant("until"),
        item.text("editor"),
        item.instant(UPDATED),
        item.flag("ended"));
  }

  /// Stores it in place of the one before.
  public void store(Table table) {
    table.put(item());
  }

  public BreakingNews endedBy(String who, Instant now) {
    return new BreakingNews(text, articleId, until, who, now, true);
  }

  /// Whether it has not ended yet.
  public boolean current(Instant now) {
    return !ended && now.isBefore(until);
  }

  /// Whether it must end now: its time is over, or its article is no longer published.
  ///
  /// @param changes of articles that may not have been followed yet
  public boolean isOver(Instant now, Collection<Change> changes) {
    return !ended
        && (!now.isBefore(until)
            || changes.stream()
                .anyMatch(
                    change -> !change.published() && articleId.equals(Optional.of(change.id()))));
  }

  /// Ends it, unless an editor has written or ended it meanwhile.
  ///
  /// @param who ended it
  public void end(Table table, String who, Instant now) {
    table.put(
        endedBy(who, now).item(),
        UPDATED + " = :seen",
        Map.of(":seen", Instants.format(updatedAt)));
  }

  private Item item() {
    return Item.at(Progress.PARTITION, SORT_KEY)
        .with("text", text)
        .with("article", articleId)
        .with("until", until)
        .with("editor", editor)
        .with(UPDATED, updatedAt)
        .with("ended", ended);
  }
}
