package news.nashra.simulation;

import java.util.List;

/// What somebody does to the newspaper.
///
/// @param number of the operation in its history, part of all text that it writes
/// @param target number of an earlier operation: the article, comment or person concerned
/// @param detail what else its kind needs, `published`, `approve`
record Operation(int number, Kind kind, int target, String detail) {
  static final String PERSON = "person";
  static final List<String> SECTIONS = List.of("politics", "economy", "sports");

  enum Kind {
    CREATE,
    REVISE,
    CORRECT,
    WITHDRAW,
    COMMENT,
    DECIDE,
    ERASE,
    PIN,
    UPLOAD,
    REBUILD,
    REPRESS
  }

  /// Text that no other operation writes, and no page holds by chance.
  String text(String what) {
    return "zq%02d%s".formatted(number, what);
  }

  String headline() {
    return "خبر " + text("head");
  }

  String body() {
    return "نص " + text("body");
  }

  /// Who does it: nobody else, but for a comment's moderator, who approves it and undoes that. A
  /// rejection is another's, so that two may disagree.
  String person() {
    boolean own = kind != Kind.DECIDE || detail.equals("reject");
    return PERSON + (own ? number : 100 + target);
  }

  String email() {
    return "reader" + target % 3 + "@example.com";
  }

  String section() {
    return SECTIONS.get(number % SECTIONS.size());
  }

  @Override
  public String toString() {
    return number + ":" + kind + (target >= 0 ? "(" + target + ")" : "") + " " + detail;
  }
}
