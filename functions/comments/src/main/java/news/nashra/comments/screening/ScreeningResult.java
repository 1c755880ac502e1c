package news.nashra.comments.screening;

import java.util.List;
import news.nashra.comments.Flag;

/// The outcome of the screening of a comment.
public sealed interface ScreeningResult {
  List<Flag> flags();

  /// Nothing was found.
  record Clean() implements ScreeningResult {
    @Override
    public List<Flag> flags() {
      return List.of();
    }
  }

  /// The comment is held for a moderator.
  record Suspect(List<Flag> flags) implements ScreeningResult {
    public Suspect {
      flags = List.copyOf(flags);
    }
  }

  /// The comment is rejected.
  record Banned(List<Flag> flags) implements ScreeningResult {
    public Banned {
      flags = List.copyOf(flags);
    }
  }
}
