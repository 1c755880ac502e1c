package news.nashra.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What the feeds of an edition hold.
///
/// @param fullText whether they hold whole articles, or summaries only
/// @param hub the address of a [WebSub](https://www.w3.org/TR/websub/) hub that they name, if any
public record FeedPolicy(boolean fullText, Optional<String> hub) {
  public FeedPolicy {
    if (hub.filter(address -> !address.matches("https://\\S+")).isPresent()) {
      throw new IllegalArgumentException("edition.json: feeds.hub is no https address");
    }
  }

  /// Without a word on feeds, they hold summaries and name no hub.
  static FeedPolicy read(JsonNode json) {
    return new FeedPolicy(
        json.path("fullText").asBoolean(false),
        Optional.ofNullable(json.path("hub").textValue()).filter(hub -> !hub.isBlank()));
  }
}
