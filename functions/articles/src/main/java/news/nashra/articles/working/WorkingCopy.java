package news.nashra.articles.working;

import java.time.Instant;

/// What an editor has typed and not yet saved as a revision. Immutable.
///
/// @param tag its entity tag, which no other save of any copy has
/// @param json the fields, exactly as they were sent
record WorkingCopy(String tag, String json, Instant savedAt) {
  /// When it is forgotten, unless it is saved again.
  Instant until() {
    return savedAt.plus(WorkingCopies.KEPT_FOR);
  }
}
