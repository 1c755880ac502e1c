package news.nashra.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.core.Parallel;
import news.nashra.core.press.Page;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The files of pictures: renditions and cuts, which readers see, and originals. Thread-safe.
public final class PictureFiles {
  /// Of a cut that is made from a rendition: high, because a rendition has lost something already.
  private static final int CUT_QUALITY = 82;

  private final S3Client s3;
  private final String site;
  private final String uploads;

  /// @param site the bucket of what readers see
  /// @param uploads the bucket of originals
  public PictureFiles(S3Client s3, String site, String uploads) {
    this.s3 = s3;
    this.site = site;
    this.uploads = uploads;
  }

  /// Writes the cuts of a picture around a focus. The same picture and focus always give the same
  /// files.
  void cut(Picture picture, Focus focus) {
    var largest = key(picture.path(picture.widths().getLast(), "jpg"));
    var image = Jpeg.read(s3.getObjectAsBytes(r -> r.bucket(site).key(largest)).asByteArray());
    var tasks = new ArrayList<Callable<Boolean>>();
    for (var crop : Crop.values()) {
      tasks.add(() -> {
        var cut = crop.apply(image, picture, Optional.of(focus));
        var path = crop.path(picture, Optional.of(focus));
        put(s3, site, path, "image/jpeg", Jpeg.write(cut, CUT_QUALITY, true));
        return true;
      });
    }
    Parallel.all(tasks);
  }

  /// Writes a file that readers see.
  static void put(S3Client s3, String site, String path, String mediaType, byte[] bytes) {
    s3.putObject(
        r ->
            r.bucket(site)
                .key(key(path))
                .contentType(mediaType)
                .cacheControl(Page.IMMUTABLE_CACHE_CONTROL),
        RequestBody.fromBytes(bytes));
  }

  /// Renders a picture once more, as [Renderer#renderAgain] does.
  boolean renderAgain(Media.Ready ready) {
    return new Renderer(s3, site).renderAgain(ready, uploads);
  }

  /// The keys of the files that are made of each picture, whatever articles do with it.
  static Set<String> made(Media.Ready ready) {
    var picture = ready.picture();
    var keys = new TreeSet<String>();
    ready.renditions().forEach(r -> keys.add(key(picture.path(r.width(), r.format()))));
    for (var crop : Crop.values()) {
      keys.add(key(crop.path(picture, Optional.empty())));
    }
    return keys;
  }

  /// The keys of its cuts around a focus.
  static Set<String> cuts(Picture picture, Focus focus) {
    return Stream.of(Crop.values())
        .map(crop -> key(crop.path(picture, Optional.of(focus))))
        .collect(Collectors.toSet());
  }

  /// The keys of all files of a picture that readers can see.
  Set<String> shown(String id) {
    return s3
        .listObjectsV2Paginator(r -> r.bucket(site).prefix(Picture.folder(id)))
        .contents()
        .stream()
        .map(S3Object::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Deletes all files of a picture that readers can see.
  void deleteShown(String id) {
    delete(shown(id));
  }

  private void delete(Set<String> keys) {
    Parallel.all(
        keys.stream()
            .<Callable<Boolean>>map(key ->
                () -> {
                  s3.deleteObject(r -> r.bucket(site).key(key));
                  return true;
                })
            .toList());
  }

  /// Deletes every file of a picture, and its original.
  ///
  /// @return their keys, also of those that an earlier call has deleted
  List<String> delete(Media.Ready ready) {
    var id = ready.picture().id();
    var keys = new TreeSet<>(made(ready));
    keys.addAll(shown(id));
    delete(keys);
    s3.deleteObject(r -> r.bucket(uploads).key(id));
    var all = new ArrayList<>(keys);
    all.add(id);
    return all;
  }

  private static String key(String path) {
    return path.substring(1);
  }
}
