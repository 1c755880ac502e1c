package news.nashra.articles;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.media.Focus;
import news.nashra.media.Picture;
import news.nashra.site.Messages;

/// An article as a list shows it. Immutable.
///
/// @param key its sort key in this list, `<instant>#<id>`
/// @param label what this list says about it: the name of the topic or author as the article writes
///   it, or the text of a correction
/// @param path absent for a draft
/// @param ended whether it is live coverage that has ended
/// @param image the lead picture
/// @param updatedAt the last change of what readers read
/// @param revisedAt the last revision, or the last entry of live coverage since
/// @param imported whether it was published before it came to this newspaper, so it is no news
public record Entry(
    String key,
    Optional<String> label,
    String headline,
    Optional<String> path,
    Kind kind,
    boolean ended,
    Sections sections,
    String summary,
    Credits credits,
    Optional<Image> image,
    Optional<Instant> publishedAt,
    Instant updatedAt,
    Instant revisedAt,
    boolean imported) {

  public static final String LABEL = "label";

  /// The attribute of a draft's or withdrawn article's entry with the lists that it would be in.
  public static final String LISTS = "lists";

  /// The attribute with the editor of the last revision, which only editors see.
  public static final String EDITOR = "editor";

  /// A picture as a list shows it.
  ///
  /// @param credit whose it is
  /// @param focus what every cut of it keeps; empty for the upper third
  public record Image(
      Picture picture, String alt, Optional<String> credit, Optional<Focus> focus) {}

  /// The sort key of an article in a list that is ordered by `instant`.
  public static String key(Instant instant, String id) {
    return Instants.format(instant) + "#" + id;
  }

  /// The article's id in a sort key.
  public static String id(String key) {
    return key.substring(key.indexOf('#') + 1);
  }

  public String id() {
    return id(key);
  }

  /// The instant by which the list is ordered.
  public Instant listedAt() {
    return Instants.parse(key.substring(0, key.indexOf('#')));
  }

  /// What kind of article it is, as readers see it; empty for news.
  public Optional<String> kindLabel(Messages messages) {
    return kind.label(messages, ended);
  }

  /// The id of the section that it belongs to.
  public String section() {
    return sections.own();
  }

  /// When it was first published; for a draft, when it was last changed.
  public Instant date() {
    return publishedAt.orElse(updatedAt);
  }

  /// The path of its page. Throws for a draft, which has none.
  public String link() {
    return path.orElseThrow(() -> new IllegalStateException("a draft has no page: " + id()));
  }

  public static Item item(ListName list, String key, Article article) {
    var content = article.content();
    return Item.at(list.partition(), key)
        .with("headline", content.headline())
        .with("path", article.path())
        .with("kind", content.kind().word())
        .withFlag("ended", content.labels().ended())
        .with("section", content.sections().ownIfAny())
        .with("alsoIn", content.sections().alsoIn())
        .with("summary", content.summary().text())
        .with("byline", content.credits().byline())
        .with("authors", content.credits().authors())
        .with("picture", article.lead().map(Picture::write))
        .with("alt", article.lead().flatMap(p -> content.image()).map(LeadImage::alt))
        .with("credit", article.lead().flatMap(p -> content.image()).flatMap(LeadImage::credit))
        .with("focus", article.focus().map(Focus::write))
        .with(EDITOR, article.revision().editor())
        .with("updatedAt", article.updatedAt())
        .with("revisedAt", article.changedAt())
        .withFlag("imported", article.timeline().imported())
        .with("publishedAt", article.publishedAt());
  }

  public static Entry read(Item item) {
    return new Entry(
        item.sk(),
        item.find(LABEL),
        item.text("headline"),
        item.find("path"),
        item.find("kind").flatMap(Kind::of).orElse(Kind.NEWS),
        item.flag("ended"),
        new Sections(item.find("section").orElse(""), item.texts("alsoIn")),
        item.text("summary"),
        new Credits(item.find("byline"), item.texts("authors")),
        item.find("picture").map(line -> image(line, item)),
        item.findInstant("publishedAt"),
        item.instant("updatedAt"),
        item.instant("revisedAt"),
        item.flag("imported"));
  }

  private static Image image(String picture, Item item) {
    return new Image(
        Picture.read(picture),
        item.text("alt"),
        item.find("credit"),
        item.find("focus").map(Focus::read));
  }

  /// When any of `entries` was last changed; absent if there are none.
  public static Optional<Instant> lastUpdate(List<Entry> entries) {
    return entries.stream().map(Entry::updatedAt).max(Comparator.naturalOrder());
  }
}
