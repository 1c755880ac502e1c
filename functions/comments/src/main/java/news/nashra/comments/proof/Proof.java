package news.nashra.comments.proof;

/// What a comment brings to keep floods away: a solved challenge, or an answer in words.
public sealed interface Proof {
  /// A solved ALTCHA challenge, as the solver encodes it.
  record Work(String payload) implements Proof {}

  /// The answer to the question in the form's second step.
  ///
  /// @param question the token of the question
  record Words(String question, String answer) implements Proof {}

  /// Neither: the form was sent without a script.
  record None() implements Proof {}
}
