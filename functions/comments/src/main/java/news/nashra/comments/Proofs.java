package news.nashra.comments;

/// Checks what came with a comment to keep floods away.
record Proofs(Challenges challenges, Questions questions) {
  Proven check(Proof proof, String articleId) {
    return switch (proof) {
      case Proof.Work work -> challenges.check(work.payload(), articleId);
      case Proof.Words words -> questions.check(words, articleId);
      case Proof.None none -> new Proven.Missing();
    };
  }
}
