package news.nashra.articles;

import java.util.Arrays;
import java.util.Optional;
import news.nashra.site.Addresses;
import news.nashra.site.Section;

/// The name of a list of articles, which is also the partition of its entries in the articles
/// table. To add a kind of list, add it to [Kind] and say in [Article#lists] which articles it
/// holds.
///
/// @param slug the section's id, or the slug of a topic or author; empty for a list that is the
///   only one of its kind
public record ListName(Kind kind, String slug) {
  public static final ListName PUBLISHED = new ListName(Kind.PUBLISHED, "");
  public static final ListName CORRECTIONS = new ListName(Kind.CORRECTIONS, "");

  /// Every article that has ever been published, in the order of its last change.
  public static final ListName CHANGED = new ListName(Kind.CHANGED, "");

  /// Scheduled articles in the order in which they are to be published.
  public static final ListName SCHEDULED = new ListName(Kind.SCHEDULED, "");

  /// Published articles that end, in the order in which they do. Entries have a key and nothing
  /// else.
  public static final ListName EXPIRING = new ListName(Kind.EXPIRING, "");

  /// Published articles of the hidden section. A check that broke off is found here.
  public static final ListName HIDDEN = new ListName(Kind.SECTION, Section.HIDDEN.id());

  private static final String PARTITION = "LIST#";

  /// What the articles of a list have in common.
  public enum Kind {
    PUBLISHED("published"),
    DRAFT("draft"),
    SCHEDULED("scheduled"),
    EXPIRING("expiring"),
    WITHDRAWN("withdrawn"),
    CORRECTIONS("corrections"),
    CHANGED("changed"),
    SECTION("section"),
    TOPIC("topic"),
    AUTHOR("author");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// All articles of a status.
  public static ListName status(Status status) {
    return switch (status) {
      case DRAFT -> new ListName(Kind.DRAFT, "");
      case SCHEDULED -> SCHEDULED;
      case PUBLISHED -> PUBLISHED;
      case WITHDRAWN -> new ListName(Kind.WITHDRAWN, "");
    };
  }

  public static ListName section(String id) {
    return new ListName(Kind.SECTION, id);
  }

  public static ListName topic(String slug) {
    return new ListName(Kind.TOPIC, slug);
  }

  public static ListName author(String slug) {
    return new ListName(Kind.AUTHOR, slug);
  }

  /// Reads a name that [#text] wrote.
  public static ListName read(String text) {
    int mark = text.indexOf('#');
    var word = mark < 0 ? text : text.substring(0, mark);
    var kind = Arrays.stream(Kind.values()).filter(k -> k.word.equals(word)).findFirst();
    return new ListName(
        kind.orElseThrow(() -> new IllegalArgumentException("no list is called " + text)),
        mark < 0 ? "" : text.substring(mark + 1));
  }

  /// `published`, `section#politics`, `topic#elections`.
  public String text() {
    return slug.isEmpty() ? kind.word : kind.word + "#" + slug;
  }

  /// The partition of its entries: `LIST#section#politics`.
  public String partition() {
    return PARTITION + text();
  }

  /// The path of the page that shows the list; absent for a list that only editors or functions
  /// read.
  public Optional<String> path() {
    return switch (kind) {
      case PUBLISHED -> Optional.of("/");
      case CORRECTIONS -> Optional.of("/corrections/");
      case SECTION -> Optional.of("/" + slug + "/");
      case TOPIC -> Optional.of(Addresses.topic(slug));
      case AUTHOR -> Optional.of(Addresses.author(slug));
      case DRAFT, SCHEDULED, EXPIRING, WITHDRAWN, CHANGED -> Optional.empty();
    };
  }
}
