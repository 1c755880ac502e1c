package news.nashra.local.stack.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.signin.LoopbackHost;

/// `/local/mail/`: the mails, the newest first, as pages for this machine alone. Thread-safe.
public final class MailPages implements WebHandler {
  /// The address of the list.
  public static final String PATH = "/local/mail/";

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern SUBJECT = Pattern.compile("(?md)^Subject: ((?:.*\r\n[ \t])*.*)\r$");

  private final Mailboxes mailboxes;

  public MailPages(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  public static boolean has(String path) {
    return path.startsWith(PATH);
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    if (!LoopbackHost.is(request)) {
      return Answer.text(403, "Mails are shown to localhost and 127.0.0.1 only.\n");
    }
    if (!request.method().equals("GET")) {
      return Answer.of(405, Map.of("allow", "GET"));
    }
    var name = request.path().substring(PATH.length());
    if (name.isEmpty()) {
      return page(list());
    }
    var file = find(name);
    return file.isPresent()
        ? page(mail(Files.readString(file.get())))
        : Answer.text(404, "There is no such mail.\n");
  }

  /// One of the files, never another one.
  private Optional<Path> find(String name) {
    return mailboxes.files().stream()
        .filter(file -> file.getFileName().toString().equals(name.replace("%40", "@")))
        .findFirst();
  }

  private String list() throws IOException {
    var list = new StringBuilder("<h1>Mails</h1>\n<ul>\n");
    for (var file : mailboxes.files().reversed()) {
      var name = file.getFileName().toString();
      list.append(
          "<li><a href=\"%s\">%s</a> <bdi>%s</bdi></li>\n"
              .formatted(name, name, escape(subject(Files.readString(file)))));
    }
    return list + "</ul>\n";
  }

  private static String mail(String message) {
    int end = message.indexOf("\r\n\r\n");
    var head = EncodedWords.decode(message.substring(0, end).replaceAll("\r\n[ \t]", " "));
    var body =
        LINK.matcher(escape(message.substring(end + 4)))
            .replaceAll(found -> {
              var link = Matcher.quoteReplacement(found.group());
              return "<a href=\"" + link + "\">" + link + "</a>";
            });
    return "<p><a href=\"./\">Mails</a></p>\n<pre>%s</pre>\n<hr>\n<pre dir=\"auto\">%s</pre>\n"
        .formatted(escape(head), body);
  }

  private static String subject(String message) {
    var subject = SUBJECT.matcher(message);
    return subject.find() ? EncodedWords.decode(subject.group(1).replaceAll("\r\n[ \t]", " ")) : "";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static Answer page(String body) {
    var html =
        "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Mails</title>\n"
            + "<style>pre { white-space: pre-wrap; unicode-bidi: plaintext; font: inherit }</style>\n"
            + body;
    return new Answer(
        200,
        Map.of(
            "content-type", "text/html; charset=utf-8",
            "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'",
            "cache-control", "no-store",
            "referrer-policy", "no-referrer"),
        html.getBytes(StandardCharsets.UTF_8));
  }
}
