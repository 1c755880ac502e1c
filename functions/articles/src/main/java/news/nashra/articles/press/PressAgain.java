package news.nashra.articles.press;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.core.Instants;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;

/// The articles whose pages are to be pressed once more. Whoever learns of a change notes it here
/// before pressing; when every press that looked before the note has ended, the minute's clock
/// presses once more and takes the note away. So no stalled press has the last word, and what could
/// not be pressed is remembered until it could (docs/decisions/007-press-once-more.md).
///
/// Items are `AGAIN`, `<article id>`: one for an article, however often it changes.
record PressAgain(Table articles) {
  private static final String PARTITION = "AGAIN";
  private static final String NOTED = "noted";
  private static final String LINKS = "links";

  /// @param noted when a change of it was last noted
  /// @param links whether the pages that point to it are to be pressed too
  record Due(String id, Instant noted, boolean links) {}

  /// Durable when this returns. A note only ever moves on in time: two streams note side by side,
  /// and the later change is the one whose presses have to end.
  void note(String id, boolean links, Instant now) {
    var key = new Key(PARTITION, id);
    var values = new HashMap<String, Object>(Map.of(":now", Instants.format(now)));
    if (links) {
      values.put(":true", true);
    }
    var set = "SET " + NOTED + " = :now" + (links ? ", " + LINKS + " = :true" : "");
    var later = "attribute_not_exists(" + NOTED + ") OR " + NOTED + " < :now";
    if (!articles.update(key, set, later, values) && links) {
      // The clock may have taken the later note away in between.
      var kept = NOTED + " = if_not_exists(" + NOTED + ", :now)";
      articles.update(key, "SET " + kept + ", " + LINKS + " = :true", "", values);
    }
  }

  /// Those whose earlier presses have all ended, the longest due first.
  List<Due> due(Instant now) {
    var ended = now.minus(Press.MAX_DURATION);
    return articles.partition(PARTITION).stream()
        .map(item -> new Due(item.sk(), item.instant(NOTED), item.flag(LINKS)))
        .filter(due -> !due.noted().isAfter(ended))
        .sorted(Comparator.comparing(Due::noted).thenComparing(Due::id))
        .toList();
  }

  /// Takes the note away, unless another change was noted since.
  void done(Due due) {
    var seen = Map.of(":seen", Instants.format(due.noted()));
    articles.delete(new Key(PARTITION, due.id()), NOTED + " = :seen", seen);
  }

  /// Puts one that failed behind the others that are due.
  void failed(Due due, Instant now) {
    var values =
        Map.of(
            ":seen", Instants.format(due.noted()),
            ":due", Instants.format(now.minus(Press.MAX_DURATION)));
    articles.update(
        new Key(PARTITION, due.id()), "SET " + NOTED + " = :due", NOTED + " = :seen", values);
  }
}
