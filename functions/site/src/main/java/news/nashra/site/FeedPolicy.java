package news.nashra.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// The rules for feeds, from `feeds` in `edition.json`. Immutable.
///
/// @param fullText whether feeds contain whole articles, or only summaries
/// @param hub the https address of a [WebSub](https://www.w3.org/TR/websub/) hub, if any
public record FeedPolicy(boolean fullText, Optional<String> hub) {
  public FeedPolicy {
    if (hub.filter(address -> !address.matches("https://\\S+")).isPresent()) {
      throw new IllegalArgumentException("edition.json: feeds.hub is no https address");
    }
  }

  /// Where `edition.json` says nothing, feeds contain summaries and name no hub.
  static FeedPolicy read(JsonNode json) {
    return new FeedPolicy(
        json.path("fullText").asBoolean(false),
        Optional.ofNullable(json.path("hub").textValue()).filter(hub -> !hub.isBlank()));
  }
}
