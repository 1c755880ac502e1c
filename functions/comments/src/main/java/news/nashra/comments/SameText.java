package news.nashra.comments;

import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;

/// The mark that reveals a repetition: the same text by the same person on the same article.
public final class SameText {
  private SameText() {}

  /// The item that marks the text of `comment` as submitted.
  public static Item item(Comment comment, KeyedHash hash) {
    var mark =
        hash.base64Url(
            "same",
            comment.articleId(),
            comment.author().person(),
            comment.author().name(),
            comment.text().title(),
            comment.text().body());
    return Item.at("SAME#" + mark, "SAME");
  }
}
