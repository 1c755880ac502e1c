package news.nashra.comments.screening;

import java.util.ArrayList;
import java.util.List;
import news.nashra.comments.Flag;
import news.nashra.core.Log;

/// Screens a comment in stages. A banned comment ends the screening; suspicions of all stages are
/// collected, up to [#MAX_FLAGS_PER_STAGE] of each stage and [Flag#MAX_FLAGS] in all. Thread-safe
/// if the stages are.
///
/// @param stages in their order, the most certain first
public record Screening(List<Stage> stages) {
  /// So many that the flags of a talkative stage leave room for those of the next.
  private static final int MAX_FLAGS_PER_STAGE = Flag.MAX_FLAGS / 2;

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
      var result = screen(stage, comment);
      flags.addAll(first(MAX_FLAGS_PER_STAGE, result.flags()));
      if (result instanceof ScreeningResult.Banned) {
        // What banned it comes last, and is what a moderator has to see.
        return new ScreeningResult.Banned(first(Flag.MAX_FLAGS, flags.reversed()).reversed());
      }
    }
    return flags.isEmpty()
        ? new ScreeningResult.Clean()
        : new ScreeningResult.Suspect(first(Flag.MAX_FLAGS, flags));
  }

  private static List<Flag> first(int count, List<Flag> flags) {
    return flags.subList(0, Math.min(count, flags.size()));
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
