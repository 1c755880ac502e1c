package news.nashra.comments;

import java.util.List;
import news.nashra.core.Text;

/// Bans a comment in whose field for machines something was written.
final class Honeypot implements Stage {
  @Override
  public Finding screen(CommentDraft draft) {
    if (draft.bait().isEmpty()) {
      return new Finding.Clean();
    }
    var quote = Text.shorten(Text.line(draft.bait()), Flag.QUOTE);
    return new Finding.Banned(List.of(new Flag("honeypot", "website", quote)));
  }
}
