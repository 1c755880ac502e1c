package news.nashra.articles.authors;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.media.Focus;
import news.nashra.media.Picture;

/// Authors as items of the articles table. A record has the keys `AUTHOR#<slug>` and `AUTHOR`. What
/// the list of all authors shows of it is in the partition `AUTHORS`, so that one consistent query
/// reads the list. A note in the partition `HOMEPAGE` tells the homepage that the record changed.
/// All three are written in one transaction.
public final class AuthorItems {
  private static final String AUTHOR = "AUTHOR#";
  private static final String SORT_KEY = "AUTHOR";
  private static final String LIST = "AUTHORS";
  private static final String RECORD = "record";

  /// The partition of what the homepage remembers, where notes of changed authors are too.
  private static final String HOMEPAGE = "HOMEPAGE";

  private static final String CHANGED_AT = "changedAt";

  private AuthorItems() {}

  /// The key of a record.
  public static Key key(String slug) {
    return new Key(name(slug), SORT_KEY);
  }

  /// The name of an author where those of articles are their ids: as a user of pictures, as what is
  /// to be pressed again.
  public static String name(String slug) {
    return AUTHOR + slug;
  }

  /// Whether a partition holds the record of an author, or a name is that of one.
  public static boolean isAuthor(String key) {
    return key.startsWith(AUTHOR);
  }

  /// The slug in the partition key of a record, in the sort key of a note, or in a name.
  public static String slug(String key) {
    return key.substring(AUTHOR.length());
  }

  public static Optional<Author> find(Table articles, String slug) {
    return articles.get(AUTHOR + slug, SORT_KEY).map(AuthorItems::read);
  }

  /// The records of those of `slugs` that have one, by slug. Takes no call for no slugs.
  public static Map<String, Author> find(Table articles, Collection<String> slugs) {
    return read(articles.get(slugs.stream().map(AuthorItems::key).toList()));
  }

  /// The records among `items`, by slug.
  public static Map<String, Author> read(Collection<Item> items) {
    var authors = new HashMap<String, Author>();
    items.stream()
        .filter(item -> isAuthor(item.pk()))
        .map(AuthorItems::read)
        .forEach(author -> authors.put(author.slug(), author));
    return authors;
  }

  /// The authors of a list, in the order of their slugs, without bio and links.
  ///
  /// @param after a slug; empty to begin with the first author
  public static List<Author> list(Table articles, Optional<String> after, int limit) {
    return articles.after(LIST, after, limit).stream().map(AuthorItems::read).toList();
  }

  /// The transaction that writes a record, on condition that `before` is still the current one.
  public static Transaction write(Table articles, Optional<Author> before, Author after) {
    var record = whole(after);
    var transaction = new Transaction();
    if (before.isEmpty()) {
      transaction.create(RECORD, articles, record);
    } else {
      var seen = Map.of(":seen", before.get().revision());
      transaction.put(RECORD, articles, record, "revision = :seen", seen);
    }
    return transaction
        .put(articles, shown(Item.at(LIST, after.slug()), after))
        .put(
            articles, Item.at(HOMEPAGE, AUTHOR + after.slug()).with(CHANGED_AT, after.updatedAt()));
  }

  /// When the record of an author changed, if `item` is a note of that.
  public static Optional<Instant> changedAt(Item item) {
    return isAuthor(item.sk()) ? item.findInstant(CHANGED_AT) : Optional.empty();
  }

  /// Removes the note of a change, unless the record has changed again.
  public static void forgetChange(Table articles, String slug, Instant changedAt) {
    articles.delete(
        new Key(HOMEPAGE, AUTHOR + slug), CHANGED_AT + " = :seen", Map.of(":seen", changedAt));
  }

  private static Item whole(Author author) {
    var profile = author.profile();
    return shown(Item.at(AUTHOR + author.slug(), SORT_KEY), author)
        .with("bio", profile.bio())
        .with("links", profile.links());
  }

  private static Item shown(Item item, Author author) {
    var profile = author.profile();
    return item.with("slug", author.slug())
        .with("name", profile.name())
        .with("role", profile.role())
        .with("picture", profile.picture().map(Picture::write))
        .with("focus", profile.focus().map(Focus::write))
        .with("revision", author.revision())
        .with("editor", author.editor())
        .with("updatedAt", author.updatedAt());
  }

  public static Author read(Item item) {
    return new Author(
        item.text("slug"),
        new Author.Profile(
            item.text("name"),
            item.find("role"),
            item.find("bio"),
            item.find("picture").map(Picture::read),
            item.find("focus").map(Focus::read),
            item.texts("links")),
        item.number("revision"),
        item.text("editor"),
        item.instant("updatedAt"));
  }
}
