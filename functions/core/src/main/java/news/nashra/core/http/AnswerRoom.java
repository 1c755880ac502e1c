package news.nashra.core.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// The room that is left in an answer for the elements of a list. An answer of more than 6 MB does
/// not leave [Lambda](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html), so
/// a list ends before that, and its next page continues. Not thread-safe.
public final class AnswerRoom {
  /// The most bytes that the elements take in what a function hands over, where the body is a JSON
  /// string: a quotation mark in a text takes four bytes there.
  public static final int MAX_BYTES = 5 * 1024 * 1024;

  private int left = MAX_BYTES;
  private boolean empty = true;

  /// Returns those elements at the beginning of a list that fit into one answer.
  ///
  /// @param json what the answer says of an element
  public static <T> List<T> beginning(List<T> elements, Function<T, ?> json) {
    var room = new AnswerRoom();
    return elements.stream()
        .takeWhile(element -> room.take(Json.write(json.apply(element))))
        .toList();
  }

  /// Takes the room for an element, if there is enough; the first element always fits.
  ///
  /// @param element as it stands in the body
  public boolean take(String element) {
    int bytes = Json.write(element).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > left && !empty) {
      return false;
    }
    left -= bytes;
    empty = false;
    return true;
  }
}
