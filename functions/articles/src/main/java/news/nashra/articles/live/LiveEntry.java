package news.nashra.articles.live;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import news.nashra.media.Picture;

/// An entry of live coverage at one revision. Immutable.
///
/// @param number counted from 1 in the order of publication; never used again
/// @param revision of the entry, counted from 1
/// @param at when it was written, later than every entry with a lower number
/// @param updatedAt the last change of its text, if there was one
/// @param editor who wrote this revision
/// @param text absent once it was taken away
public record LiveEntry(
    long number,
    long revision,
    Instant at,
    Optional<Instant> updatedAt,
    String editor,
    Optional<Text> text) {

  /// @param bodyHtml cleaned, with pictures by their ids
  /// @param pictures by their ids
  public record Text(String bodyHtml, Map<String, Picture> pictures) {
    public Text {
      pictures = Map.copyOf(pictures);
    }
  }

  public static LiveEntry first(long number, Text text, String editor, Instant now) {
    return new LiveEntry(number, 1, now, Optional.empty(), editor, Optional.of(text));
  }

  /// The next revision.
  ///
  /// @param next absent to take it away
  public LiveEntry next(Optional<Text> next, String by, Instant now) {
    boolean same = text.map(Text::bodyHtml).equals(next.map(Text::bodyHtml));
    return new LiveEntry(number, revision + 1, at, same ? updatedAt : Optional.of(now), by, next);
  }

  /// The id of the element that shows an entry.
  public static String anchor(long number) {
    return "entry-" + number;
  }

  public boolean isThere() {
    return text.isPresent();
  }
}
