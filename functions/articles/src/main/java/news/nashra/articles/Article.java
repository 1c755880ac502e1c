package news.nashra.articles;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.media.Picture;

/// An article at one revision: the head, from which its page, its list entries and its links
/// follow.
///
/// @param revision counted from 1
/// @param pictures that its story shows, by their ids
/// @param related keys of the entries of the articles that its page points to, `<instant>#<id>`
/// @param slug that the editor asked for, or that its address has
/// @param path of its page, percent-encoded; absent until it is published
/// @param formerPaths addresses that it had before
/// @param formerLists sections, topics and authors that listed it before this revision
/// @param publishedAt of the first publication, which never moves
/// @param editor who made this revision
/// @param reason why it was withdrawn
public record Article(
    String id,
    long revision,
    Status status,
    ArticleContent story,
    Map<String, Picture> pictures,
    List<String> related,
    Optional<String> slug,
    Optional<String> path,
    List<String> formerPaths,
    List<ListName> formerLists,
    Optional<Instant> publishedAt,
    Instant updatedAt,
    String editor,
    List<Correction> corrections,
    Optional<String> reason) {
  public Article {
    pictures = Map.copyOf(pictures);
    related = List.copyOf(related);
    formerPaths = List.copyOf(formerPaths);
    formerLists = List.copyOf(formerLists);
    corrections = List.copyOf(corrections);
  }

  /// The ids of the articles that its page points to.
  public List<String> relatedIds() {
    return related.stream().map(Entry::id).toList();
  }

  /// The picture at its head.
  public Optional<Picture> lead() {
    return story.image().map(image -> pictures.get(image.mediaId()));
  }

  /// Every address that it has or had.
  public List<String> paths() {
    var all = new ArrayList<String>();
    path.ifPresent(all::add);
    all.addAll(formerPaths);
    return all;
  }

  /// Each list that shows it among others of its kind, with the name under which it stands there.
  public Map<ListName, String> lists() {
    var lists = new LinkedHashMap<ListName, String>();
    if (status != Status.PUBLISHED) {
      return lists;
    }
    lists.put(ListName.section(story.section()), story.section());
    for (var tag : story.tags()) {
      slug(tag).map(ListName::topic).ifPresent(list -> lists.putIfAbsent(list, tag));
    }
    story
        .byline()
        .ifPresent(
            name -> slug(name).map(ListName::author).ifPresent(list -> lists.put(list, name)));
    return lists;
  }

  private static Optional<String> slug(String name) {
    return Optional.of(Slug.of(name)).filter(slug -> !slug.isEmpty());
  }

  /// The lists that it is in or was in.
  public List<ListName> everListed() {
    var all = new LinkedHashSet<>(formerLists);
    all.addAll(lists().keySet());
    return List.copyOf(all);
  }

  /// When it ceases to take comments; empty for never.
  public Optional<Instant> commentsCloseAt(int closeAfterDays) {
    return publishedAt
        .filter(at -> closeAfterDays > 0)
        .map(at -> at.plus(closeAfterDays, ChronoUnit.DAYS));
  }

  /// At another address; the one that it had becomes a former one.
  public Article at(String newSlug, String newPath) {
    var former = new ArrayList<>(formerPaths);
    path.filter(old -> !old.equals(newPath)).ifPresent(former::add);
    former.remove(newPath);
    return new Article(
        id,
        revision,
        status,
        story,
        pictures,
        related,
        Optional.of(newSlug),
        Optional.of(newPath),
        former,
        formerLists,
        publishedAt,
        updatedAt,
        editor,
        corrections,
        reason);
  }

  /// The revision that takes it out of publication.
  public Article withdrawn(Optional<String> why, String by, Instant when) {
    return new Article(
        id,
        revision + 1,
        Status.WITHDRAWN,
        story,
        pictures,
        related,
        slug,
        path,
        formerPaths,
        everListed(),
        publishedAt,
        when,
        by,
        corrections,
        why);
  }
}
