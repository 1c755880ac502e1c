package news.nashra.comments;

import java.util.Optional;
import news.nashra.core.KeyedHash;
import news.nashra.core.PlainText;
import news.nashra.core.aws.Item;

/// The mark that reveals a repetition: the same text by the same person on the same article. A text
/// stays the same with other white space, capitals, harakat, tatweel, invisible characters or forms
/// of a letter. Other punctuation or another emoji makes another text: "Yes." is not "Yes?".
public final class SameText {
  private SameText() {}

  /// The item that marks the text of `comment` as submitted.
  public static Item item(Comment comment, KeyedHash hash) {
    var mark =
        hash.base64Url(
            "same",
            comment.articleId(),
            comment.author().person(),
            PlainText.of(comment.author().name()),
            PlainText.of(comment.text().title()),
            PlainText.of(comment.text().body()));
    return Item.at("SAME#" + mark, "SAME");
  }

  /// The mark that a stored comment left, under the key of its time; absent if that key is no
  /// longer known.
  public static Optional<Item> find(Comment comment, CommentKeys keys) {
    return keys.first(
        key -> Reference.read(comment.reference(), key).map(reference -> item(comment, key)));
  }
}
