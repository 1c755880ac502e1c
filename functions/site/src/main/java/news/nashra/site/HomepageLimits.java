package news.nashra.site;

/// The limits of what editors put on the homepage, which an application for editors is told.
public final class HomepageLimits {
  /// Articles that lead it.
  public static final int LEAD = 5;

  /// Grapheme clusters of the breaking news.
  public static final int BREAKING = 120;

  /// How long the breaking news may run.
  public static final int BREAKING_HOURS = 24;

  private HomepageLimits() {}
}
