package news.nashra.articles.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.nashra.articles.ArticleLimits;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Turns the [shortcodes of
/// WordPress](https://wordpress.com/support/wordpress-editor/blocks/shortcode-block/) into
/// elements: `[caption]` and `[embed]` into figures, those of a platform into a figure with its
/// address. Of others, the brackets are dropped and named in the receipt, and text between them is
/// kept. Brackets that are no shortcode stay.
final class Shortcodes {
  private static final Pattern SHORTCODE =
      Pattern.compile("\\[(/?)([a-z][a-z0-9_-]{1,40})((?:[\\s=/][^\\[\\]]{0,2000})?)]");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("\\s[a-z][a-z0-9_-]{0,30}=(?:\"|'|“|”|″|&quot;|\\d).*", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'“”″<>\\[\\]]{1,2000}");
  private static final String EMBED = "<figure class=\"wp-block-embed\">";
  private static final Map<String, String> FIGURES =
      Map.of("caption", "<figure>", "wp_caption", "<figure>", "embed", EMBED);

  private static final Set<String> PLATFORMS =
      Set.of(
          "youtube",
          "vimeo",
          "tweet",
          "twitter",
          "facebook",
          "instagram",
          "tiktok",
          "telegram",
          "soundcloud",
          "dailymotion",
          "spotify");

  /// What a platform's ids look like, and the address before them.
  private record Ids(String address, Pattern id) {
    static Ids of(String address, String id) {
      var attribute = "(?:[a-z][a-z0-9_-]{0,30}=)?[\"'“”″]?";
      return new Ids(
          address, Pattern.compile("\\s+" + attribute + "(" + id + ")(?:[\"'“”″\\s].*)?"));
    }

    /// The address of what an id stands for; empty for words that are none.
    Optional<String> address(String rest) {
      return Optional.of(id.matcher(rest)).filter(Matcher::matches).map(m -> address + m.group(1));
    }
  }

  private static final Ids POST = Ids.of("https://x.com/i/status/", "\\d{2,20}");

  /// Of the platforms that take a bare id. One of letters alone may be a word: `[youtube account]`.
  private static final Map<String, Ids> IDS =
      Map.of(
          "youtube",
          Ids.of(
              "https://www.youtube.com/watch?v=", "(?=[A-Za-z_-]*[\\d_-]|[a-z]+[A-Z])[\\w-]{11}"),
          "vimeo",
          Ids.of("https://vimeo.com/", "\\d{5,12}"),
          "tweet",
          POST,
          "twitter",
          POST,
          "instagram",
          Ids.of("https://www.instagram.com/p/", "(?=[A-Za-z_-]*[\\d_-]|[a-z]+[A-Z])[\\w-]{10,12}"),
          "dailymotion",
          Ids.of("https://www.dailymotion.com/video/", "[xk](?=[a-z]*\\d)[a-z0-9]{5,19}"));

  /// Those with which page builders lay out a page.
  private static final Pattern BUILDERS =
      Pattern.compile("(?:vc|et_pb|fusion|av|su|fl|siteorigin)_");

  /// Those that stand for something that is not in the text, even without attributes.
  private static final Set<String> BARE = Set.of("gallery", "playlist");

  private final String html;
  private final StringBuilder markup;
  private final Cleaned cleaned;

  /// The names of those that have been opened and may be closed.
  private final Set<String> opened = new HashSet<>();

  /// How many have been turned into elements or dropped.
  private int found;

  /// How many end tags of a figure are left, by its name.
  private final Map<String, Integer> closings = new HashMap<>();

  /// @param html the whole of what is pasted
  /// @param markup to which texts are appended
  Shortcodes(String html, StringBuilder markup, Cleaned cleaned) {
    this.html = html;
    this.markup = markup;
    this.cleaned = cleaned;
  }

  /// Appends a text of the markup.
  ///
  /// @throws UncleanableBody after more shortcodes than a body may have elements
  void append(String text) {
    if (text.indexOf('[') < 0) {
      CharacterReferences.append(text, 0, text.length(), markup);
      return;
    }
    var code = SHORTCODE.matcher(text);
    int copied = 0;
    while (code.find()) {
      var element = element(code);
      if (element != null) {
        CharacterReferences.append(text, copied, code.start(), markup);
        markup.append(element);
        copied = code.end();
        if (++found > ArticleLimits.BODY_NODES) {
          throw new UncleanableBody(Body.Fault.TOO_COMPLEX);
        }
      }
    }
    CharacterReferences.append(text, copied, text.length(), markup);
  }

  /// What replaces a shortcode; null if it is text.
  private @Nullable String element(Matcher code) {
    var name = code.group(2).toLowerCase(Locale.ROOT);
    var rest = code.group(3);
    if (!code.group(1).isEmpty()) {
      closings.computeIfPresent(name, (n, left) -> left - 1);
      return opened.contains(name) ? closing(name) : null;
    }
    if (FIGURES.containsKey(name) && closings.computeIfAbsent(name, this::closings) > 0) {
      opened.add(name);
      return FIGURES.get(name);
    }
    if (PLATFORMS.contains(name)) {
      var address = address(name, Parser.unescapeEntities(rest, false));
      if (address.isPresent()) {
        return figure(address.get());
      }
    }
    if (BARE.contains(name) || ATTRIBUTES.matcher(rest).matches() || builds(name)) {
      opened.add(name);
      return dropped(name);
    }
    return null;
  }

  private int closings(String name) {
    var tag = "[/" + name + "]";
    int count = 0;
    for (int at = html.indexOf(tag); at >= 0; at = html.indexOf(tag, at + tag.length())) {
      count++;
    }
    return count;
  }

  private String closing(String name) {
    return FIGURES.containsKey(name) ? "</figure>" : builds(name) ? "<div></div>" : "";
  }

  private String dropped(String name) {
    cleaned.element("[" + name + "]");
    return builds(name) ? "<div></div>" : "";
  }

  private static Optional<String> address(String name, String rest) {
    var address = ADDRESS.matcher(rest);
    return address.find()
        ? Optional.of(address.group())
        : Optional.ofNullable(IDS.get(name)).flatMap(ids -> ids.address(rest));
  }

  private static String figure(String address) {
    return "<figure data-embed=\"" + Entities.escape(address) + "\"></figure>";
  }

  private static boolean builds(String name) {
    return BUILDERS.matcher(name).lookingAt();
  }
}
