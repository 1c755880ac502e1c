package news.nashra.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Cursor;
import news.nashra.core.http.Fields;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// The editors' API for pictures: `POST /api/media` announces a file and returns the URL to upload
/// it to, `GET /api/media/{id}` returns what became of it, `GET /api/media` lists uploads, newest
/// first.
@PrimedBy({"upload-media", "list-media", "read-media"})
public final class UploadMedia implements RequestStreamHandler {
  private static final String REQUIRED_GROUP = "editors";
  private static final int DEFAULT_PAGE_SIZE = 20;
  private static final int MAX_PAGE_SIZE = 100;
  private static final int MAX_BODY_BYTES = 16 * 1024;

  /// In grapheme clusters. A longer text is refused as too long, a shorter one as unsupported.
  private static final int MAX_CONTENT_TYPE_LENGTH = 255;

  private final Table table;
  private final Uploads uploads;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Messages messages;
  private final HttpFunction http;

  /// Configured by the environment variables `MEDIA_TABLE` and `UPLOADS_BUCKET`.
  public UploadMedia() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), UploadMedia::new);
  }

  private UploadMedia(Aws aws) {
    this(
        Messages.load(Edition.load().language()),
        aws.table("MEDIA_TABLE"),
        new Uploads(aws.presigner(), aws.setting("UPLOADS_BUCKET")),
        new Ids(InstantSource.system()),
        InstantSource.system());
  }

  public UploadMedia(
      Messages messages, Table table, Uploads uploads, Supplier<String> ids, InstantSource clock) {
    this.table = table;
    this.uploads = uploads;
    this.clock = clock;
    this.ids = ids;
    this.messages = messages;
    this.http =
        HttpFunction.of(messages, this::route)
            .requiring(REQUIRED_GROUP)
            .taking("GET /api/media", "limit", "cursor");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    http.serve(in, out, context);
  }

  private Response route(Request request) {
    var editor = request.requireGroup(REQUIRED_GROUP);
    return switch (request.route()) {
      case "POST /api/media" -> announce(request, editor);
      case "GET /api/media" -> list(request);
      case "GET /api/media/{id}" ->
          MediaItems.find(table, request.id())
              .map(media -> Response.json(200, json(media)))
              .orElseThrow(() -> new RefusedRequest(Problem.of(404)));
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private Response announce(Request request, String editor) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var filename = fields.requiredLine("filename", MediaLimits.FILENAME);
    var format = format(fields);
    var bytes = fields.number("bytes");
    if (!fields.has("bytes")) {
      fields.fault("bytes", "error.required");
    }
    bytes
        .filter(n -> n < 1 || n > MediaLimits.UPLOAD_BYTES)
        .ifPresent(n -> fields.fault("bytes", "error.badBytes", MediaLimits.UPLOAD_BYTES));
    fields.refuseFaults();
    var now = clock.instant();
    var media =
        new Media(
            ids.get(), filename, format, bytes.orElseThrow(), editor, now, new Media.Awaiting());
    MediaItems.create(table, media);
    var address = uploads.presign(media);
    var upload = new LinkedHashMap<String, Object>();
    upload.put("method", "PUT");
    upload.put("url", address.url());
    upload.put("headers", address.headers());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("mediaId", media.id());
    answer.put("upload", upload);
    answer.put("expiresAt", Instants.format(now.plus(Uploads.ADDRESS_LIFETIME)));
    return Response.json(201, answer).with("location", "/api/media/" + media.id());
  }

  private static Format format(Fields fields) {
    var type = fields.requiredLine("contentType", MAX_CONTENT_TYPE_LENGTH);
    return Format.ofMediaType(type)
        .orElseGet(() -> {
          if (!type.isEmpty()) {
            fields.fault(
                "contentType",
                PhoneFormat.ofMediaType(type)
                    .map(phone -> phone.refusal().phrase())
                    .orElse("error.badMediaType"));
          }
          return Format.JPEG;
        });
  }

  private Response list(Request request) {
    int limit = request.limit(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    var before =
        request
            .query("cursor")
            .map(text -> Cursor.read(request.list(), text))
            .map(c -> c.key().split("#", 2)[1]);
    var found = MediaItems.newest(table, before, limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("items", page.stream().map(this::json).toList());
    if (found.size() > limit) {
      var last = page.getLast().id();
      answer.put(
          "next", Cursor.at(Instants.format(Ids.instant(last)) + "#" + last).write(request.list()));
    }
    return Response.json(200, answer);
  }

  private Map<String, Object> json(Media media) {
    var json = new LinkedHashMap<String, Object>();
    json.put("mediaId", media.id());
    json.put("filename", media.filename());
    json.put("createdAt", Instants.format(media.createdAt()));
    switch (media.state()) {
      case Media.Awaiting awaiting -> json.put("status", "awaiting");
      case Media.Removing removing -> json.put("status", "removed");
      case Media.Removed removed -> json.put("status", "removed");
      case Media.Refused refused -> {
        json.put("status", "refused");
        json.put("reason", messages.get(refused.why().phrase()));
      }
      case Media.Ready ready -> {
        json.put("status", "ready");
        json.put("width", ready.picture().width());
        json.put("height", ready.picture().height());
        json.put("colour", ready.picture().colour());
        json.put("renditions", renditions(ready));
      }
    }
    return json;
  }

  private record RenditionJson(int width, String format, long bytes, String url) {}

  private static List<RenditionJson> renditions(Media.Ready ready) {
    return ready.renditions().stream()
        .map(r ->
            new RenditionJson(
                r.width(), r.format(), r.bytes(), ready.picture().path(r.width(), r.format())))
        .toList();
  }
}
