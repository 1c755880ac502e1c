package news.nashra.media;

import java.util.Collection;
import java.util.Map;
import news.nashra.core.aws.Table;

/// The pictures that pages may show.
///
/// @param media their table
public record Pictures(Table media) {
  /// Those of `ids` that are ready, by id. One call for up to a hundred, none for none.
  public Map<String, Picture> ready(Collection<String> ids) {
    return MediaItems.ready(media, ids);
  }
}
