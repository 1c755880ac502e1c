package news.nashra.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an article is and was: its address and the lists that showed it.
///
/// @param slug that the editor asked for, or that its address has
/// @param path of its page, percent-encoded; absent until it is published
/// @param formerPaths addresses that it had before
/// @param formerLists sections, topics and authors that listed it before this revision
public record Place(
    Optional<String> slug,
    Optional<String> path,
    List<String> formerPaths,
    List<ListName> formerLists) {
  public Place {
    formerPaths = List.copyOf(formerPaths);
    formerLists = List.copyOf(formerLists);
  }

  /// The place of a new article.
  public static Place none(Optional<String> slug) {
    return new Place(slug, Optional.empty(), List.of(), List.of());
  }

  /// Another address; the one before becomes a former one.
  public Place movedTo(String newSlug, String newPath) {
    var former = new ArrayList<>(formerPaths);
    path.filter(old -> !old.equals(newPath)).ifPresent(former::add);
    former.remove(newPath);
    return new Place(Optional.of(newSlug), Optional.of(newPath), former, formerLists);
  }

  /// The same place for the next revision of an article that was in `lists`.
  public Place after(List<ListName> lists) {
    return new Place(slug, path, formerPaths, lists);
  }

  /// The same place, with another slug if one is asked for.
  public Place asking(Optional<String> newSlug) {
    return new Place(newSlug.or(() -> slug), path, formerPaths, formerLists);
  }

  /// Every address that the article has or had.
  public List<String> paths() {
    var all = new ArrayList<String>();
    path.ifPresent(all::add);
    all.addAll(formerPaths);
    return all;
  }
}
