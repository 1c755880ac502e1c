package news.nashra.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.media.Crop;
import news.nashra.media.Media;
import news.nashra.media.MediaItems;
import news.nashra.media.RefuseMedia;
import news.nashra.media.ResizeMedia;
import news.nashra.media.UploadMedia;
import news.nashra.media.Uploads;
import news.nashra.site.Messages;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The functions of pictures, with the simulation's clients, ids and clock.
public record MediaFunctions(Table media) {
  public RequestStreamHandler upload(
      Messages messages,
      S3Presigner presigner,
      String bucket,
      Supplier<String> ids,
      InstantSource clock) {
    return new UploadMedia(messages, media, new Uploads(presigner, bucket), ids, clock);
  }

  public RequestStreamHandler resize(S3Client s3, String siteBucket) {
    return new ResizeMedia(media, s3, siteBucket);
  }

  public RequestStreamHandler refuse(S3Client s3, String siteBucket) {
    return new RefuseMedia(media, s3, siteBucket);
  }

  /// The keys in the site bucket that belong to an item of the media table.
  public static Set<String> keys(Item item) {
    var keys = new TreeSet<String>();
    if (MediaItems.read(item).state() instanceof Media.Ready ready) {
      var picture = ready.picture();
      ready.renditions().forEach(r -> keys.add(picture.path(r.width(), r.format()).substring(1)));
      for (var crop : Crop.values()) {
        keys.add(crop.path(picture, Optional.empty()).substring(1));
      }
    }
    return keys;
  }
}
