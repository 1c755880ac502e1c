package news.nashra.articles;

/// How large the parts of an article may be. Texts are counted in grapheme clusters.
public final class ArticleLimits {
  public static final int HEADLINE = 200;

  /// City, source and byline.
  public static final int LINE = 80;

  public static final int SUMMARY = 400;

  /// A summary made from the body, where the editor wrote none.
  public static final int MADE_SUMMARY = 220;

  /// What a picture shows, its caption and its credit.
  public static final int ALT = 300;

  public static final int CAPTION = 300;
  public static final int PICTURES = 50;
  public static final int TAGS = 10;
  public static final int TAG = 40;
  public static final int RELATED = 5;
  public static final int TRANSLATIONS = 10;
  public static final int URL = 2000;
  public static final int CORRECTION = 1000;

  /// Of one article. Each has an entry of its own, written again with every revision, and a
  /// transaction takes [100 writes][news.nashra.core.aws.Transaction#MAX_WRITES].
  public static final int CORRECTIONS = 50;

  /// Of all corrections of an article, in UTF-8.
  public static final int CORRECTIONS_KIB = 64;

  /// Why an article was withdrawn.
  public static final int REASON = 1000;

  /// Of the cleaned body, in UTF-8.
  public static final int BODY_KIB = 200;

  /// Of the whole article as one item of DynamoDB, which holds [400
  /// KB][news.nashra.core.aws.Item#MAX_BYTES]. The rest is for the address and, when it is
  /// withdrawn, for the reason.
  public static final int ARTICLE_KIB = 320;

  public static final int REQUEST_BYTES = 1024 * 1024;

  private ArticleLimits() {}
}
