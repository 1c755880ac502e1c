package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.as;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.asModerator;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.decide;
import static news.nashra.e2e.Newspaper.delete;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.named;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.queue;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.request;
import static news.nashra.e2e.Newspaper.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Brings about the answers of `docs/openapi.yaml` that editors and moderators get.
final class EveryAnswer {
  static final String NOBODYS = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  static final String AUTHOR = "salma-ben-ali-of-every-answer";
  private static final String FOUND = "/api/articles?limit=3&q=%D8%AE%D8%A8%D8%B1";
  static final String TOO_LARGE = " ".repeat(1_500_000);

  private EveryAnswer() {}

  /// What every route that needs a token, or takes JSON, refuses in the same way.
  static void refusals() {
    for (var route : OpenApi.guardedRoutes()) {
      var words = route.split(" ", 2);
      var path = words[1].replace("{id}", NOBODYS).replace("{n}", "1").replace("{slug}", "x");
      boolean moderators = path.startsWith("/api/comments");
      refuse(request(path), words[0], "{}");
      if (!path.equals("/api/edition")) { // which is for both
        refuse(moderators ? asEditor(path) : asModerator(path), words[0], "{}");
      }
      refuse(as("nobody", path), words[0], "{}");
      var misspelt = path + "?stauts=draft";
      refuse(moderators ? asModerator(misspelt) : asEditor(misspelt), words[0], "{}");
      if (takesBody(words[0], words[1])) {
        var allowed = (moderators ? asModerator(path) : asEditor(path)).header("If-Match", "\"1\"");
        for (var body : List.of("{", TOO_LARGE, "[]")) {
          refuse(allowed, words[0], body);
        }
        refuse(allowed.copy().setHeader("Content-Type", "text/plain"), words[0], "{}");
      }
    }
  }

  /// `DELETE` without one may be answered 2xx.
  private static boolean takesBody(String method, String path) {
    var operation =
        OpenApi.document().path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    return !method.equals("GET") && (!method.equals("DELETE") || operation.has("requestBody"));
  }

  private static void refuse(HttpRequest.Builder request, String method, String body) {
    var answer =
        send(
            method.equals("GET")
                ? request.copy().GET()
                : request.copy().method(method, json(body)));
    if (answer.status() < 400) {
      throw new AssertionError(answer);
    }
  }

  static void authors() {
    var path = "/api/authors/" + AUTHOR;
    var record =
        object().put("name", "سلمى بن علي").put("role", "محررة").put("bio", "تكتب عن المدن.");
    record.put("mediaId", Photographs.ready(300, 400, Color.GRAY));
    record.putArray("links").add("https://social.example/@salma");
    send(asEditor(path).PUT(json(record)));
    read(path);
    read("/api/authors/nobody");
    read("/api/authors?limit=1");
    read("/api/authors?limit=x");
    send(asEditor(path).PUT(json(record)));
    put(path, "\"1\"", record);
    put(path, "\"1\"", record);
    put(path, "\"2\"", object());
  }

  static void articles() {
    var story = article().put("correction", "تصويب").put("byline", "كاتبة").put("kind", "opinion");
    story.putArray("authors").add(AUTHOR);
    story.putArray("alsoIn").add("sports");
    story.putArray("translations").addObject().put("language", "en").put("url", "/en/story/");
    var created = publish(story);
    var path = "/api/articles/" + id(created);
    publish(article().put("status", "draft"));
    read("/api/articles?limit=3");
    read("/api/articles?limit=x");
    read(path);
    send(asModerator(path).GET());
    put(path, "\"1\"", article());
    put(path, "\"1\"", article());
    put(path, "\"2\"", article().put("status", "draft"));
    send(asEditor(path).PUT(json(article())));
    read(path + "/revisions");
    read(path + "/revisions/2");
    post("/api/articles/preview", article());
    post("/api/articles/preview", article().put("id", NOBODYS));
    var checked = post("/api/articles/check", article().put("headline", "سافر الى الشمال"));
    if (checked.status() != 200 || checked.json().path("findings").isEmpty()) {
      throw new AssertionError(checked);
    }
    post("/api/articles/check", object().put("heading", "x"));
    var everyField = object();
    for (var schema : List.of("ArticleDraft", "Article")) {
      OpenApi.document()
          .at("/components/schemas/" + schema + "/properties")
          .fieldNames()
          .forEachRemaining(everyField::putNull);
    }
    var accepted = post("/api/articles/check", everyField);
    if (accepted.status() != 200) {
      throw new AssertionError(accepted);
    }
    post("/api/articles/clean", object().put("bodyHtml", "<div onclick='x()'>نص</div>"));
    post("/api/articles/clean", object().put("html", "x"));
    var whatWasRead = post("/api/articles/check", (ObjectNode) read(path).json());
    if (whatWasRead.status() != 200) {
      throw new AssertionError(whatWasRead);
    }
    for (var missing : List.of("", "/revisions", "/revisions/1")) {
      read("/api/articles/" + NOBODYS + missing);
    }
    put("/api/articles/" + NOBODYS, "\"1\"", article());
    post("/api/articles/" + NOBODYS + "/withdraw", object());
    send(asEditor(path + "/withdraw").header("If-Match", "\"1\"").POST(json(object())));
    post(path + "/withdraw", object().put("reason", "للتجربة"));
    post(path + "/withdraw", object());
    read(path);
    takingBack(path);
  }

  /// @param path of a withdrawn article at its fourth revision or later
  private static void takingBack(String path) {
    var nobodys = "/api/articles/" + NOBODYS;
    for (var route : List.of("/restore", "/duplicate")) {
      post(nobodys + route, object());
      post(path + route, object().put("unknown", true));
    }
    send(asEditor(path + "/restore").header("If-Match", "\"1\"").POST(json(object())));
    post(path + "/restore", object());
    post(path + "/restore", object());
    var copy = post(path + "/duplicate", object());
    var draft = "/api/articles/" + id(copy);
    read(draft);
    for (var refused : List.of(path, nobodys)) {
      delete(refused, "\"1\"");
    }
    send(asEditor(draft).DELETE());
    delete(draft, "\"2\"");
    delete(draft + "?x=y", "\"1\"");
    delete(draft, "\"1\"");
  }

  static void live() {
    var path = "/api/articles/" + id(publish(article().put("kind", "live")));
    var entries = path + "/entries";
    var text = object().put("bodyHtml", "<p>بلغ الماء الجسر.</p>");
    post(entries, text.deepCopy().put("pinned", true));
    post(entries, object());
    post("/api/articles/" + NOBODYS + "/entries", text);
    read(entries);
    read(entries + "?limit=x");
    read("/api/articles/" + NOBODYS + "/entries");
    var one = entries + "/1";
    put(one, "\"1\"", text);
    put(one, "\"1\"", text);
    put(one, "\"2\"", object());
    put(entries + "/9", "\"1\"", text);
    send(asEditor(one).PUT(json(text)));
    send(asEditor(one).DELETE());
    delete(one, "\"1\"");
    delete(one, "\"2\"");
    delete(one, "\"3\"");
    post(entries, text);
    post(path + "/withdraw", object());
    post(entries, text);
    put(entries + "/2", "\"1\"", text);
    delete(entries + "/2", "\"1\"");
  }

  static void workingTogether() {
    read("/api/edition");
    var id = id(publish(article().put("status", "draft")));
    var copy = "/api/articles/" + id + "/working-copy";
    var text = object().put("basedOn", 1).put("bodyHtml", "<p>لم يكتمل");
    var first = asEditor(copy).header("If-None-Match", "*");
    for (var body : List.of("{", "[]", TOO_LARGE)) {
      send(first.copy().PUT(json(body)));
    }
    send(first.copy().setHeader("Content-Type", "text/plain").PUT(json("{}")));
    send(asEditor(copy).PUT(json(text)));
    send(asEditor(copy).DELETE());
    var tag = send(first.copy().PUT(json(text))).header("etag");
    var saved = put(copy, tag, text.deepCopy().put("headline", "عنوان"));
    put(copy, tag, text);
    read(copy);
    var list = read(FOUND);
    send(asEditor(FOUND).header("If-None-Match", list.header("etag")).GET());
    delete(copy, tag);
    delete(copy, saved.header("etag"));
    read(copy);
    var nobodys = "/api/articles/" + NOBODYS + "/working-copy";
    send(asEditor(nobodys).header("If-None-Match", "*").PUT(json(text)));
    delete("/api/articles/x/working-copy", tag);
    var presence = "/api/articles/" + id + "/presence";
    send(asEditor(presence).PUT(HttpRequest.BodyPublishers.noBody()));
    send(asEditor(presence).DELETE());
    send(
        asEditor("/api/articles/" + NOBODYS + "/presence")
            .PUT(HttpRequest.BodyPublishers.noBody()));
    send(asEditor("/api/articles/x/presence").DELETE());
    var links = "/api/articles/" + id + "/preview-link";
    var url = post(links, object()).json().path("url").asText();
    get(url.substring(url.indexOf("/api/")));
    send(asEditor(links).DELETE());
    send(asEditor("/api/articles/" + NOBODYS + "/preview-link").DELETE());
    get(url.substring(url.indexOf("/api/")));
  }

  static void pictures() {
    var announced = Photographs.announce("image/png", 10);
    read("/api/media/" + announced.json().path("mediaId").asText());
    var ready = Photographs.ready(400, 300, Color.BLUE);
    read("/api/media/" + ready);
    read("/api/media/" + NOBODYS);
    read("/api/media?limit=2");
    read("/api/media?limit=x");
    var image = object().put("mediaId", ready).put("alt", "بحر").put("credit", "سلمى");
    read("/api/articles/" + id(publish(article().set("image", image))));
    read("/api/articles?limit=3");
  }

  static void homepage() {
    post("/api/homepage/rebuild", object());
    var lead = object();
    lead.putArray("articles").add(id(publish(article())));
    send(asEditor("/api/homepage/lead").PUT(json(lead)));
    read("/api/homepage/lead");
    lead.putArray("articles");
    send(asEditor("/api/homepage/lead").PUT(json(lead)));
    var breaking = "/api/homepage/breaking";
    var soon = Instant.now().plus(Duration.ofHours(1)).toString();
    var news = object().put("text", "نبأ").put("until", soon);
    send(asEditor(breaking).PUT(json(news.put("articleId", id(publish(article()))))));
    read(breaking);
    send(asEditor(breaking).PUT(json(object())));
    send(asEditor(breaking).DELETE());
    read(breaking);
  }

  static void moderation() {
    var article = id(publish(article()));
    var links = comment().put("body", "رابطان https://a.example https://b.example");
    var reference = comment(article, links).json().path("reference").asText();
    var waiting = queue("?article=" + article).json().at("/items/0");
    queue("?status=x");
    send(asModerator("/api/comments").header("Accept", "text/csv").GET());
    for (var decision : List.of("approve", "reject", "undo")) {
      var body = object();
      var one = body.putArray("decisions").addObject().put("articleId", article);
      one.put("commentId", waiting.path("commentId").asText());
      one.put("decision", decision).put("revision", 1).put("reason", "للتجربة");
      send(asModerator("/api/comments/decisions").POST(json(body)));
      queue("?status=approved&article=" + article);
      for (var named : List.of(reference, "none")) {
        get("/api/comments/" + named);
        get("/api/comments/" + named + "?stauts=draft");
        send(request("/api/comments/" + named).header("Accept", "text/html,*/*").GET());
      }
    }
    replies(article);
    bans(waiting);
    queue("?person=" + waiting.path("commentId").asText() + "&article=" + article);
    queue("?person=" + NOBODYS + "&article=" + article);
    var policy = send(asModerator("/api/comments/policy").GET()).json();
    send(asModerator("/api/comments/policy").PUT(json(policy)));
    var nobody = object().put("email", "nobody.here@example.com");
    send(asModerator("/api/comments/erasures").POST(json(nobody)));
  }

  private static void replies(String article) {
    comment(article, comment());
    var comment = queue("?article=" + article).json().at("/items/0");
    var text = named(comment).put("body", "رد");
    reply("POST", text);
    decide(comment, "approve");
    reply("POST", text);
    reply("POST", text);
    var edit = named(comment).put("body", "رد آخر");
    reply("PUT", edit.put("revision", 2));
    decide(comment, "reject");
    reply("PUT", edit.put("revision", 4));
    decide(comment, "approve");
    reply("PUT", edit.put("revision", 5));
    reply("DELETE", named(comment).put("revision", 2));
    reply("DELETE", named(comment).put("revision", 6));
    for (var method : List.of("POST", "PUT", "DELETE")) {
      var nowhere = named(comment).put("commentId", NOBODYS);
      if (!method.equals("POST")) {
        nowhere.put("revision", 1);
      }
      reply(method, method.equals("DELETE") ? nowhere : nowhere.put("body", "رد"));
    }
  }

  private static void reply(String method, ObjectNode body) {
    send(asEditor("/api/comments/replies").method(method, json(body)));
  }

  private static void bans(JsonNode comment) {
    var path = "/api/comments/bans";
    var lift = named(comment).put("by", "person");
    var until = Instant.now().plus(Duration.ofDays(1)).toString();
    var ban = lift.deepCopy().put("until", until).put("reason", "للتجربة");
    send(asModerator(path).POST(json(ban)));
    send(asModerator(path).POST(json(ban)));
    send(asModerator(path).GET());
    send(asModerator(path).method("DELETE", json(lift)));
    send(asModerator(path).method("DELETE", json(lift)));
    send(asModerator(path).POST(json(ban.put("commentId", NOBODYS))));
  }
}
