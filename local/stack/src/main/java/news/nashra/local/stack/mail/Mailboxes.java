package news.nashra.local.stack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import news.nashra.core.Ids;
import news.nashra.core.http.Json;
import news.nashra.local.aws.PrivateFiles;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.PrivateEndpoint;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;

/// The [SendEmail](https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html) of
/// SES. No mail leaves the machine: each one becomes a file that mail programs open,
/// `20260223T080000.000-reader@example.com.eml`, closed to other users. Thread-safe.
public final class Mailboxes implements WebHandler {
  static final String EXTENSION = ".eml";
  private static final String SEND = "/v2/email/outbound-emails";
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final InstantSource clock;
  private final Ids ids;
  private final PrivateEndpoint endpoint = new PrivateEndpoint("/local/ses/");

  /// @param folder of the mails
  public Mailboxes(Path folder, InstantSource clock) throws IOException {
    this.folder = PrivateFiles.folder(folder);
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Where functions find SES.
  public PrivateEndpoint endpoint() {
    return endpoint;
  }

  /// The files of all mails, the oldest first.
  public List<Path> files() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    if (!endpoint.is(request)) {
      return error(403, "AccessDeniedException", "not the address of this newspaper");
    }
    if (!request.method().equals("POST") || !endpoint.rest(request.path()).equals(SEND)) {
      return error(404, "NotFoundException", "only SendEmail is supported here");
    }
    var body = new String(request.body().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
    try {
      var message = Message.read(Json.read(body));
      return message.isPresent()
          ? Answer.json(200, Json.MEDIA_TYPE, Map.of("MessageId", deliver(message.get())))
          : error(400, "BadRequestException", "not a mail that is supported here");
    } catch (IllegalArgumentException e) {
      return error(400, "BadRequestException", "not JSON");
    }
  }

  private synchronized String deliver(Message message) throws IOException {
    var id = ids.get();
    var at = clock.instant();
    var name = TIME.format(at) + "-" + message.to().replaceAll("[^A-Za-z0-9.@_+-]", "_");
    var file = folder.resolve(name + EXTENSION);
    for (int other = 2; Files.exists(file); other++) {
      file = folder.resolve(name + "-" + other + EXTENSION);
    }
    PrivateFiles.write(file, message.write(id, at));
    return id;
  }

  private static Answer error(int status, String code, String message) {
    return Answer.json(status, Json.MEDIA_TYPE, Map.of("message", message))
        .with(Map.of("x-amzn-errortype", code));
  }
}
