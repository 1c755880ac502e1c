package news.nashra.simulation;

import java.time.Duration;
import java.util.List;

/// One thing that somebody does to the newspaper.
///
/// @param number in its history, part of all text that it writes
/// @param target number of an earlier operation that made the article or comment concerned; -1 for
///   none
/// @param detail what else its kind needs, such as `published` or `approve`
record Operation(int number, Kind kind, int target, String detail) {
  static final String PERSON = "person";
  static final List<String> SECTIONS = List.of("politics", "economy", "sports");

  /// Slugs of authors who may get a record.
  static final List<String> AUTHORS = List.of("omar", "salma");

  enum Kind {
    CREATE,
    REVISE,
    CORRECT,
    WITHDRAW,

    /// Gives a withdrawn article back as a draft.
    RESTORE,
    COMMENT,
    DECIDE,

    /// Replies to a comment. The detail is `keep`, or what the same person does to the reply at
    /// once: `edit` or `withdraw`.
    REPLY,
    ERASE,

    /// Adds an entry to live coverage, and pins it if the detail is `pinned`.
    ADD_ENTRY,
    EDIT_ENTRY,
    REMOVE_ENTRY,
    PIN_ENTRY,
    PIN,
    UPLOAD,

    /// Writes the record of the author whose slug is the detail.
    AUTHOR,

    /// Writes breaking news that ends by itself as many minutes after the start as the detail says.
    BREAK,

    /// Ends the breaking news.
    UNBREAK,
    REBUILD,
    REPRESS
  }

  /// Text that no other operation writes and that no page contains by chance.
  String text(String what) {
    return "zq%02d%s".formatted(number, what);
  }

  String headline() {
    return "خبر " + text("head");
  }

  /// The name of an author.
  String name() {
    return "كاتب " + text("name");
  }

  String body() {
    return "نص " + text("body");
  }

  /// The person who performs it. Each operation has its own, except that one moderator approves a
  /// comment and undoes that, and that two editors write all live coverage. Another moderator
  /// rejects, so that two may disagree.
  String person() {
    return PERSON
        + switch (kind) {
          case DECIDE -> detail.equals("reject") ? number : 100 + target;
          case ADD_ENTRY, EDIT_ENTRY, REMOVE_ENTRY, PIN_ENTRY -> 200 + number % 2;
          default -> number;
        };
  }

  /// By which the same request is known when it is sent again.
  String key() {
    return PERSON + number;
  }

  String email() {
    return "reader" + target % 3 + "@example.com";
  }

  String section() {
    return SECTIONS.get(number % SECTIONS.size());
  }

  /// Whether it creates live coverage.
  boolean isLive() {
    return kind == Kind.CREATE && detail.equals("live");
  }

  /// Whether it asks the clock for something.
  boolean isTimed() {
    return detail.equals("scheduled") || detail.equals("ending");
  }

  /// How long after it begins the clock is to do what it asks for.
  Duration delay() {
    return Duration.ofMillis(500 + 7919L * number % 20_000);
  }

  @Override
  public String toString() {
    return number + ":" + kind + (target >= 0 ? "(" + target + ")" : "") + " " + detail;
  }
}
