package news.nashra.comments.proof;

/// What comes with a comment to keep floods away: a solved challenge, or an answer in words.
public sealed interface Proof {
  /// A solved ALTCHA challenge, as the solver encodes it.
  record Work(String payload) implements Proof {}

  /// The answer to a question that the form's second step asked.
  ///
  /// @param question the token of the question
  record Words(String question, String answer) implements Proof {}

  /// Neither: a form that was sent without script.
  record None() implements Proof {}
}
