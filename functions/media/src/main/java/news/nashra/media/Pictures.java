package news.nashra.media;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;

/// The pictures that pages may show. Thread-safe.
///
/// @param media their table
public record Pictures(Table media, PictureFiles files) {
  /// Returns those of `ids` that are ready, by id. It makes one call to DynamoDB per hundred ids,
  /// and none for no ids.
  public Map<String, Picture> ready(Collection<String> ids) {
    return MediaItems.ready(media, ids);
  }

  /// Like [#ready], for an article that is about to show them. Its use is noted before they are
  /// read: [PictureRemoval] says why.
  ///
  /// @param shown pictures that the article shows already, whose use was noted before
  /// @param now when the change of the article began; it is committed within
  ///   [PictureRemoval#COMMIT_TIME]
  public Map<String, Picture> use(
      Collection<String> ids, Set<String> shown, String article, Instant now) {
    return use(media, ids, shown, article, now);
  }

  /// The same for who does nothing else with pictures, such as the record of an author.
  public static Map<String, Picture> use(
      Table media, Collection<String> ids, Set<String> shown, String user, Instant now) {
    Parallel.all(
        ids.stream()
            .filter(id -> !shown.contains(id))
            .<Callable<Boolean>>map(id ->
                () -> {
                  MediaItems.noteUse(media, new MediaItems.Use(id, user, now));
                  return true;
                })
            .toList());
    return MediaItems.ready(media, ids);
  }

  /// Makes the cuts of a picture around a focus, after a note that there are some.
  public void cut(Picture picture, Focus focus) {
    MediaItems.noteCuts(media, picture.id(), focus);
    files.cut(picture, focus);
  }

  /// Takes the pictures of a withdrawn article away, except those that another article shows.
  ///
  /// @param article the id of the withdrawn article
  /// @param users says how articles stand to a picture, by their ids; one that does not exist is
  ///   absent
  public PictureRemoval.Result remove(
      Set<String> pictures,
      String article,
      Instant now,
      Function<PictureRemoval.Question, Map<String, PictureRemoval.User>> users) {
    var removal = new PictureRemoval(media, files, article, now, users);
    return Parallel.all(
            pictures.stream()
                .sorted()
                .<Callable<PictureRemoval.Result>>map(id -> () -> removal.remove(id))
                .toList())
        .stream()
        .collect(
            Collectors.collectingAndThen(Collectors.toList(), PictureRemoval.Result::together));
  }
}
