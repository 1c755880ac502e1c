package news.nashra.articles.body;

import java.net.IDN;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Something on another site that an article shows as a card: `<figure data-embed="https://…">`,
/// with a picture and a caption if the editor gave them. A reader who wants to see it follows the
/// link; the page loads nothing from there.
///
/// @param figure a figure of a cleaned body
public record Embed(Element figure) {
  /// Selects the figures.
  public static final String FIGURES = "figure[" + EmbedAddress.ATTRIBUTE + "]";

  /// The names of platforms, by their hosts.
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("youtube.com", "YouTube"),
          Map.entry("m.youtube.com", "YouTube"),
          Map.entry("youtu.be", "YouTube"),
          Map.entry("youtube-nocookie.com", "YouTube"),
          Map.entry("vimeo.com", "Vimeo"),
          Map.entry("player.vimeo.com", "Vimeo"),
          Map.entry("x.com", "X"),
          Map.entry("twitter.com", "X"),
          Map.entry("mobile.twitter.com", "X"),
          Map.entry("facebook.com", "Facebook"),
          Map.entry("m.facebook.com", "Facebook"),
          Map.entry("fb.watch", "Facebook"),
          Map.entry("instagram.com", "Instagram"),
          Map.entry("tiktok.com", "TikTok"),
          Map.entry("vm.tiktok.com", "TikTok"),
          Map.entry("t.me", "Telegram"),
          Map.entry("telegram.me", "Telegram"),
          Map.entry("soundcloud.com", "SoundCloud"),
          Map.entry("m.soundcloud.com", "SoundCloud"),
          Map.entry("on.soundcloud.com", "SoundCloud"),
          Map.entry("w.soundcloud.com", "SoundCloud"));

  /// The name of the platform, or the host.
  public String platform() {
    var host = LinkAddress.https(address()).map(WebAddress::host).orElse(address());
    return NAMES.getOrDefault(host, IDN.toUnicode(host));
  }

  /// Adds a link to it, before the caption, and takes its mark away.
  ///
  /// @param text of the link, before the address
  public void link(String text) {
    var link = new Element("a").attr("href", address()).attr("rel", "noopener");
    link.appendElement("b").appendElement("bdi").text(text);
    link.appendText(" ");
    link.appendElement("bdi").attr("dir", "ltr").text(shown());
    var paragraph = new Element("p").appendChild(link);
    var caption = figure.lastElementChild();
    if (caption != null && caption.normalName().equals("figcaption")) {
      caption.before(paragraph);
    } else {
      figure.appendChild(paragraph);
    }
  }

  private String address() {
    return figure.attr(EmbedAddress.ATTRIBUTE);
  }

  /// The address without what all addresses have.
  private String shown() {
    return address().replaceFirst("^https://(www\\.)?", "").replaceFirst("/$", "");
  }
}
