package news.nashra.articles;

import java.util.List;
import java.util.Map;
import news.nashra.media.Picture;

/// What an article shows that is not its own.
///
/// @param pictures by their ids
/// @param related keys of the entries of the articles that its page points to, `<instant>#<id>`
public record References(Map<String, Picture> pictures, List<String> related) {
  public References {
    pictures = Map.copyOf(pictures);
    related = List.copyOf(related);
  }

  /// The ids of the articles that its page points to.
  public List<String> relatedIds() {
    return related.stream().map(Entry::id).toList();
  }
}
