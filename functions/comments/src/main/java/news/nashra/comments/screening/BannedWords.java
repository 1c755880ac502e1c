package news.nashra.comments.screening;

/// Bans a comment that contains a word of `edition/words/banned.txt`.
record BannedWords(WordList words) implements Stage {
  @Override
  public ScreeningResult screen(Candidate comment) {
    var flags = words.find(comment, "banned-word");
    return flags.isEmpty() ? new ScreeningResult.Clean() : new ScreeningResult.Banned(flags);
  }
}
