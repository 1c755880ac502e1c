package news.nashra.articles.live;

/// Limits of live coverage. An entry has the limits of a body
/// ([news.nashra.articles.ArticleLimits]).
public final class LiveLimits {
  /// Entries of one article, those that were taken away included.
  public static final int ENTRIES = 500;

  /// All entries of an article together, in UTF-8, so that its pages can be composed in memory.
  public static final int COVERAGE_KIB = 2048;

  /// Entries on a page of older ones. The article's page has at most twice as many.
  public static final int ENTRIES_PER_PAGE = 25;

  private LiveLimits() {}
}
