package news.nashra.comments;

import java.util.List;
import java.util.Map;

/// Why a moderator should look twice at a comment.
///
/// @param rule `honeypot`, `banned-word`, `suspect-word`, `links`, or `not-screened`
/// @param field where it was found; for `not-screened` empty
/// @param matched what was found there, as its writer wrote it
public record Flag(String rule, String field, String matched) {
  /// A flag quotes at most so many clusters.
  public static final int MAX_QUOTE_LENGTH = 80;

  /// Every rule that flags a comment.
  public static final List<String> RULES =
      List.of("honeypot", "banned-word", "suspect-word", "links", "not-screened");

  public Map<String, Object> json() {
    return Map.of("rule", rule, "field", field, "matched", matched);
  }
}
