package news.nashra.articles.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/// The entries of live coverage, divided into pages of [LiveLimits#ENTRIES_PER_PAGE] consecutive
/// numbers. The article's page has the last two of them, which are not complete yet or were the
/// last to be completed; those before have pages of their own, which do not change when entries
/// come. So a new entry changes the article's page alone, and once in a while begins one more page.
///
/// @param newest entries on the article's page, newest first, those that were taken away included
/// @param pinned the entry that is shown above the others
/// @param older reads the entries of a page of older ones, newest first
public record LiveEntries(
    Coverage coverage,
    List<LiveEntry> newest,
    Optional<LiveEntry> pinned,
    LongFunction<List<LiveEntry>> older) {
  private static final int SIZE = LiveLimits.ENTRIES_PER_PAGE;

  /// Those of live coverage before its first entry.
  ///
  /// @param since when the article was published
  public static LiveEntries none(Instant since) {
    return new LiveEntries(Coverage.start(since), List.of(), Optional.empty(), page -> List.of());
  }

  public LiveEntries {
    newest = List.copyOf(newest);
  }

  /// The highest number of an entry.
  public long latest() {
    return newest.isEmpty() ? 0 : newest.getFirst().number();
  }

  /// The entries on the article's page, newest first, without the one that is pinned.
  public List<LiveEntry> shown() {
    long first = firstOnArticle(latest());
    return newest.stream()
        .filter(entry -> entry.isThere() && entry.number() >= first)
        .filter(entry -> !coverage.isPinned(entry.number()))
        .toList();
  }

  public int olderPages() {
    return olderPages(latest());
  }

  /// The entries of a page of older ones, newest first.
  ///
  /// @param page counted from 1
  public List<LiveEntry> older(int page) {
    return older.apply(page).stream().filter(LiveEntry::isThere).toList();
  }

  /// The number of pages of older entries when `latest` is the highest number.
  static int olderPages(long latest) {
    return (int) Math.max(0, (latest - 1) / SIZE - 1);
  }

  /// The lowest number on the article's page.
  static long firstOnArticle(long latest) {
    return (long) olderPages(latest) * SIZE + 1;
  }

  /// The page of older entries that an entry is on, or will be on, counted from 1.
  public static int pageOf(long number) {
    return (int) ((number - 1) / SIZE) + 1;
  }

  public static long firstOn(int page) {
    return (page - 1L) * SIZE + 1;
  }

  public static long lastOn(int page) {
    return (long) page * SIZE;
  }

  /// The address of a page of older entries, `/2026/02/23/slug/entries/1/`.
  public static String pagePath(String articlePath, int page) {
    return articlePath + "entries/" + page + "/";
  }
}
