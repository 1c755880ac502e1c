package news.nashra.articles.press;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.core.Instants;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;

/// Articles that are to be pressed once more. Whoever learns of a change notes it here before
/// pressing. Once every press that started before the note has ended, the next scheduled run
/// presses the article again and removes the note. So a stalled press never has the last word, and
/// a page that could not be pressed is tried until it can be
/// (docs/decisions/007-press-once-more.md).
///
/// Items have the keys `AGAIN` and `<article id>`: one for each article, however often it changes.
/// One with the name of an author ([AuthorItems#name]) stands for all articles of an author.
/// Thread-safe.
record PressAgain(Table articles) {
  private static final String PARTITION = "AGAIN";
  private static final String NOTED = "noted";
  private static final String LINKS = "links";
  private static final String REACHED = "reached";

  /// @param id of an article, or the name of an author
  /// @param noted when its latest change was noted
  /// @param links whether the pages that link to it are to be pressed too
  /// @param after sort key in the author's list of the last article that has been pressed since
  record Due(String id, Instant noted, boolean links, Optional<String> after) {
    boolean isAuthor() {
      return AuthorItems.isAuthor(id);
    }

    /// The slug of the author.
    String author() {
      return AuthorItems.slug(id);
    }
  }

  /// Notes a change; durable on return. The time of a note only moves forward: two streams may note
  /// the same article at once, and the presses of the later change must have ended.
  void note(String id, boolean links, Instant now) {
    var key = new Key(PARTITION, id);
    var values = new HashMap<String, Object>(Map.of(":now", Instants.format(now)));
    if (links) {
      values.put(":true", true);
    }
    var set = "SET " + NOTED + " = :now" + (links ? ", " + LINKS + " = :true" : "");
    var later = "attribute_not_exists(" + NOTED + ") OR " + NOTED + " < :now";
    if (!articles.update(key, set, later, values) && links) {
      // The scheduled run may have removed the later note in the meantime.
      var kept = NOTED + " = if_not_exists(" + NOTED + ", :now)";
      articles.update(key, "SET " + kept + ", " + LINKS + " = :true", "", values);
    }
  }

  /// Notes a change of an author's record, after which all their articles are to be pressed, from
  /// the newest on.
  void noteAuthor(String slug, Instant now) {
    articles.update(
        new Key(PARTITION, AuthorItems.name(slug)),
        "SET " + NOTED + " = :now REMOVE " + REACHED,
        "attribute_not_exists(" + NOTED + ") OR " + NOTED + " < :now",
        Map.of(":now", Instants.format(now)));
  }

  /// Keeps how far the articles of an author have been pressed, unless a later change was noted.
  ///
  /// @return whether it was kept
  boolean reached(Due due, String after) {
    return articles.update(
        new Key(PARTITION, due.id()),
        "SET " + REACHED + " = :after",
        NOTED + " = :seen",
        Map.of(":after", after, ":seen", Instants.format(due.noted())));
  }

  /// The articles and authors whose earlier presses have all ended, the oldest note first.
  List<Due> due(Instant now) {
    var ended = now.minus(Press.MAX_DURATION);
    return articles.partition(PARTITION).stream()
        .map(item -> new Due(item.sk(), item.instant(NOTED), item.flag(LINKS), item.find(REACHED)))
        .filter(due -> !due.noted().isAfter(ended))
        .sorted(Comparator.comparing(Due::noted).thenComparing(Due::id))
        .toList();
  }

  /// Removes a note, unless a later change was noted.
  void remove(Due due) {
    var seen = Map.of(":seen", Instants.format(due.noted()));
    articles.delete(new Key(PARTITION, due.id()), NOTED + " = :seen", seen);
  }

  /// Moves an article that failed to the end of those that are due.
  void postpone(Due due, Instant now) {
    var values =
        Map.of(
            ":seen", Instants.format(due.noted()),
            ":due", Instants.format(now.minus(Press.MAX_DURATION)));
    articles.update(
        new Key(PARTITION, due.id()), "SET " + NOTED + " = :due", NOTED + " = :seen", values);
  }
}
