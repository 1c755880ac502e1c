package news.nashra.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.core.http.Json;

/// The newspaper that is published, as the folder `edition/` describes it. An edition that exists
/// is valid: what is missing or wrong in `edition.json` throws when it is loaded. Immutable.
public record Edition(
    Masthead masthead,
    Region region,
    List<Section> sections,
    CommentPolicy comments,
    FeedPolicy feeds,
    Imprint imprint) {
  /// What the newspaper says of itself.
  ///
  /// @param logo an SVG document
  /// @param icon the same mark in pixels
  public record Masthead(String name, String tagline, Owner owner, String logo, Icon icon) {}

  /// How it writes words, dates and times.
  ///
  /// @param language ISO 639, one that [Messages] has phrases in: `ar`
  /// @param country ISO 3166, for the locale
  /// @param timeZone where days begin and end; also for times in structured data
  /// @param monthNames the locales, of the same language, whose names of months dates contain
  /// @param clock by which pages show times
  /// @param font of its Arabic
  public record Region(
      String language,
      String country,
      ZoneId timeZone,
      List<Locale> monthNames,
      Clock clock,
      Font font) {
    /// A region whose Arabic is in the face that comes with the pages.
    public Region(
        String language, String country, ZoneId timeZone, List<Locale> monthNames, Clock clock) {
      this(language, country, timeZone, monthNames, clock, Font.NASKH);
    }

    public Region {
      monthNames = List.copyOf(monthNames);
      if (monthNames.isEmpty()) {
        throw new IllegalArgumentException("edition.json: monthNames holds at least one");
      }
      monthNames.stream()
          .filter(names -> !names.getLanguage().equals(language))
          .findFirst()
          .ifPresent(names -> {
            throw new IllegalArgumentException(
                "edition.json: monthNames has %s, but language is %s"
                    .formatted(names.toLanguageTag(), language));
          });
    }
  }

  /// By which clock an edition shows times.
  public enum Clock {
    GMT,
    /// The clock of its time zone, which is named.
    LOCAL;

    static Clock of(String word) {
      return switch (word) {
        case "gmt" -> GMT;
        case "local" -> LOCAL;
        default -> throw new IllegalArgumentException("edition.json: times is gmt or local");
      };
    }
  }

  /// The face of headlines and articles in an Arabic edition.
  public enum Font {
    /// The face that readers load with the pages.
    NASKH,
    /// One that the reader's system has.
    SYSTEM;

    static Font of(String word) {
      return switch (word) {
        case "naskh" -> NASKH;
        case "system" -> SYSTEM;
        default -> throw new IllegalArgumentException("edition.json: font is naskh or system");
      };
    }
  }

  public Edition {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("edition.json: sections holds at least one");
    }
    if (sections.stream().map(Section::id).distinct().count() < sections.size()) {
      throw new IllegalArgumentException("edition.json: two sections share an id");
    }
  }

  /// Reads the edition from `/edition` on the class path, where the functions' zips have it.
  public static Edition load() {
    var json = Json.read(file("edition.json"));
    var language = text(json, "language");
    return new Edition(
        new Masthead(
            text(json, "name"),
            text(json, "tagline"),
            Owner.read(json.path("owner")),
            file("logo.svg"),
            Icon.of(bytes("icon.png"))),
        new Region(
            language,
            text(json, "country"),
            ZoneId.of(text(json, "timeZone")),
            list(json, "monthNames").stream().map(n -> Locale.forLanguageTag(n.asText())).toList(),
            Clock.of(json.path("times").asText("gmt")),
            Font.of(json.path("font").asText("naskh"))),
        list(json, "sections").stream()
            .map(s -> Section.ofEdition(text(s, "id"), text(s, "name")))
            .toList(),
        policy(json.path("comments"), language),
        FeedPolicy.read(json.path("feeds")),
        Imprint.read(language, Policies.read(json.path("policies"))));
  }

  /// The edition as it is for the newspaper's check of itself: it has the hidden section alone.
  public Edition hidden() {
    return new Edition(masthead, region, List.of(Section.HIDDEN), comments, feeds, imprint);
  }

  public String name() {
    return masthead.name();
  }

  public String tagline() {
    return masthead.tagline();
  }

  public Owner owner() {
    return masthead.owner();
  }

  public String logo() {
    return masthead.logo();
  }

  public Icon icon() {
    return masthead.icon();
  }

  /// The text of a page, a fragment of HTML.
  public String text(StandingPage page) {
    return imprint.texts().getOrDefault(page, "");
  }

  public String language() {
    return region.language();
  }

  public ZoneId timeZone() {
    return region.timeZone();
  }

  public List<Locale> monthNames() {
    return region.monthNames();
  }

  public Optional<Section> section(String id) {
    return sections.stream().filter(section -> section.id().equals(id)).findFirst();
  }

  /// The ids of all sections, for people: `society, sports`.
  public String sectionIds() {
    return sections.stream().map(Section::id).collect(Collectors.joining(", "));
  }

  public Locale locale() {
    return Locale.of(region.language(), region.country());
  }

  /// `rtl` or `ltr`, as the language's own name for itself is written.
  public String direction() {
    return Direction.of(locale().getDisplayLanguage(locale()), "ltr");
  }

  /// Whether readers load a face for its text. Only Arabic needs one.
  boolean hasFont() {
    return region.language().equals("ar") && region.font() == Font.NASKH;
  }

  private static CommentPolicy policy(JsonNode json, String language) {
    return new CommentPolicy(
        json.path("open").asBoolean(true),
        text(json, "moderation"),
        json.path("closeAfterDays").asInt(),
        text(json, "termsVersion"),
        text(json.path("conditions"), language));
  }

  static String text(JsonNode json, String name) {
    var value = json.path(name).asText();
    if (value.isBlank()) {
      throw new IllegalArgumentException("edition.json: " + name + " is missing");
    }
    return value;
  }

  private static List<JsonNode> list(JsonNode json, String name) {
    var all = new ArrayList<JsonNode>();
    json.path(name).forEach(all::add);
    return all;
  }

  /// The text of a file that an edition may have, by its path under `edition/`.
  public static Optional<String> findFile(String name) {
    return Edition.class.getResource("/edition/" + name) == null
        ? Optional.empty()
        : Optional.of(file(name));
  }

  /// The text of a file of the edition, by its path under `edition/`.
  public static String file(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (var stream = Edition.class.getResourceAsStream("/edition/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("edition/" + name + " is missing");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
