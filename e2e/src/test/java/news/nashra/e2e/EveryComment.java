package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.form;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.reader;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.local.stack.Reader;

/// Brings about the answers of `docs/openapi.yaml` that readers get.
final class EveryComment {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private EveryComment() {}

  static void asJson() {
    var open = id(publish(article()));
    get("/api/comments/challenge?article=" + open);
    get("/api/comments/challenge");
    comment(open, comment());
    comment(closed(), comment());
    comment(EveryAnswer.NOBODYS, comment());
    for (var body : List.of("{", EveryAnswer.TOO_LARGE, "{}")) {
      send(to(open, JSON).POST(json(body)));
    }
    send(to(open, "text/plain").POST(json("{}")));
  }

  static void asForm() {
    var open = id(publish(article()));
    for (var article : List.of(open, closed(), EveryAnswer.NOBODYS)) {
      send(to(article, FORM).POST(form(fields())));
    }
    for (var body : List.of("name=%FF", EveryAnswer.TOO_LARGE, "name=x")) {
      send(to(open, FORM).POST(json(body)));
    }
    var foreign = to(open, FORM).header("Origin", "https://evil.example");
    send(foreign.POST(form(fields())));
    try (var reader = reader()) {
      submit(reader, open);
    }
  }

  /// Five comments are taken in each window of ten minutes, and these few seconds lie in at most
  /// two.
  static void untilThereAreTooMany() {
    var open = id(publish(article()));
    try (var reader = reader()) {
      for (int i = 0; i <= 10; i++) {
        if (submit(reader, open).status() == 429) {
          new Newspaper.Answer(reader.comment(open, comment()));
          return;
        }
      }
    }
    throw new AssertionError("eleven comments of one reader were taken");
  }

  private static Newspaper.Answer submit(Reader reader, String article) {
    var fields = fields();
    fields.put("altcha", reader.proof(article));
    return new Newspaper.Answer(reader.send(to(article, FORM).POST(form(fields))));
  }

  private static String closed() {
    return id(publish(article().put("commentsOpen", false)));
  }

  private static HttpRequest.Builder to(String article, String mediaType) {
    return request("/api/articles/" + article + "/comments").header("Content-Type", mediaType);
  }

  private static Map<String, String> fields() {
    var fields = new HashMap<String, String>();
    comment().properties().forEach(e -> fields.put(e.getKey(), e.getValue().asText()));
    return fields;
  }
}
