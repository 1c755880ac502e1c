package news.nashra.media;

import java.util.Collection;
import java.util.Map;
import news.nashra.core.aws.Table;

/// The pictures that pages may show. Thread-safe.
///
/// @param media their table
public record Pictures(Table media) {
  /// Returns those of `ids` that are ready, by id. It makes one call to DynamoDB per hundred ids,
  /// and none for no ids.
  public Map<String, Picture> ready(Collection<String> ids) {
    return MediaItems.ready(media, ids);
  }
}
