package news.nashra.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import software.amazon.awssdk.services.s3.S3Client;

/// Creates renditions of uploaded files when the uploads bucket reports a new object. Repeated
/// events do no harm: an upload is settled once, and the same file gives the same renditions.
/// Lambda retries an event that fails; after the last attempt [RefuseMedia] refuses the upload.
public final class ResizeMedia implements RequestStreamHandler {
  private final Table table;
  private final Renderer renderer;

  /// Configured by the environment variables `MEDIA_TABLE` and `SITE_BUCKET`. The uploads bucket is
  /// named by the event.
  public ResizeMedia() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private ResizeMedia(Aws aws) {
    this(aws.table("MEDIA_TABLE"), aws.s3(), aws.setting("SITE_BUCKET"));
  }

  public ResizeMedia(Table table, S3Client s3, String site) {
    this.table = table;
    this.renderer = new Renderer(s3, site);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    Json.read(in).path("Records").forEach(record -> resize(record.path("s3")));
  }

  private void resize(JsonNode event) {
    var id = event.path("object").path("key").asText();
    if (!Ids.wellFormed(id)) {
      Log.warn("upload with an unknown key", Map.of("key", id));
      return;
    }
    var media =
        MediaItems.find(table, id)
            .orElseThrow(() -> new IllegalStateException("the table has no item for this upload"));
    if (media.state() instanceof Media.Awaiting) {
      var state = renderer.render(id, event.path("bucket").path("name").asText());
      MediaItems.settle(table, media.with(state));
    }
  }
}
