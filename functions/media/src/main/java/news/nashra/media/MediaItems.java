package news.nashra.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// Reads and writes uploads as items of the media table: one partition, ordered by id and so by
/// time.
public final class MediaItems {
  static final String PARTITION = "MEDIA";
  private static final String AWAITING = "awaiting";
  private static final String READY = "ready";
  private static final String REFUSED = "refused";
  private static final String REMOVING = "removing";
  private static final String REMOVED = "removed";
  private static final String USES = "USES#";
  private static final String CUTS = "CUTS#";

  /// An id has more digits.
  private static final String BEFORE_ALL_IDS = "0";

  /// An upload that never arrives is deleted after this time.
  private static final Duration ANNOUNCEMENT_LIFETIME = Duration.ofDays(1);

  private MediaItems() {}

  static Optional<Media> find(Table table, String id) {
    return table.get(PARTITION, id).map(MediaItems::read);
  }

  /// Returns the pictures of those `ids` that are ready, by id.
  static Map<String, Picture> ready(Table table, Collection<String> ids) {
    return table.get(ids.stream().map(id -> new Key(PARTITION, id)).toList()).stream()
        .map(MediaItems::read)
        .filter(media -> media.state() instanceof Media.Ready)
        .collect(Collectors.toMap(Media::id, media -> ((Media.Ready) media.state()).picture()));
  }

  /// Stores a new upload.
  static void create(Table table, Media media) {
    if (!table.put(item(media), "attribute_not_exists(pk)", Map.of())) {
      throw new IllegalStateException("the id " + media.id() + " exists already");
    }
  }

  /// Stores the outcome of an upload, unless another event for the same object stored it first.
  static void settle(Table table, Media media) {
    table.put(item(media), "#status = :awaiting", Map.of(":awaiting", AWAITING));
  }

  private static Item item(Media media) {
    var item =
        Item.at(PARTITION, media.id())
            .with("filename", media.filename())
            .with("contentType", media.format().mediaType())
            .with("bytes", media.bytes())
            .with("editor", media.editor())
            .with("createdAt", media.createdAt());
    return switch (media.state()) {
      case Media.Awaiting awaiting ->
          item.with("status", AWAITING)
              .with(Item.EXPIRES, media.createdAt().plus(ANNOUNCEMENT_LIFETIME).getEpochSecond());
      case Media.Refused refused -> item.with("status", REFUSED).with("why", refused.why().word());
      case Media.Ready ready -> ready(item, READY, ready);
      case Media.Removing removing ->
          ready(item, REMOVING, removing.was()).with("by", removing.by());
      case Media.Removed removed -> ready(item, REMOVED, removed.was());
    };
  }

  private static Item ready(Item item, String status, Media.Ready ready) {
    return item.with("status", status)
        .with("picture", ready.picture().write())
        .with("renditions", ready.renditions().stream().map(Rendition::write).toList());
  }

  public static Media read(Item item) {
    return new Media(
        item.sk(),
        item.text("filename"),
        Format.ofMediaType(item.text("contentType")).orElseThrow(),
        item.number("bytes"),
        item.text("editor"),
        item.instant("createdAt"),
        state(item));
  }

  private static Media.State state(Item item) {
    return switch (item.text("status")) {
      case READY -> ready(item);
      case REMOVING -> new Media.Removing(item.text("by"), ready(item));
      case REMOVED -> new Media.Removed(ready(item));
      case REFUSED -> new Media.Refused(Refusal.find(item.text("why")));
      default -> new Media.Awaiting();
    };
  }

  private static Media.Ready ready(Item item) {
    return new Media.Ready(
        Picture.read(item.text("picture")),
        item.texts("renditions").stream().map(Rendition::read).toList());
  }

  /// Marks a picture as [Media.Removing], also if another article has marked it.
  ///
  /// @return whether it is marked; not if it is removed
  static boolean mark(Table table, Media media) {
    return table.put(
        item(media),
        "#status IN (:ready, :removing)",
        Map.of(":ready", READY, ":removing", REMOVING));
  }

  /// Decides what becomes of a picture that is marked by an article.
  ///
  /// @return whether it was decided; not if another article has marked it since
  static boolean decide(Table table, Media media, String by) {
    return table.put(
        item(media), "#status = :removing AND #by = :by", Map.of(":removing", REMOVING, ":by", by));
  }

  /// That an article shows a picture, or was about to.
  ///
  /// @param at when its change began
  record Use(String picture, String article, Instant at) {}

  /// Uses are never deleted: whether an article still shows a picture, it says itself.
  static void noteUse(Table table, Use use) {
    table.put(Item.at(USES + use.picture(), use.article()).with("at", use.at()));
  }

  static List<Use> uses(Table table, String picture) {
    return table.partition(USES + picture).stream()
        .map(item -> new Use(picture, item.sk(), item.instant("at")))
        .toList();
  }

  /// Notes that there are cuts of a picture around a focus. Notes are never deleted.
  static void noteCuts(Table table, String picture, Focus focus) {
    table.put(Item.at(CUTS + picture, focus.suffix()).with("focus", focus.write()));
  }

  /// What a picture was ever cut around.
  static List<Focus> cuts(Table table, String picture) {
    return table.partition(CUTS + picture).stream()
        .map(item -> Focus.read(item.text("focus")))
        .toList();
  }

  /// Returns the ids of uploads after `after`, at most `limit`, in order.
  ///
  /// @param after empty to begin with the first
  static List<String> idsAfter(Table table, Optional<String> after, int limit) {
    return table.sortKeysAfter(PARTITION, after.orElse(BEFORE_ALL_IDS), limit);
  }

  /// Returns the ids of uploads from `from` to `to`, both included, in order.
  static List<String> idsBetween(Table table, String from, String to) {
    return table.between(PARTITION, from, to, Integer.MAX_VALUE).reversed().stream()
        .map(Item::sk)
        .toList();
  }

  /// Returns one page of uploads, newest first.
  static List<Media> newest(Table table, Optional<String> before, int limit) {
    return table.newest(PARTITION, before, limit).stream().map(MediaItems::read).toList();
  }
}
