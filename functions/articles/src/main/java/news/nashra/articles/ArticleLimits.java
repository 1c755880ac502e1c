package news.nashra.articles;

/// How large the parts of an article may be. Texts are counted in grapheme clusters.
final class ArticleLimits {
  static final int HEADLINE = 200;

  /// City, source and byline.
  static final int LINE = 80;

  static final int SUMMARY = 400;

  /// A summary made from the body, where the editor wrote none.
  static final int MADE_SUMMARY = 220;

  /// What a picture shows, its caption and its credit.
  static final int ALT = 300;

  static final int CAPTION = 300;
  static final int PICTURES = 50;
  static final int TAGS = 10;
  static final int TAG = 40;
  static final int RELATED = 5;
  static final int TRANSLATIONS = 10;
  static final int URL = 2000;
  static final int CORRECTION = 1000;

  /// Of one article. Each has an entry of its own, written again with every revision, and a
  /// transaction takes [100 writes][news.nashra.core.aws.Transaction#MAX_WRITES].
  static final int CORRECTIONS = 50;

  /// Of all corrections of an article, in UTF-8.
  static final int CORRECTIONS_KIB = 64;

  /// Why an article was withdrawn.
  static final int REASON = 1000;

  /// Of the cleaned body, in UTF-8.
  static final int BODY_KIB = 200;

  /// Of the whole article as one item of DynamoDB, which holds [400
  /// KB][news.nashra.core.aws.Item#MAX_BYTES]. The rest is for the address and, when it is
  /// withdrawn, for the reason.
  static final int ARTICLE_KIB = 320;

  static final int REQUEST_BYTES = 1024 * 1024;

  private ArticleLimits() {}
}
