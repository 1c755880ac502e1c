package news.nashra.comments.screening;

/// A stage of the screening. To add one, write a class like [Links] and list it in [Screening].
interface Stage {
  /// Checks every field of a comment. It may throw: the comment is then held.
  ScreeningResult screen(Candidate comment);
}
