package news.nashra.articles;

import java.util.Optional;

/// Which revision of an article it is, and who made it.
///
/// @param number counted from 1
/// @param editor the user name of its editor
/// @param reason why this revision withdraws the article
public record Revision(long number, String editor, Optional<String> reason) {
  /// The first one.
  public static Revision first(String editor) {
    return new Revision(1, editor, Optional.empty());
  }

  /// The one after this.
  public Revision next(String by, Optional<String> why) {
    return new Revision(number + 1, by, why);
  }
}
