package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.nashra.local.stack.Stack;

/// The mails of a newspaper.
final class Mails {
  private static final Pattern LINK = Pattern.compile("(?m)^https?://\\S+");

  private Mails() {}

  /// Does what the minute's clock does, and returns the mails to an address, the oldest first.
  static List<String> to(Stack stack, String address) {
    stack.fireSchedules();
    stack.settle();
    var found = new ArrayList<String>();
    try {
      for (var file : stack.mails()) {
        var mail = Files.readString(file);
        if (mail.contains("To: " + address + "\r\n")) {
          found.add(mail);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /// The path and query of the link in a mail that has `word`.
  static String link(String mail, String word) {
    return LINK.matcher(mail)
        .results()
        .map(found -> URI.create(found.group().strip()))
        .map(link ->
            link.getRawQuery() == null
                ? link.getRawPath()
                : link.getRawPath() + "?" + link.getRawQuery())
        .filter(link -> link.contains(word))
        .findFirst()
        .orElseThrow(() -> new AssertionError(mail));
  }

  /// Posts to a link as a mail program does.
  static Newspaper.Answer post(Stack stack, String link) {
    return Newspaper.send(
        HttpRequest.newBuilder(stack.uri().resolve(link))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
  }

  /// Approves a comment.
  static void approve(Stack stack, JsonNode comment) {
    var body = object();
    body.putArray("decisions").add(Newspaper.named(comment).put("decision", "approve"));
    Newspaper.call(stack, "moderator", "/api/comments/decisions", body);
  }

  /// Gives the newspaper's reply to a comment.
  static JsonNode reply(Stack stack, JsonNode comment) {
    var body = Newspaper.named(comment).put("body", "رد الصحيفة على هذا التعليق");
    return Newspaper.call(stack, "moderator", "/api/comments/replies", body);
  }
}
