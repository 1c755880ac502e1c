package news.nashra.articles.draft;

import java.util.Optional;
import news.nashra.articles.CorrectionEdits;

/// What an editor says about a revision, beside its content.
///
/// @param madeSummary the summary that came back as one that was made; absent if none did
/// @param first what the editor says of its first publication
/// @param minor whether it keeps the date of the last change, because it mends no more than a typo
/// @param times when it is to be published and withdrawn
public record EditorsNote(
    CorrectionEdits corrections,
    Optional<String> madeSummary,
    FirstPublication first,
    boolean minor,
    WantedTimes times) {
  public static final EditorsNote NONE =
      new EditorsNote(
          CorrectionEdits.NONE,
          Optional.empty(),
          FirstPublication.NOT_TOLD,
          false,
          WantedTimes.NONE);
}
