package news.nashra.articles;

import java.util.List;
import java.util.Optional;

/// Who wrote an article.
///
/// @param byline a name as the editor writes it, of somebody who may have no record
/// @param authors slugs of the authors who have a record, in the order in which they are named
public record Credits(Optional<String> byline, List<String> authors) {
  public static final Credits NONE = new Credits(Optional.empty(), List.of());

  public Credits {
    authors = List.copyOf(authors);
  }
}
