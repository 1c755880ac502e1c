package news.nashra.comments;

import java.util.List;

/// A reason for a moderator to look closely at a comment.
///
/// @param rule `banned-sender`, `honeypot`, `banned-word`, `suspect-word`, `links` or
///   `not-screened`
/// @param field the field where it was found; empty for `banned-sender` and `not-screened`
/// @param matched the text that was found, as its writer typed it; for `banned-sender` whether it
///   is a `person` or an `address`; for `not-screened` the stage that failed
public record Flag(String rule, String field, String matched) {
  /// The most grapheme clusters that a flag quotes.
  public static final int MAX_QUOTE_LENGTH = 80;

  /// The most flags of one comment. A moderator needs no more to decide, and an answer with a
  /// hundred comments stays small.
  public static final int MAX_FLAGS = 20;

  /// All rules.
  public static final List<String> RULES =
      List.of("banned-sender", "honeypot", "banned-word", "suspect-word", "links", "not-screened");
}
