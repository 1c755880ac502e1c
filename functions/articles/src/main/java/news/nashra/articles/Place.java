package news.nashra.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an article is and was: its address, and the lists that show or showed it.
///
/// @param slug asked for by the editor, or part of its address
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

  /// The place of an article that has no address yet.
  public static Place unpublished(Optional<String> slug) {
    return new Place(slug, Optional.empty(), List.of(), List.of());
  }

  /// The place at another address. The previous address becomes a former one.
  public Place movedTo(String newSlug, String newPath) {
    var former = new ArrayList<>(formerPaths);
    path.filter(old -> !old.equals(newPath)).ifPresent(former::add);
    former.remove(newPath);
    return new Place(Optional.of(newSlug), Optional.of(newPath), former, formerLists);
  }

  /// The same place for the next revision of an article that has been in `lists`.
  public Place withFormerLists(List<ListName> lists) {
    return new Place(slug, path, formerPaths, lists);
  }

  /// The same place, with another slug if the editor asks for one.
  public Place withSlug(Optional<String> newSlug) {
    return new Place(newSlug.or(() -> slug), path, formerPaths, formerLists);
  }

  /// Every address that the article has or had, the present one first.
  public List<String> paths() {
    var all = new ArrayList<String>();
    path.ifPresent(all::add);
    all.addAll(formerPaths);
    return all;
  }
}
