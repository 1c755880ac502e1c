package news.nashra.articles;

/// Limits on the parts of an article. Text lengths are counted in grapheme clusters.
public final class ArticleLimits {
  public static final int HEADLINE = 200;

  /// A short line, such as a city, a byline or the credit of a picture.
  public static final int LINE = 80;

  public static final int SUMMARY = 400;

  /// A summary taken from the body because the editor wrote none.
  public static final int MADE_SUMMARY = 220;

  /// The description of a picture. Its caption has the same limit, its credit is a [#LINE].
  public static final int ALT = 300;

  public static final int CAPTION = 300;
  public static final int PICTURES = 50;
  public static final int TAGS = 10;
  public static final int TAG = 40;
  public static final int RELATED = 5;

  /// Sections that list an article beside its own.
  public static final int ALSO_IN = 2;

  public static final int AUTHORS = 5;
  public static final int TRANSLATIONS = 10;
  public static final int URL = 2000;

  /// Each of them is a page that is pressed with the article's.
  public static final int FORMER_ADDRESSES = 20;

  public static final int CORRECTION = 1000;

  /// Corrections of one article. Each has an entry in a list, and every revision writes all these
  /// entries again. A transaction takes [100 writes][news.nashra.core.aws.Transaction#MAX_WRITES].
  public static final int CORRECTIONS = 50;

  /// All corrections of an article together, in UTF-8.
  public static final int CORRECTIONS_KIB = 64;

  /// The reason for a withdrawal.
  public static final int REASON = 1000;

  /// The reason for a withdrawal that readers see.
  public static final int PUBLIC_REASON = 500;

  /// The cleaned body, in UTF-8.
  public static final int BODY_KIB = 200;

  /// Elements and texts of a body before it is cleaned, and how deep they may be nested.
  public static final int BODY_NODES = 20_000;

  public static final int BODY_DEPTH = 100;

  /// The whole article as one DynamoDB item, which holds at most [400
  /// KB][news.nashra.core.aws.Item#MAX_BYTES]. The rest is left for its address and for the reason
  /// if it is withdrawn.
  public static final int ARTICLE_KIB = 320;

  /// A working copy as it is sent. It is one DynamoDB item.
  public static final int WORKING_COPY_KIB = 384;

  /// How far ahead an article can be scheduled or end, in days.
  public static final int SCHEDULE_DAYS = 3653;

  public static final int REQUEST_BYTES = 1024 * 1024;

  private ArticleLimits() {}
}
