package news.nashra.media;

import java.util.ArrayList;
import java.util.Optional;
import news.nashra.core.aws.Table;

/// Makes the files of pictures again from their originals, where some are missing. May be repeated:
/// what is there is left as it is, and the same original gives the same files.
///
/// A picture that was taken away does not come back. If one is taken away while its files are made,
/// they are deleted again; a restore that broke off in between is ended by the next one.
/// Thread-safe.
///
/// @param media their table
record PictureRestore(Table media, PictureFiles files) {
  /// What became of a picture.
  enum Result {
    /// Nothing was missing.
    WHOLE,
    /// Its files were made again.
    RESTORED,
    /// Its files are missing, and so is its original.
    LOST,
    /// It has no files: it was never uploaded, or refused, or taken away.
    NONE
  }

  Result restore(String id) {
    var state = MediaItems.find(media, id).map(Media::state);
    if (state.isPresent() && state.get() instanceof Media.Removed) {
      files.deleteShown(id);
      return Result.NONE;
    }
    var ready = state.flatMap(PictureRestore::ready);
    return ready.isEmpty() ? Result.NONE : restore(ready.get());
  }

  private Result restore(Media.Ready ready) {
    var picture = ready.picture();
    var found = files.shown(picture.id());
    boolean made = !found.containsAll(PictureFiles.made(ready));
    if (made && !files.renderAgain(ready)) {
      return Result.LOST;
    }
    if (made && isTakenAway(picture.id())) {
      return Result.NONE; // before its largest rendition is read for the cuts
    }
    var missing = new ArrayList<>(MediaItems.cuts(media, picture.id()));
    missing.removeIf(focus -> found.containsAll(PictureFiles.cuts(picture, focus)));
    missing.forEach(focus -> files.cut(picture, focus));
    if (!made && missing.isEmpty()) {
      return Result.WHOLE;
    }
    return isTakenAway(picture.id()) ? Result.NONE : Result.RESTORED;
  }

  /// Whether the picture was taken away since; if so, its files are deleted again.
  private boolean isTakenAway(String id) {
    boolean removed =
        MediaItems.find(media, id).filter(now -> now.state() instanceof Media.Removed).isPresent();
    if (removed) {
      files.deleteShown(id);
    }
    return removed;
  }

  private static Optional<Media.Ready> ready(Media.State state) {
    return switch (state) {
      case Media.Ready ready -> Optional.of(ready);
      case Media.Removing removing -> Optional.of(removing.was());
      case Media.Awaiting awaiting -> Optional.empty();
      case Media.Refused refused -> Optional.empty();
      case Media.Removed removed -> Optional.empty();
    };
  }
}
