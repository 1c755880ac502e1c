package news.nashra.comments.screening;

import java.util.List;
import news.nashra.comments.Flag;
import news.nashra.core.Text;

/// Bans a comment whose honeypot field, hidden from people, is filled in.
final class Honeypot implements Stage {
  @Override
  public ScreeningResult screen(Candidate comment) {
    if (comment.honeypot().isEmpty()) {
      return new ScreeningResult.Clean();
    }
    var quote = Text.quote(comment.honeypot(), Flag.MAX_QUOTE_LENGTH);
    return new ScreeningResult.Banned(List.of(new Flag("honeypot", "website", quote)));
  }
}
