package news.nashra.articles;

import java.util.Optional;

/// The number and author of a revision.
///
/// @param number counted from 1
/// @param editor user name
/// @param reason for withdrawing the article, if this revision does that
public record Revision(long number, String editor, Optional<String> reason) {
  /// The first revision.
  public static Revision first(String editor) {
    return new Revision(1, editor, Optional.empty());
  }

  /// The next revision.
  public Revision next(String by, Optional<String> why) {
    return new Revision(number + 1, by, why);
  }
}
