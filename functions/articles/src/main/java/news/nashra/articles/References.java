package news.nashra.articles;

import java.util.List;
import java.util.Map;
import news.nashra.media.Picture;

/// The pictures and other articles that an article refers to.
///
/// @param pictures by their ids
/// @param related sort keys, `<instant>#<id>`, of the entries of the related articles
public record References(Map<String, Picture> pictures, List<String> related) {
  public References {
    pictures = Map.copyOf(pictures);
    related = List.copyOf(related);
  }

  /// The ids of the related articles.
  public List<String> relatedIds() {
    return related.stream().map(Entry::id).toList();
  }
}
