package news.nashra.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import news.nashra.core.Ids;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;

/// Refuses what [ResizeMedia] could not work on after all its retries, also when it ran out of time
/// or memory: the destination of its failures.
public final class RefuseMedia implements RequestStreamHandler {
  private final Table table;

  /// Wired from the environment: `MEDIA_TABLE`.
  public RefuseMedia() {
    this(Settings.fromEnvironment());
  }

  private RefuseMedia(Settings settings) {
    this(new Table(Aws.dynamoDb(settings), settings.require("MEDIA_TABLE")));
  }

  RefuseMedia(Table table) {
    this.table = table;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    for (var record : Json.read(in).path("requestPayload").path("Records")) {
      var id = record.at("/s3/object/key").asText();
      if (Ids.wellFormed(id)) {
        MediaItems.find(table, id)
            .map(media -> media.with(new Media.Refused(Refusal.FAILED)))
            .ifPresent(media -> MediaItems.settle(table, media));
      }
    }
  }
}
