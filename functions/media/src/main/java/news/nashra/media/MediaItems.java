package news.nashra.media;

import java.time.Duration;
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
      case Media.Ready ready ->
          item.with("status", READY)
              .with("picture", ready.picture().write())
              .with("renditions", ready.renditions().stream().map(Rendition::write).toList());
    };
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
      case READY ->
          new Media.Ready(
              Picture.read(item.text("picture")),
              item.texts("renditions").stream().map(Rendition::read).toList());
      case REFUSED -> new Media.Refused(Refusal.find(item.text("why")));
      default -> new Media.Awaiting();
    };
  }

  /// Returns one page of uploads, newest first.
  static List<Media> newest(Table table, Optional<String> before, int limit) {
    return table.newest(PARTITION, before, limit).stream().map(MediaItems::read).toList();
  }
}
