package news.nashra.comments.screening;

/// One stage of the screening. To add one: write a class like [Links], and name it in [Screening].
interface Stage {
  /// Looks at every field of a comment. May throw: the comment is then held.
  ScreeningResult screen(Candidate comment);
}
