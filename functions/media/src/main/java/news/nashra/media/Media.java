package news.nashra.media;

import java.time.Instant;
import java.util.List;

/// An upload and what became of it.
///
/// @param filename as the editor's machine called it
/// @param bytes that were announced
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

  /// The file has not come, or is being worked on.
  record Awaiting() implements State {}

  public record Ready(Picture picture, List<Rendition> renditions) implements State {
    public Ready {
      renditions = List.copyOf(renditions);
    }
  }

  record Refused(Refusal why) implements State {}

  Media with(State newState) {
    return new Media(id, filename, format, bytes, editor, createdAt, newState);
  }
}
