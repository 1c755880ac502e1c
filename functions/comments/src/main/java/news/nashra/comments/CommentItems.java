package news.nashra.comments;

import java.util.List;
import news.nashra.core.aws.Item;

/// Comments as items of the comments table.
final class CommentItems {
  private CommentItems() {}

  static Item item(Comment comment) {
    var draft = comment.draft();
    var item =
        Item.at(Threads.partition(comment.articleId()), "COMMENT#" + comment.id())
            .with("name", draft.name())
            .with("email", draft.email())
            .with("title", draft.title())
            .with("body", draft.body())
            .with("status", comment.status().word())
            .with("submittedAt", comment.submittedAt())
            .with("client", comment.client())
            .with("terms", comment.terms())
            .with("reference", comment.reference());
    return draft.baited() ? item.with("flags", List.of("honeypot")) : item;
  }
}
