package news.nashra.comments.screening;

/// Holds a comment that contains a word of `edition/words/suspect.txt`.
record SuspectWords(WordList words) implements Stage {
  @Override
  public ScreeningResult screen(Candidate comment) {
    var flags = words.find(comment, "suspect-word");
    return flags.isEmpty() ? new ScreeningResult.Clean() : new ScreeningResult.Suspect(flags);
  }
}
