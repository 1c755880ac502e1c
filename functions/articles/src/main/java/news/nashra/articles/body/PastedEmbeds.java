package news.nashra.articles.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Finds what other sites offer for embedding: frames, and the block quotes of platforms.
final class PastedEmbeds {
  /// The classes of block quotes and boxes that a platform's script would replace.
  private static final Set<String> CLASSES =
      Set.of(
          "twitter-tweet",
          "twitter-video",
          "instagram-media",
          "tiktok-embed",
          "fb-post",
          "fb-video",
          "fb-comment-embed",
          "text-post-media",
          "bluesky-embed",
          "reddit-card",
          "reddit-embed-bq",
          "mastodon-embed",
          "wp-block-embed");

  private static final List<String> ATTRIBUTES =
      List.of(
          "data-instgrm-permalink",
          "data-text-post-permalink",
          "data-href",
          "data-embed-url",
          "cite");

  /// In code units. A longer address is none.
  private static final int MAX_ADDRESS = 8192;

  private static final Set<String> BOXES = Set.of("blockquote", "div", "figure", "section");

  /// The channel and the number of a message of Telegram.
  private static final Pattern POST = Pattern.compile("\\w{1,64}/\\d{1,12}");

  private static final Pattern PLAYER_ID = Pattern.compile("[\\w-]{1,64}");

  /// An attribute with the id of what an element shows, and the address before it.
  private record Player(String attribute, String address) {
    Optional<String> of(Element element) {
      var value = element.attr(attribute);
      return address.isEmpty() || PLAYER_ID.matcher(value).matches()
          ? EmbedAddress.of(address + value)
          : Optional.empty();
    }
  }

  private static final String YOUTUBE = "https://www.youtube.com/watch?v=";
  private static final Map<String, Player> PLAYERS =
      Map.of(
          "amp-youtube", new Player("data-videoid", YOUTUBE),
          "lite-youtube", new Player("videoid", YOUTUBE),
          "amp-vimeo", new Player("data-videoid", "https://vimeo.com/"),
          "lite-vimeo", new Player("videoid", "https://vimeo.com/"),
          "amp-dailymotion", new Player("data-videoid", "https://www.dailymotion.com/video/"),
          "amp-twitter", new Player("data-tweetid", "https://x.com/i/status/"),
          "amp-instagram", new Player("data-shortcode", "https://www.instagram.com/p/"),
          "amp-tiktok", new Player("data-src", ""),
          "amp-facebook", new Player("data-href", ""),
          "amp-iframe", new Player("src", ""));

  private PastedEmbeds() {}

  /// The address of what `element` shows without any text of its own.
  static Optional<String> ofFrame(Element element) {
    return switch (element.normalName()) {
      case "iframe" ->
          first(element, "src")
              .or(() -> first(element, "data-src"))
              .or(() -> first(element, "data-lazy-src"));
      case "oembed" -> first(element, "url");
      case "script" ->
          Optional.of(element.attr("data-telegram-post"))
              .filter(post -> POST.matcher(post).matches())
              .map(post -> "https://t.me/" + post);
      default -> {
        var player = PLAYERS.get(element.normalName());
        var shown = player == null ? Optional.<String>empty() : player.of(element);
        yield shown.isEmpty() ? first(element, "data-oembed-url") : shown;
      }
    };
  }

  /// The address of what the text of `element` was taken from.
  static Optional<String> ofBox(Element element) {
    if (!BOXES.contains(element.normalName()) || !ClassNames.include(element, CLASSES)) {
      return Optional.empty();
    }
    for (var name : ATTRIBUTES) {
      var address = first(element, name);
      if (address.isPresent()) {
        return address;
      }
    }
    if (element.hasClass("wp-block-embed")) {
      return Optional.of(BeginningOfText.of(element, MAX_ADDRESS))
          .filter(text -> text.startsWith("http"))
          .map(text -> text.split("\\s", 2)[0])
          .flatMap(EmbedAddress::of);
    }
    return element.getElementsByTag("a").reversed().stream()
        .filter(link -> link.hasAttr("href"))
        .findFirst()
        .flatMap(link -> EmbedAddress.of(link.attr("href")));
  }

  private static Optional<String> first(Element element, String attribute) {
    var value = element.attr(attribute);
    return value.isBlank() ? Optional.empty() : EmbedAddress.of(value);
  }
}
