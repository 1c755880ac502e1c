package news.nashra.comments.policy;

/// What comments must pass at the moment. Moderators change it during a flood.
///
/// @param difficulty the most hashes that a browser computes for one comment, half as many on
///   average
/// @param questions whether a reader whose browser runs no script may answer a question instead
/// @param open whether any article accepts comments
public record SubmissionPolicy(long difficulty, boolean questions, boolean open) {
  public static final long MIN_DIFFICULTY = 1000;
  public static final long MAX_DIFFICULTY = 1_000_000;

  /// The policy until a moderator sets another.
  public static SubmissionPolicy standard(long difficulty) {
    return new SubmissionPolicy(difficulty, true, true);
  }
}
