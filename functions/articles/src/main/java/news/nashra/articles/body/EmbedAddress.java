package news.nashra.articles.body;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Addresses of what is shown on another site: those of its players are turned into those of its
/// pages, which a reader can open.
final class EmbedAddress {
  static final String ATTRIBUTE = "data-embed";

  /// A player and the page of what it plays.
  private record Player(Pattern address, String page) {}

  private static final List<Player> PLAYERS =
      List.of(
          player(
              "(?:www\\.|m\\.)?youtube(?:-nocookie)?\\.com/(?:embed|v|e)/videoseries\\?(?:.*&)?list=([\\w-]+).*",
              "https://www.youtube.com/playlist?list=$1"),
          player(
              "(?:www\\.|m\\.)?youtube(?:-nocookie)?\\.com/(?:embed|v|e)/([\\w-]+).*",
              "https://www.youtube.com/watch?v=$1"),
          player("player\\.vimeo\\.com/video/(\\d+).*", "https://vimeo.com/$1"),
          player(
              "platform\\.(?:twitter|x)\\.com/embed/.*[?&]id=(\\d+).*",
              "https://x.com/i/status/$1"),
          player(
              "www\\.instagram\\.com/(p|reel|tv)/([\\w-]+)/embed.*",
              "https://www.instagram.com/$1/$2/"),
          player(
              "www\\.instagram\\.com/(p|reel|tv)/([\\w-]+)/\\?utm_.*",
              "https://www.instagram.com/$1/$2/"),
          player("t\\.me/(\\w+/\\d+)\\?embed=.*", "https://t.me/$1"),
          player("open\\.spotify\\.com/embed/(\\w+/\\w+).*", "https://open.spotify.com/$1"),
          player(
              "(?:www\\.|geo\\.)?dailymotion\\.com/embed/video/(\\w+).*",
              "https://www.dailymotion.com/video/$1"));

  /// Where players are.
  private static final Set<String> HOSTS =
      Set.of(
          "youtube.com",
          "m.youtube.com",
          "youtube-nocookie.com",
          "m.youtube-nocookie.com",
          "player.vimeo.com",
          "platform.twitter.com",
          "platform.x.com",
          "instagram.com",
          "t.me",
          "open.spotify.com",
          "dailymotion.com",
          "geo.dailymotion.com",
          "facebook.com",
          "w.soundcloud.com");

  /// Players that name the page in a parameter.
  private static final Pattern NAMING =
      Pattern.compile("(?:www\\.)?facebook\\.com/plugins/\\w+\\.php|w\\.soundcloud\\.com/player/?");

  private EmbedAddress() {}

  /// The address of the page; empty if `raw` is no https address.
  static Optional<String> of(String raw) {
    return LinkAddress.https(raw).map(EmbedAddress::page).filter(page -> page.length() <= 2048);
  }

  private static String page(WebAddress address) {
    if (!HOSTS.contains(address.host())) {
      return address.toString();
    }
    var place = address.authority() + address.path();
    if (NAMING.matcher(place).matches()) {
      return LinkAddress.parameter(address, "href")
          .or(() -> LinkAddress.parameter(address, "url"))
          .filter(url -> !url.contains("api.soundcloud.com"))
          .flatMap(LinkAddress::https)
          .map(WebAddress::toString)
          .orElse(address.toString());
    }
    var whole = place + address.rest();
    for (var player : PLAYERS) {
      var matcher = player.address().matcher(whole);
      if (matcher.matches()) {
        return matcher.replaceFirst(player.page());
      }
    }
    return address.toString();
  }

  private static Player player(String address, String page) {
    return new Player(Pattern.compile(address), page);
  }
}
