package news.nashra.comments;

/// Holds a comment that has a word of `edition/words/suspect.txt`.
record SuspectWords(WordList words) implements Stage {
  @Override
  public Finding screen(CommentDraft draft) {
    var flags = words.find(draft, "suspect-word");
    return flags.isEmpty() ? new Finding.Clean() : new Finding.Suspect(flags);
  }
}
