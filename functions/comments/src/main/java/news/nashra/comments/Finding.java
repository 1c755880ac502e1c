package news.nashra.comments;

import java.util.List;

/// What the screening of a comment found.
sealed interface Finding {
  List<Flag> flags();

  /// Nothing.
  record Clean() implements Finding {
    @Override
    public List<Flag> flags() {
      return List.of();
    }
  }

  /// A moderator has to look: the comment is held.
  record Suspect(List<Flag> flags) implements Finding {
    public Suspect {
      flags = List.copyOf(flags);
    }
  }

  /// The comment is rejected.
  record Banned(List<Flag> flags) implements Finding {
    public Banned {
      flags = List.copyOf(flags);
    }
  }
}
