package news.nashra.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.media.PictureRestore.Result;

/// Makes the files of pictures again where they are missing, such as in an empty bucket. The event
/// `{}` answers slices of pictures, `{"slices": [{"from", "to"}]}`, both ids included. For a slice
/// it answers `{"whole", "restored", "lost"}`, and a `from` to go on with if its time ran out. A
/// slice may be sent again. Thread-safe.
public final class RestorePictures implements RequestStreamHandler {
  private static final int PICTURES_PER_SLICE = 500;

  /// After this time no further picture is begun. The function may take 900 seconds, and a picture
  /// takes at most half a minute.
  private static final Duration START_WITHIN = Duration.ofMinutes(12);

  private final Table media;
  private final PictureRestore pictures;
  private final InstantSource clock;

  /// Configured by the environment variables `MEDIA_TABLE`, `SITE_BUCKET`, `UPLOADS_BUCKET`.
  public RestorePictures() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private RestorePictures(Aws aws) {
    this(
        aws.table("MEDIA_TABLE"),
        new PictureFiles(aws.s3(), aws.setting("SITE_BUCKET"), aws.setting("UPLOADS_BUCKET")),
        InstantSource.system());
  }

  public RestorePictures(Table media, PictureFiles files, InstantSource clock) {
    this.media = media;
    this.pictures = new PictureRestore(media, files);
    this.clock = clock;
  }

  /// Throws if a picture fails, after all others of the slice have been tried.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    var answer =
        event.has("from")
            ? restore(event.path("from").asText(), event.path("to").asText())
            : Map.of("slices", slices());
    out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  private List<Map<String, String>> slices() {
    var slices = new ArrayList<Map<String, String>>();
    var ids = MediaItems.idsAfter(media, Optional.empty(), PICTURES_PER_SLICE);
    while (!ids.isEmpty()) {
      slices.add(Map.of("from", ids.getFirst(), "to", ids.getLast()));
      ids = MediaItems.idsAfter(media, Optional.of(ids.getLast()), PICTURES_PER_SLICE);
    }
    return slices;
  }

  private Map<String, Object> restore(String from, String to) {
    var until = clock.instant().plus(START_WITHIN);
    var results = new ArrayList<Result>();
    var fault = Optional.<RuntimeException>empty();
    var left = Optional.<String>empty();
    for (var id : MediaItems.idsBetween(media, from, to)) {
      if (clock.instant().isAfter(until)) {
        left = Optional.of(id);
        break;
      }
      try {
        results.add(restore(id));
      } catch (RuntimeException e) {
        Log.error("picture " + id + " not restored", e);
        fault = Optional.of(e);
      }
    }
    if (fault.isPresent()) {
      throw fault.get(); // another try passes over what this one has restored
    }
    return answer(results, left, to);
  }

  private Result restore(String id) {
    var result = pictures.restore(id);
    if (result == Result.LOST) {
      Log.count("PictureLost", Map.of("picture", id));
    }
    return result;
  }

  private static Map<String, Object> answer(
      List<Result> results, Optional<String> left, String to) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("whole", count(results, Result.WHOLE));
    answer.put("restored", count(results, Result.RESTORED));
    answer.put("lost", count(results, Result.LOST));
    Log.info("pictures restored", answer);
    left.ifPresent(id -> {
      answer.put("from", id);
      answer.put("to", to);
    });
    return answer;
  }

  private static long count(List<Result> results, Result wanted) {
    return results.stream().filter(result -> result == wanted).count();
  }
}
