package news.nashra.comments;

import java.util.ArrayList;
import java.util.List;
import news.nashra.core.Log;

/// Screens a comment in stages, the surest first. What is banned ends it; what is suspect is
/// gathered over all stages.
///
/// @param stages in their order
record Screening(List<Stage> stages) {
  Screening {
    stages = List.copyOf(stages);
  }

  static Screening ofEdition() {
    return new Screening(
        List.of(
            new Honeypot(),
            new BannedWords(WordList.of("banned")),
            new SuspectWords(WordList.of("suspect")),
            new Links()));
  }

  /// A stage that throws holds the comment: it is never lost for it, and never let through.
  Finding screen(CommentDraft draft) {
    var flags = new ArrayList<Flag>();
    for (var stage : stages) {
      switch (outcome(stage, draft)) {
        case Finding.Clean clean -> {}
        case Finding.Suspect suspect -> flags.addAll(suspect.flags());
        case Finding.Banned banned -> {
          flags.addAll(banned.flags());
          return new Finding.Banned(flags);
        }
      }
    }
    return flags.isEmpty() ? new Finding.Clean() : new Finding.Suspect(flags);
  }

  private static Finding outcome(Stage stage, CommentDraft draft) {
    try {
      return stage.screen(draft);
    } catch (RuntimeException | StackOverflowError e) {
      Log.error("a comment was not screened", e);
      return new Finding.Suspect(
          List.of(new Flag("not-screened", "", stage.getClass().getSimpleName())));
    }
  }
}
