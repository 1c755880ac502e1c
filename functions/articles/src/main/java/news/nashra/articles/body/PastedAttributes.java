package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// Reads the attributes of pasted elements, and names in the receipt those whose loss a reader
/// could notice: scripts, tooltips, addresses, and values of a kept attribute that HTML does not
/// know. What only styles (`class`, `style`, `width` …) is dropped without a word.
final class PastedAttributes {
  static final String PULL = "data-pull";

  private static final Set<String> DIRECTIONS = Set.of("rtl", "ltr", "auto");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /// Boxes and frames, whose title tells programs what they are.
  private static final Set<String> UNTITLED = Set.of("div", "section", "iframe");

  private static final int MAX_LANGUAGE = 35;
  private static final Pattern SUBTAG = Pattern.compile("[A-Za-z0-9]{2,8}");
  private static final Set<String> PULL_CLASSES =
      Set.of("pullquote", "pull-quote", "wp-block-pullquote");

  private final Cleaned cleaned;
  private final String origin;

  PastedAttributes(Cleaned cleaned, String origin) {
    this.cleaned = cleaned;
    this.origin = origin;
  }

  /// Names the attributes of `element` that are lost, whatever becomes of the element.
  void tell(Element element) {
    var name = element.normalName();
    for (var attribute : element.attributes()) {
      var key = attribute.getKey().toLowerCase(Locale.ROOT);
      var value = attribute.getValue();
      boolean lost =
          switch (key) {
            case "title" -> !UNTITLED.contains(name) && !value.isBlank() && !isText(value, element);
            case "dir" -> !value.isBlank() && dir(element).isEmpty();
            case "lang" ->
                !value.isBlank() && lang(element).isEmpty() && !value.equalsIgnoreCase("x-none");
            default -> (key.startsWith("on") && key.length() > 2) || isLostWord(attribute, key);
          };
      if (lost) {
        cleaned.attribute(name, key);
      }
    }
  }

  /// Whether it is a word in a tag that is no attribute.
  private static boolean isLostWord(Attribute attribute, String key) {
    return !attribute.hasDeclaredValue()
        && key.codePoints().anyMatch(Character::isLetterOrDigit)
        && !BareAttributes.include(key);
  }

  /// Names the numbers of a list if they are printed in another script than they were.
  void tellNumbering(Element list) {
    if (ListStyle.hasLostLetters(list)) {
      cleaned.attribute(list.normalName(), "list-style-type");
    }
  }

  /// Whether `element` says nothing but `title`. Elements with a title may be nested, so no more of
  /// each is read than is compared.
  private static boolean isText(String title, Element element) {
    return title.equals(BeginningOfText.of(element, title.length()));
  }

  String dir(Element element) {
    if (!element.hasAttr("dir")) {
      return "";
    }
    var dir = element.attr("dir").strip().toLowerCase(Locale.ROOT);
    return DIRECTIONS.contains(dir) ? dir : "";
  }

  String lang(Element element) {
    if (!element.hasAttr("lang")) {
      return "";
    }
    var lang = element.attr("lang").strip();
    return isLanguage(lang) ? lang : "";
  }

  private static boolean isLanguage(String tag) {
    if (tag.length() > MAX_LANGUAGE) {
      return false;
    }
    var parts = tag.split("-", -1);
    for (int i = 1; i < parts.length; i++) {
      if (!SUBTAG.matcher(parts[i]).matches()) {
        return false;
      }
    }
    return LANGUAGES.contains(parts[0].toLowerCase(Locale.ROOT));
  }

  /// Sets `dir` and `lang` of `source` on `target`.
  Element copyLanguage(Element source, Element target, Context context) {
    context.language().write(target, dir(source), lang(source));
    return target;
  }

  /// Within `source`, which is written.
  Context within(Element source, Context context) {
    return context.with(context.language().written(dir(source), lang(source)));
  }

  /// The paragraphs of `source`: one with the attributes of its own, if it is a paragraph; else as
  /// in a `div`.
  Paragraph paragraph(Element source, Context context) {
    boolean own = Tags.PARAGRAPHS.containsKey(source.normalName());
    var language = own ? context.language() : context.language().wrapped(dir(source), lang(source));
    var ownLang = own ? lang(source) : "";
    return new Paragraph(
        tag(source),
        own ? dir(source) : language.waitingDir(),
        own,
        ownLang.isEmpty() ? language.waitingLang() : ownLang);
  }

  /// Within a paragraph, or within a `div`.
  Context withinParagraph(Element source, Context context) {
    boolean own = Tags.PARAGRAPHS.containsKey(source.normalName());
    var language = context.language();
    return context.with(
        own
            ? language.written(dir(source), lang(source))
            : language.wrapped(dir(source), lang(source)));
  }

  /// Within a phrase: with a `span` if its direction or language differs from what is around it.
  Context phrase(Element source, Context context) {
    var dir = dir(source);
    var lang = lang(source);
    var difference = context.language().difference(dir, lang);
    return difference.isEmpty()
        ? context
        : context
            .with(new Mark("span", difference))
            .with(
                new Language(
                    dir.isEmpty() ? context.language().dir() : dir,
                    lang.isEmpty() ? context.language().lang() : lang,
                    context.language().waitingDir(),
                    context.language().waitingLang()));
  }

  /// `p`, `h2`, `h3` or `pre`.
  private static String tag(Element element) {
    var name = element.normalName();
    if (element.attr("role").equals("heading") && !name.equals("pre")) {
      return element.attr("aria-level").matches("[12]?") ? "h2" : "h3";
    }
    if (name.equals("p") && element.hasClass("MsoTitle")) {
      return "h2";
    }
    return Tags.PARAGRAPHS.getOrDefault(name, "p");
  }

  boolean isPullQuote(Element element) {
    return element.hasAttr(PULL) || ClassNames.include(element, PULL_CLASSES);
  }

  /// The mark of a link. Empty if it leads nowhere, or to an address that is not allowed, which is
  /// named.
  Optional<Mark> link(Element element) {
    if (!element.hasAttr("href")) {
      return Optional.empty();
    }
    var address = LinkAddress.of(element.attr("href"));
    if (address.isEmpty()) {
      cleaned.attribute("a", "href");
    }
    return address.map(href -> {
      var attributes = new ArrayList<Map.Entry<String, String>>();
      attributes.add(Map.entry("href", href));
      if (!href.startsWith("/") && !href.equals(origin) && !href.startsWith(origin + "/")) {
        attributes.add(Map.entry("rel", "noopener"));
      }
      return new Mark("a", attributes);
    });
  }

  /// The address that a figure names as what it shows on another site.
  Optional<String> embed(Element figure) {
    if (!figure.hasAttr(EmbedAddress.ATTRIBUTE)) {
      return Optional.empty();
    }
    var address = EmbedAddress.of(figure.attr(EmbedAddress.ATTRIBUTE));
    if (address.isEmpty()) {
      cleaned.attribute("figure", EmbedAddress.ATTRIBUTE);
    }
    return address;
  }

  /// The value of an attribute of `element` that is kept, if it matches `pattern`; else it is
  /// named.
  Optional<String> value(Element element, String name, Pattern pattern) {
    var value = element.attr(name).strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!pattern.matcher(value).matches()) {
      cleaned.attribute(element.normalName(), name);
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
