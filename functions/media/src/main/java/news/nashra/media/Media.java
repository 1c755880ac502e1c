package news.nashra.media;

import java.time.Instant;
import java.util.List;

/// An upload and its state.
///
/// @param filename on the editor's machine
/// @param bytes the size that was announced
/// @param editor who uploads it
public record Media(
    String id,
    String filename,
    Format format,
    long bytes,
    String editor,
    Instant createdAt,
    State state) {
  sealed interface State {}

  /// The file has not arrived, or is being processed.
  record Awaiting() implements State {}

  public record Ready(Picture picture, List<Rendition> renditions) implements State {
    public Ready {
      renditions = List.copyOf(renditions);
    }
  }

  record Refused(Refusal why) implements State {}

  /// Nobody may begin to show it, until it is decided whether it goes.
  ///
  /// @param by the withdrawn article with which it may go
  record Removing(String by, Ready was) implements State {}

  /// Its files are deleted, or are about to be. It never comes back.
  record Removed(Ready was) implements State {}

  Media with(State newState) {
    return new Media(id, filename, format, bytes, editor, createdAt, newState);
  }
}
