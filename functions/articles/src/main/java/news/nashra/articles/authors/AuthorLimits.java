package news.nashra.articles.authors;

/// Limits on the record of an author. Text lengths are counted in grapheme clusters.
public final class AuthorLimits {
  public static final int NAME = 80;
  public static final int ROLE = 80;
  public static final int BIO = 2000;
  public static final int LINKS = 5;
  public static final int LINK = 2000;
  public static final int REQUEST_BYTES = 64 * 1024;

  private AuthorLimits() {}
}
