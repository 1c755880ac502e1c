package news.nashra.comments;

/// Bans a comment that holds a word of `edition/words/banned.txt`.
record BannedWords(WordList words) implements Stage {
  @Override
  public Finding screen(CommentDraft draft) {
    var flags = words.find(draft, "banned-word");
    return flags.isEmpty() ? new Finding.Clean() : new Finding.Banned(flags);
  }
}
