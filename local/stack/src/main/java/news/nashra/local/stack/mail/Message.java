package news.nashra.local.stack.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A mail as [SendEmail](https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html)
/// takes it, in the simple form: one address, a subject, plain text and headers.
///
/// @param from with the name of the sender in encoded words
/// @param headers by their names, besides those that SES writes
record Message(String from, String to, String subject, String text, Map<String, String> headers) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  /// The [longest line](https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1) of a message.
  private static final int MAX_LINE_BYTES = 998;

  Message {
    headers = Map.copyOf(headers);
  }

  /// Reads a request; empty if it has anything that is not supported here, or no address that could
  /// be one.
  static Optional<Message> read(JsonNode asked) {
    var simple = asked.at("/Content/Simple");
    var addresses = asked.at("/Destination/ToAddresses");
    var headers = new LinkedHashMap<String, String>();
    for (var header : simple.path("Headers")) {
      headers.put(header.path("Name").asText(), header.path("Value").asText());
    }
    boolean known =
        has(asked, Set.of("FromEmailAddress", "Destination", "Content"))
            && has(asked.path("Destination"), Set.of("ToAddresses"))
            && has(asked.path("Content"), Set.of("Simple"))
            && has(simple, Set.of("Subject", "Body", "Headers"))
            && has(simple.path("Body"), Set.of("Text"))
            && addresses.size() == 1;
    var message =
        new Message(
            asked.path("FromEmailAddress").asText(),
            addresses.path(0).asText(),
            simple.at("/Subject/Data").asText(),
            simple.at("/Body/Text/Data").asText(),
            headers);
    return known && message.isValid() ? Optional.of(message) : Optional.empty();
  }

  private static boolean has(JsonNode object, Set<String> fields) {
    return object.properties().stream().allMatch(field -> fields.contains(field.getKey()));
  }

  private boolean isValid() {
    return from.matches("[ -~]*<[!-~]+@[!-~]+>")
        && to.matches("[!-~]+@[!-~]+")
        && !subject.isBlank()
        && headers.entrySet().stream()
            .allMatch(h -> h.getKey().matches("[A-Za-z-]+") && h.getValue().matches("[ -~]+"));
  }

  /// The message in the [Internet Message Format](https://www.rfc-editor.org/rfc/rfc5322).
  byte[] write(String id, Instant at) {
    var lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
    boolean plain =
        List.of(lines.split("\r\n")).stream()
            .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= MAX_LINE_BYTES);
    var head = new StringBuilder();
    line(head, "From", from);
    line(head, "To", to);
    line(head, "Subject", EncodedWords.encode(subject));
    line(head, "Date", DATE.format(at.atOffset(ZoneOffset.UTC)));
    line(head, "Message-ID", "<" + id + "@local.invalid>");
    headers.forEach((name, value) -> line(head, name, value));
    line(head, "MIME-Version", "1.0");
    line(head, "Content-Type", "text/plain; charset=UTF-8");
    line(head, "Content-Transfer-Encoding", plain ? "8bit" : "base64");
    var body =
        plain
            ? lines
            : Base64.getMimeEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
    return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
