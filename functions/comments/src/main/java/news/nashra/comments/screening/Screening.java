package news.nashra.comments.screening;

import java.util.ArrayList;
import java.util.List;
import news.nashra.comments.Flag;
import news.nashra.core.Log;

/// Screens a comment in stages. A banned comment ends the screening; suspicions of all stages are
/// collected. Thread-safe if the stages are.
///
/// @param stages in their order, the most certain first
public record Screening(List<Stage> stages) {
  public Screening {
    stages = List.copyOf(stages);
  }

  /// The stages with the word lists of the edition.
  public static Screening ofEdition() {
    return new Screening(
        List.of(
            new Honeypot(),
            new BannedWords(WordList.load("banned")),
            new SuspectWords(WordList.load("suspect")),
            new Links()));
  }

  /// Screens a comment. If a stage throws, the comment is held: it is neither lost nor published.
  public ScreeningResult screen(Candidate comment) {
    var flags = new ArrayList<Flag>();
    for (var stage : stages) {
      switch (screen(stage, comment)) {
        case ScreeningResult.Clean clean -> {}
        case ScreeningResult.Suspect suspect -> flags.addAll(suspect.flags());
        case ScreeningResult.Banned banned -> {
          flags.addAll(banned.flags());
          return new ScreeningResult.Banned(flags);
        }
      }
    }
    return flags.isEmpty() ? new ScreeningResult.Clean() : new ScreeningResult.Suspect(flags);
  }

  private static ScreeningResult screen(Stage stage, Candidate comment) {
    try {
      return stage.screen(comment);
    } catch (RuntimeException | StackOverflowError e) {
      Log.error("comment not screened", e);
      return new ScreeningResult.Suspect(
          List.of(new Flag("not-screened", "", stage.getClass().getSimpleName())));
    }
  }
}
