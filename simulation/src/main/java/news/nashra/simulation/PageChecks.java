package news.nashra.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.core.aws.Item;
import news.nashra.core.http.Json;
import news.nashra.simulation.Operation.Kind;

/// Checks what readers see, without the code that composes pages.
final class PageChecks {
  private static final Pattern TOKEN =
      Pattern.compile("zq\\d\\d+(?:head|body|comment|reply|edited|correction|name|strip)");
  private static final Pattern STRIP = Pattern.compile("zq\\d\\d+strip");
  private static final String LATEST = "/fragments/latest.html";
  private static final Pattern NAME = Pattern.compile("zq\\d\\d+name");

  private final Truth truth;
  private final Map<String, AllObjects.Stored> pages;
  private final Ledger ledger;
  private final Instant lastMinute;
  private final List<String> faults = new ArrayList<>();

  /// @param lastMinute the minute's clock has run since then
  PageChecks(Truth truth, Map<String, AllObjects.Stored> pages, Ledger ledger, Instant lastMinute) {
    this.truth = truth;
    this.pages = pages;
    this.ledger = ledger;
    this.lastMinute = lastMinute;
  }

  List<String> check() {
    truth
        .heads()
        .forEach((id, head) -> {
          switch (head.text("status")) {
            case "published" -> checkPublished(id, head);
            case "withdrawn" -> checkAbsent("withdrawn text", id);
            default -> checkAbsent("text of a draft", id);
          }
        });
    truth
        .comments()
        .forEach((key, comment) -> {
          if (!comment.text("status").equals("approved")) {
            absent("comment that is not approved", comment.text("body"));
          }
        });
    checkErased();
    checkReplies();
    checkNames();
    checkBreaking();
    checkHomepage();
    return faults;
  }

  private void checkPublished(String id, Item head) {
    var headline = token(head.text("headline"));
    var page = text(head.text("path"));
    if (page.isEmpty()) {
      faults.add("no page of a published article: " + head.text("path"));
      return;
    }
    checkPresent(head.text("path"), page, headline);
    checkPresent(head.text("path"), page, token(head.text("bodyHtml")));
    new TreeMap<>(truth.comments())
        .forEach((key, comment) -> {
          if (key.startsWith(id) && comment.text("status").equals("approved")) {
            checkPresent(head.text("path"), page, token(comment.text("body")));
          }
        });
    for (var slug : head.texts("authors")) {
      checkPresent(head.text("path"), page, token(truth.author(slug).orElseThrow().text("name")));
    }
    for (var other : head.texts("alsoIn")) {
      checkPresent(other, text("/" + other + "/"), headline);
    }
    for (var front : List.of("/", "/" + head.text("section") + "/", "/feed.xml", "/latest.json")) {
      checkPresent(front, text(front), headline);
    }
  }

  private String text(String path) {
    var key = AllObjects.key(path.endsWith("/") ? path + "index.html" : path);
    return Optional.ofNullable(pages.get(key)).map(AllObjects.Stored::text).orElse("");
  }

  private void checkPresent(String where, String page, String token) {
    if (!page.contains(token)) {
      faults.add("not on its page: " + token + " on " + where);
    }
  }

  /// Checks that no text that the article ever had is on a page.
  private void checkAbsent(String check, String id) {
    for (var revision : truth.revisions(id)) {
      absent(check, revision.text("headline"));
      absent(check, revision.text("bodyHtml"));
      revision.texts("corrections").forEach(text -> absent(check, text));
    }
    truth
        .comments()
        .forEach((key, comment) -> {
          if (key.startsWith(id)) {
            absent("comment on " + check, comment.text("body"));
          }
        });
  }

  private void checkErased() {
    var comments = truth.comments();
    for (var entry : ledger.entries()) {
      if (entry.operation().kind() == Kind.COMMENT && !comments.containsKey(entry.id())) {
        absent("erased text", entry.operation().text("comment"));
      }
    }
  }

  /// A reply is on the page of a published article, under a shown comment, as it was written last.
  private void checkReplies() {
    var shown = new HashMap<String, String>();
    truth
        .comments()
        .forEach((key, comment) -> {
          var head = truth.heads().get(key.substring(0, key.indexOf(' ')));
          var versions = comment.texts("replies");
          if (head != null
              && !versions.isEmpty()
              && comment.text("status").equals("approved")
              && head.text("status").equals("published")) {
            var last = Json.read(versions.getLast()).path("body").asText();
            shown.put(last, head.text("path"));
          }
        });
    shown.remove("");
    shown.forEach((reply, path) -> checkPresent(path, text(path), token(reply)));
    ledger.entries().stream()
        .filter(entry -> entry.operation().kind() == Kind.REPLY)
        .flatMap(
            entry -> Stream.of(entry.operation().text("reply"), entry.operation().text("edited")))
        .filter(text -> !shown.containsKey("رد " + text))
        .forEach(text -> absent("reply that is not shown", text));
  }

  /// No page names an author otherwise than the record does now.
  private void checkNames() {
    var now =
        Operation.AUTHORS.stream()
            .flatMap(slug -> truth.author(slug).stream())
            .map(record -> record.text("name"))
            .toList();
    pages.forEach((key, page) ->
        NAME.matcher(page.text())
            .results()
            .map(MatchResult::group)
            .filter(name -> now.stream().noneMatch(current -> current.contains(name)))
            .forEach(name -> faults.add("former name of an author: " + name + " at " + key)));
  }

  /// The fronts, and the pages that other pages load, have the breaking news unless it has ended or
  /// its article is not published. No page has another.
  private void checkBreaking() {
    var current =
        truth
            .breaking()
            .filter(news -> !news.flag("ended"))
            .filter(news -> news.find("article").map(this::published).orElse(true))
            .map(news -> token(news.text("text")));
    for (var path : List.of("/", "/politics/", "/corrections/", "/latest.json", LATEST)) {
      current.ifPresent(token -> checkPresent(path, text(path), token));
    }
    pages.forEach((key, page) ->
        STRIP
            .matcher(page.text())
            .results()
            .map(MatchResult::group)
            .filter(token -> !current.equals(Optional.of(token)))
            .forEach(token -> faults.add("breaking news that is over: " + token + " at " + key)));
    truth
        .breaking()
        .filter(news -> !news.flag("ended") && news.instant("until").isBefore(lastMinute))
        .ifPresent(news -> faults.add("breaking news that does not end: " + news.text("text")));
  }

  /// The homepage shows no article twice.
  private void checkHomepage() {
    var home = text("/").replaceFirst("(?s)</main>.*", "");
    truth
        .heads()
        .forEach((id, head) ->
            head.find("path")
                .filter(path -> home.split(Pattern.quote("href=\"" + path + "\""), -1).length > 2)
                .ifPresent(path -> faults.add("twice on the homepage: " + path)));
  }

  private boolean published(String id) {
    var head = truth.heads().get(id);
    return head != null && head.text("status").equals("published");
  }

  private void absent(String check, String text) {
    var token = token(text);
    pages.forEach((key, page) -> {
      if (page.text().contains(token) || key.contains(token)) {
        faults.add(check + ": " + token + " at " + key);
      }
    });
  }

  private static String token(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .findFirst()
        .map(MatchResult::group)
        .orElseThrow(() -> new IllegalStateException("not written by an operation: " + text));
  }
}
