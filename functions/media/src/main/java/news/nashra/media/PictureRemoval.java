package news.nashra.media;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.nashra.core.aws.Table;

/// Takes pictures away that no article shows. The one that they go with is withdrawn, and counts
/// like any other: it may be put back meanwhile.
///
/// An article that begins to show a picture first notes its use, then reads whether the picture is
/// ready, then commits. A removal first marks the picture as no longer ready, then reads the notes,
/// and then the articles that they name. So if the two meet, one of them sees the other: either the
/// article finds the picture gone, or the removal finds the note. A note whose article does not
/// show the picture yet counts for as long as a commit may take. Only when nobody is found is the
/// picture marked as removed, which is final, and its files are deleted. A removal that broke off
/// is ended by the next one.
public final class PictureRemoval {
  /// How long after it noted the use of a picture an article may commit. A function that publishes
  /// lives for 20 seconds.
  static final Duration COMMIT_TIME = Duration.ofMinutes(1);

  /// The most removals of one picture that may overtake each other.
  private static final int MAX_ATTEMPTS = 10;

  private final Table media;
  private final PictureFiles files;
  private final String article;
  private final Instant now;
  private final Function<Question, Map<String, User>> users;

  PictureRemoval(
      Table media,
      PictureFiles files,
      String article,
      Instant now,
      Function<Question, Map<String, User>> users) {
    this.media = media;
    this.files = files;
    this.article = article;
    this.now = now;
    this.users = users;
  }

  /// How do these stand to a picture?
  ///
  /// @param users who noted that they use it: the ids of articles, and whatever else shows pictures
  public record Question(String picture, Collection<String> users) {}

  /// How who uses pictures stands to one.
  public enum User {
    SHOWS,
    /// It does not show it now.
    MAY_SHOW,
    /// It is withdrawn.
    NEVER_SHOWS
  }

  /// @param keys of the files that are gone
  /// @param kept the pictures that are still shown, each with one who shows it
  public record Result(List<String> keys, Map<String, String> kept) {
    public Result {
      keys = List.copyOf(keys);
      kept = Map.copyOf(kept);
    }

    static Result together(List<Result> results) {
      var keys = new ArrayList<String>();
      results.forEach(result -> keys.addAll(result.keys));
      return new Result(
          keys,
          results.stream()
              .flatMap(result -> result.kept.entrySet().stream())
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
  }

  Result remove(String id) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      var item = MediaItems.find(media, id);
      if (item.isPresent() && item.get().state() instanceof Media.Removed removed) {
        return new Result(files.delete(removed.was()), Map.of());
      }
      var was = item.flatMap(PictureRemoval::ready);
      if (was.isEmpty()) {
        return new Result(List.of(), Map.of());
      }
      if (MediaItems.mark(media, item.get().with(new Media.Removing(article, was.get())))) {
        var user = user(id);
        var decision = user.isPresent() ? was.get() : new Media.Removed(was.get());
        boolean decided = MediaItems.decide(media, item.get().with(decision), article);
        if (decided && user.isPresent()) {
          return new Result(List.of(), Map.of(id, user.get()));
        }
      }
    }
    throw new IllegalStateException("removals of the picture " + id + " overtake each other");
  }

  private static Optional<Media.Ready> ready(Media media) {
    return switch (media.state()) {
      case Media.Ready ready -> Optional.of(ready);
      case Media.Removing removing -> Optional.of(removing.was());
      case Media.Awaiting awaiting -> Optional.empty();
      case Media.Refused refused -> Optional.empty();
      case Media.Removed removed -> Optional.empty();
    };
  }

  /// Who shows the picture, or may be about to; also the article itself, if it was put back.
  private Optional<String> user(String id) {
    var uses = MediaItems.uses(media, id);
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    var found = users.apply(new Question(id, uses.stream().map(MediaItems.Use::article).toList()));
    return uses.stream()
        .filter(use ->
            switch (found.getOrDefault(use.article(), User.MAY_SHOW)) {
              case SHOWS -> true;
              case MAY_SHOW -> use.at().isAfter(now.minus(COMMIT_TIME));
              case NEVER_SHOWS -> false;
            })
        .map(MediaItems.Use::article)
        .findFirst();
  }
}
