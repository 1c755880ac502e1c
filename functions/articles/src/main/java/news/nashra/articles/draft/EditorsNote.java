package news.nashra.articles.draft;

import news.nashra.articles.CorrectionEdits;

/// What an editor says about a revision, beside its content.
///
/// @param minor whether it keeps the date of the last change, because it mends no more than a typo
public record EditorsNote(CorrectionEdits corrections, boolean minor) {
  public static final EditorsNote NONE = new EditorsNote(CorrectionEdits.NONE, false);
}
