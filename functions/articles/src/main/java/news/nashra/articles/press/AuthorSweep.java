package news.nashra.articles.press;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.core.Log;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// Presses the articles of an author whose record changed. There may be thousands, so the newest
/// are pressed at once, and all of them after the note in [PressAgain] is due, a portion at a time.
/// The note keeps how far that has got. Thread-safe.
final class AuthorSweep {
  private static final int PORTION = ArticlePress.ARTICLES_PER_BATCH;

  private final Table articles;
  private final ArticlePress press;
  private final PressAgain again;
  private final InstantSource clock;

  AuthorSweep(Table articles, ArticlePress press, PressAgain again, InstantSource clock) {
    this.articles = articles;
    this.press = press;
    this.again = again;
    this.clock = clock;
  }

  /// Whether pages of articles show what changed in a record. Before a record is new, no article
  /// can name its author.
  ///
  /// @param change of a stream record
  static boolean isShown(JsonNode change) {
    var before = change.path("OldImage");
    var after = change.path("NewImage");
    return !before.isMissingNode()
        && Stream.of("name", "role", "picture")
            .anyMatch(attribute -> !before.path(attribute).equals(after.path(attribute)));
  }

  /// Notes the author, and presses the newest articles. What cannot be pressed is left to the note.
  void begin(String slug) {
    again.noteAuthor(slug, clock.instant());
    press.pressInPortions(ids(portion(slug, Optional.empty())));
  }

  /// Presses the articles of an author whose note is due, as long as there is time. An article that
  /// fails gets a note of its own.
  void go(PressAgain.Due due, BooleanSupplier isTime) {
    var after = due.after();
    while (isTime.getAsBoolean()) {
      var portion = portion(due.author(), after);
      for (var id : press.pressInPortions(ids(portion))) {
        Log.warn("left to a note of its own", Map.of("article", id));
        again.note(id, false, clock.instant());
      }
      if (portion.size() < PORTION) {
        again.remove(due);
        return;
      }
      after = Optional.of(portion.getLast().sk());
      if (!again.reached(due, after.get())) {
        return; // the record has changed again, and all is pressed anew
      }
    }
  }

  private List<Item> portion(String slug, Optional<String> after) {
    return articles.newest(ListName.author(slug).partition(), after, PORTION);
  }

  private static List<String> ids(List<Item> entries) {
    return entries.stream().map(entry -> Entry.id(entry.sk())).toList();
  }
}
