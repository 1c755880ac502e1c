package news.nashra.comments.screening;

import java.util.List;
import news.nashra.comments.Flag;

/// What the screening of a comment found.
public sealed interface ScreeningResult {
  List<Flag> flags();

  /// Nothing.
  record Clean() implements ScreeningResult {
    @Override
    public List<Flag> flags() {
      return List.of();
    }
  }

  /// A moderator has to look: the comment is held.
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
