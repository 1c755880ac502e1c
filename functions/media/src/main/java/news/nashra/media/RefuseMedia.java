package news.nashra.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import software.amazon.awssdk.services.s3.S3Client;

/// Refuses uploads that [ResizeMedia] failed to process in all its attempts, whether it threw or
/// ran out of time or memory; it is the failure destination of that function. It deletes the
/// renditions that were written before the failure, because no page will show them.
public final class RefuseMedia implements RequestStreamHandler {
  private final Table table;
  private final S3Client s3;
  private final String site;

  /// Configured by the environment variables `MEDIA_TABLE` and `SITE_BUCKET`.
  public RefuseMedia() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private RefuseMedia(Aws aws) {
    this(aws.table("MEDIA_TABLE"), aws.s3(), aws.setting("SITE_BUCKET"));
  }

  public RefuseMedia(Table table, S3Client s3, String site) {
    this.table = table;
    this.s3 = s3;
    this.site = site;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    for (var record : Json.read(in).path("requestPayload").path("Records")) {
      var id = record.at("/s3/object/key").asText();
      if (Ids.wellFormed(id)) {
        MediaItems.find(table, id)
            .map(media -> media.with(new Media.Refused(Refusal.FAILED)))
            .ifPresent(media -> MediaItems.settle(table, media));
        if (MediaItems.find(table, id).filter(RefuseMedia::refused).isPresent()) {
          deleteRenditions(id);
        }
      }
    }
  }

  private static boolean refused(Media media) {
    return media.state() instanceof Media.Refused;
  }

  private void deleteRenditions(String id) {
    var prefix = Picture.folder(id);
    s3.listObjectsV2(r -> r.bucket(site).prefix(prefix))
        .contents()
        .forEach(object -> s3.deleteObject(r -> r.bucket(site).key(object.key())));
  }
}
