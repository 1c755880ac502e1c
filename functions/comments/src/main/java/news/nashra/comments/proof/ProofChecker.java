package news.nashra.comments.proof;

/// Checks the proof that comes with a comment. Thread-safe.
public record ProofChecker(Challenges challenges, Questions questions) {
  public ProofResult check(Proof proof, String articleId) {
    return switch (proof) {
      case Proof.Work work -> challenges.check(work.payload(), articleId);
      case Proof.Words words -> questions.check(words, articleId);
      case Proof.None none -> new ProofResult.Missing();
    };
  }
}
